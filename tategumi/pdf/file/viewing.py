"""How a viewer opens the book."""

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
