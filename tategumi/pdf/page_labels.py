"""Page labels: what a viewer calls each page (PDF 32000-1, 12.4.2)."""

import pydyf


def add_page_labels(pdf, unnumbered):
    """Give every page of ``pdf`` (``pydyf.PDF``) its folio as label.

    The first ``unnumbered`` pages, the cover's leaf, are called 表紙.
    """
    labels = []
    if unnumbered:
        labels += [0, pydyf.Dictionary({'P': pydyf.String('表紙')})]
    labels += [unnumbered, pydyf.Dictionary({'S': '/D'})]
    pdf.catalog['PageLabels'] = pydyf.Dictionary({'Nums': pydyf.Array(labels)})
