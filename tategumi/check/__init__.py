"""Checks of the finished files: for another, add a record to ``CHECKS``.

``fault``           what a check finds, and what a check is
``epub``, ``ace``   EPUBCheck and Ace by DAISY
``pdf``             the lines of the PDF; ``glyphs`` reads them back, ``tags`` what they are of
``printing``        what goes to the printer
"""

from .ace import check_ace, has_ace, lacks_ace
from .epub import check_epub
from .fault import KINDS, Check, Fault, Kind
from .pdf import check_pdf
from .printing import check_print

#: In the order they are run in.
CHECKS = (
    Check(
        'epubcheck',
        'checking the EPUB',
        'epub',
        'EPUBCheck: is the file an EPUB 3.3? Its codes are explained in its own documentation.',
        lambda path, settings, language: check_epub(path, language),
    ),
    Check(
        'ace',
        'checking accessibility',
        'epub',
        'Ace by DAISY: can people read it who cannot see? Its codes are the rules of axe. '
        '`make ace` sets it up; without it this check is left out.',
        lambda path, settings, language: check_ace(path, language),
        lacks_ace,
    ),
    Check(
        'lines',
        'checking the PDF',
        'pdf',
        'The lines of the PDF, read back as a viewer draws them. Its codes are below.',
        lambda path, settings, language: check_pdf(path, settings),
    ),
    Check(
        'print',
        'checking the PDF for the printer',
        'print',
        'The PDF for the printer, where it is there: is it the PDF/X it says it is? Its codes are '
        'below.',
        lambda path, settings, language: check_print(path, settings),
    ),
    Check(
        'wrap',
        'checking the cover for the printer',
        'wrap',
        'The cover for the printer, where it is there: the same.',
        lambda path, settings, language: check_print(path, settings, one_size=False),
    ),
)

__all__ = [
    'CHECKS',
    'KINDS',
    'Check',
    'Fault',
    'Kind',
    'check_ace',
    'check_epub',
    'check_pdf',
    'check_print',
    'has_ace',
]
