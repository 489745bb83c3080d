"""How a viewer opens the book: bound on the right, two pages side by side."""

import pydyf


def add_viewing(pdf):
    """Set reading direction and page layout in the catalogue (PDF 32000-1, 12.2, 7.7.2).

    In a book bound on the right the first page stands alone on the left.
    """
    pdf.catalog['ViewerPreferences'] = pydyf.Dictionary({
        'DisplayDocTitle': 'true'})
    pdf.catalog['PageLayout'] = '/TwoPageRight'
    if 'Outlines' in pdf.catalog:
        pdf.catalog['PageMode'] = '/UseOutlines'
