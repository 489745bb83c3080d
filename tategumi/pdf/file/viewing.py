"""How a viewer opens the book, and what it calls its pages."""

import pydyf


def add_viewing(pdf, two_page_view):
    """Set what a viewer shows first in the catalogue (PDF 32000-1, 12.2, 7.7.2).

    With ``two_page_view``, spreads read from right to left: in a book bound on
    the right the first page stands alone on the left.
    """
    preferences = pdf.catalog['ViewerPreferences'] = pydyf.Dictionary({'DisplayDocTitle': 'true'})
    if two_page_view:
        preferences['Direction'] = '/R2L'
        pdf.catalog['PageLayout'] = '/TwoPageRight'
    if 'Outlines' in pdf.catalog:
        pdf.catalog['PageMode'] = '/UseOutlines'


def unnumbered(page_types):
    """How many pages at the beginning have no folio: the cover's leaf."""
    return next(
        number
        for number, page_type in enumerate(page_types)
        if page_type.name != 'cover' and not page_type.blank
    )


def add_page_labels(pdf, page_types):
    """Give every page of ``pdf`` (``pydyf.PDF``) its folio as label.

    The ``unnumbered`` ones are called 表紙.
    """
    labels, count = [], unnumbered(page_types)
    if count:
        labels += [0, pydyf.Dictionary({'P': pydyf.String('表紙')})]
    labels += [count, pydyf.Dictionary({'S': '/D'})]
    pdf.catalog['PageLabels'] = pydyf.Dictionary({'Nums': pydyf.Array(labels)})
