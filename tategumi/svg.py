"""Drawings in SVG, of which only those may stand in a book that show and do nothing else.

EPUB 3.3 §3.2 has SVG among its core media types; a reading system may run what stands in it.
"""

import re

from lxml import etree

from .messages import Message

_SVG = '{http://www.w3.org/2000/svg}'
_BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:<\?xml\b|<svg[\s>]|<!--|<!DOCTYPE svg)')
#: Elements that run, move, or bring in another document.
_REFUSED = frozenset(
    """script foreignObject iframe object embed audio video animate animateMotion animateTransform
    animateColor set discard handler listener""".split()
)
_REFERENCE = re.compile(r'#|data:image/(?:png|jpeg|gif|webp);base64,')
#: Functions of CSS that bring in something, but a part of the drawing.
_BRINGS_IN = re.compile(
    r'@import|expression\(|(?:url|image-set|image)\((?!\s*["\']?#)', re.IGNORECASE
)
_LENGTH = re.compile(r'\s*[0-9.]+(?:px|pt|pc|mm|cm|in|em|ex)?\s*')
#: In bytes; a drawing that is larger is slow to show.
_LARGEST = 10_000_000


def is_svg(beginning: bytes) -> bool:
    """Whether a file with this ``beginning`` may be SVG."""
    return bool(_BEGINS.match(beginning))


def svg_fault(content: bytes) -> str:
    """Why the file ``content`` may not stand in a book, or ``''``.

    Nothing it refers to is read.
    """
    if len(content) > _LARGEST:
        return Message('is larger than {size} MB', size=_LARGEST // 1_000_000)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Message('is no well-formed SVG')
    if root.tag != f'{_SVG}svg':
        return Message('is no SVG')
    if root.getroottree().docinfo.internalDTD is not None and b'<!ENTITY' in content:
        return Message('is SVG that declares entities')
    for node in (*root.itersiblings(preceding=True), *root.iter()):
        if isinstance(node, etree._ProcessingInstruction):
            return Message('is SVG with a style sheet of its own file')
        if isinstance(node.tag, str) and (fault := _fault_of(node)):
            return Message('is SVG with {fault}, which no book may hold', fault=fault)
    return (
        ''
        if _has_size(root)
        else Message('is SVG without a size: it needs a viewBox, or width and height')
    )


def _fault_of(node: etree._Element) -> str:
    name = etree.QName(node).localname
    if name in _REFUSED:
        return f'<{name}>'
    if name == 'style' and _BRINGS_IN.search(node.text or ''):
        return Message('a style that brings in a file')
    for key, value in node.items():
        attribute = etree.QName(key).localname
        if attribute.lower().startswith('on'):
            return f'"{attribute}"'
        if attribute in ('href', 'src') and not _REFERENCE.match(value.strip()):
            return Message('a reference to "{address}"', address=value.strip()[:40])
        if _BRINGS_IN.search(value):
            return Message('a reference in "{attribute}"', attribute=attribute)
    return ''


def _has_size(root: etree._Element) -> bool:
    sizes = [root.get('width', ''), root.get('height', '')]
    return bool(root.get('viewBox')) or all(map(_LENGTH.fullmatch, sizes))
