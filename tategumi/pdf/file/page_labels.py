"""Page labels: what a viewer calls each page (PDF 32000-1, 12.4.2)."""

import pydyf


def unnumbered(page_boxes):
    """How many pages at the beginning have no folio: the cover's leaf."""
    return next(
        number
        for number, page in enumerate(page_boxes)
        if page.page_type.name != 'cover' and not page.page_type.blank
    )


def add_page_labels(pdf, page_boxes):
    """Give every page of ``pdf`` (``pydyf.PDF``) its folio as label.

    The ``unnumbered`` ones are called 表紙.
    """
    labels, count = [], unnumbered(page_boxes)
    if count:
        labels += [0, pydyf.Dictionary({'P': pydyf.String('表紙')})]
    labels += [count, pydyf.Dictionary({'S': '/D'})]
    pdf.catalog['PageLabels'] = pydyf.Dictionary({'Nums': pydyf.Array(labels)})
