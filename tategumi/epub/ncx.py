"""The contents for EPUB 2 readers (OPF 2.0.1 §2.4.1, NCX), with what ebooklib leaves out."""

from collections.abc import Iterable, Sequence

from lxml import etree

from ..markup import Element
from .page_marker import name_of

_NCX = 'http://www.daisy.org/z3986/2005/ncx/'


def completed(ncx: bytes, pages: Sequence[tuple[str, str]]) -> bytes:
    """``ncx`` (bytes), saying how deep it is, with ``pages``: ``(label, address)`` in order."""
    root = etree.fromstring(ncx, etree.XMLParser(remove_blank_text=True))
    said: dict[str, int | str] = {'depth': _depth(root.find(f'{{{_NCX}}}navMap'))}
    if pages:
        root.append(_page_list(pages))
        said |= {'totalPageCount': len(pages), 'maxPageNumber': pages[-1][0]}
    for name, value in said.items():
        for meta in root.iterfind(f'.//{{{_NCX}}}meta[@name="dtb:{name}"]'):
            meta.set('content', str(value))
    return etree.tostring(root, pretty_print=True, encoding='utf-8', xml_declaration=True)


def _depth(node: Element) -> int:
    """How many levels of entries there are below ``node``."""
    return max((1 + _depth(point) for point in node.iterfind(f'{{{_NCX}}}navPoint')), default=0)


def _page_list(pages: Iterable[tuple[str, str]]) -> Element:
    made = etree.Element(f'{{{_NCX}}}pageList')
    for label, address in pages:
        target = etree.SubElement(
            made, f'{{{_NCX}}}pageTarget', id=f'ncx-{name_of(label)}', type='normal', value=label
        )
        name = etree.SubElement(target, f'{{{_NCX}}}navLabel')
        etree.SubElement(name, f'{{{_NCX}}}text').text = label
        etree.SubElement(target, f'{{{_NCX}}}content', src=address)
    return made
