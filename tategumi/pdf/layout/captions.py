"""Captions stay with their pictures: a picture leaves the lines its caption needs.

A caption that no page has room for begins beside its picture, and goes on over the page.
"""

from math import ceil

from ..sheet_figures import sheet_figure
from .tables import em_width

#: Lines that the sheet leaves to a caption beside a picture as large as the page.
SHORT = 3

#: Lines that a picture may fill whatever its caption needs.
_LEAST = 2

#: Of the text's character size, that of a caption.
_SIZE = sheet_figure('book.css', 'figcaption', 'font-size')

#: Characters that a list or quote is set in.
_SET_IN = sheet_figure('pdf.css', 'blockquote', 'padding-inline-start')

_SETTING_IN = ('ul', 'ol', 'blockquote')


def leave_room(figure, page):
    """Make the picture of ``figure`` (an element) smaller for a long caption, in place.

    ``page`` is a ``page.papers.Page``. Short captions have room as it is; one that leaves a
    picture no lines has half of the page to begin on.
    """
    caption, picture = figure.find('{*}figcaption'), figure.find('{*}img')
    if caption is None or picture is None:
        return
    around = sum(
        made.tag.endswith(f'}}{name}') for made in figure.iterancestors() for name in _SETTING_IN
    )
    room = page.characters - _SET_IN * around
    # A line more: none is filled to its last character.
    lines = ceil(em_width(caption) * _SIZE / room) + 1
    left = page.lines - lines - 1
    if left < _LEAST:
        left = page.lines // 2
        figure.set('style', 'break-inside: auto')
        caption.set('style', 'break-before: avoid; break-inside: auto')
    if lines > SHORT:
        picture.set('style', f'max-height: {left}rlh')
