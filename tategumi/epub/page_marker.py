"""The marker where a page of the PDF begins (EPUB 3 SSV, pagebreak; DPUB-ARIA, doc-pagebreak)."""

from ..markup import Element, element


def page_marker(label: str) -> Element:
    """The marker of the page called ``label``."""
    marker = element('span', epub_type='pagebreak', role='doc-pagebreak', id=name_of(label))
    marker.set('aria-label', label)
    # With an end tag, for those who read it as HTML.
    marker.text = ''
    return marker


def name_of(label: str) -> str:
    """The id of the marker of a page."""
    return f'page-{label}'
