"""Frames → what a printer takes: pages in inks, with bleed and marks, as PDF/X.

``build``           the PDF of the pages; start here
``pages``           pages on their paper; ``boxes`` how large it is, ``marks`` what is around them,
                    ``folios`` in the gutter
``booklet``         pages in pairs for those who print at home, by ``imposition``
``wrap``            the cover around the book: ``spine`` and ``barcode`` on it; ``wrap_report``
                    says what of it cannot be, and what a shop would ask about
``inks``            drawings in inks; ``colours`` by the profile of the printer; ``report``
                    says what cannot be printed, and what a printer would ask about
"""

from ..lazy import lazy_names

_HOMES = {
    'BuiltBooklet': 'booklet',
    'BuiltPrint': 'build',
    'BuiltWrap': 'wrap',
    'build_booklet': 'booklet',
    'build_print': 'build',
    'build_wrap': 'wrap',
    'page_count': 'pages',
}

__all__ = [*_HOMES]

__getattr__ = lazy_names(__name__, _HOMES)
