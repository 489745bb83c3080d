"""Building and writing the XHTML that both outputs share."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

XHTML = 'http://www.w3.org/1999/xhtml'
OPS = 'http://www.idpf.org/2007/ops'
MATHML = 'http://www.w3.org/1998/Math/MathML'
NAMESPACES = {None: XHTML, 'epub': OPS}
EPUB_TYPE = f'{{{OPS}}}type'

_VOID = frozenset({'br', 'hr', 'img', 'link', 'meta'})


def element(tag: str, *content: str | Element, **attributes: str | None) -> Element:
    """An XHTML element with ``content`` (text and elements) in it.

    Attribute names are written as Python has them: ``class_``, ``epub_type``,
    ``aria_label``; one whose value is ``None`` is left out.
    """
    node = etree.Element(f'{{{XHTML}}}{tag}', nsmap=NAMESPACES)
    for name, value in attributes.items():
        if value is not None:
            node.set(_attribute(name), value)
    for item in content:
        if not isinstance(item, str):
            node.append(item)
        elif len(node):
            node[-1].tail = (node[-1].tail or '') + item
        else:
            node.text = (node.text or '') + item
    return node


def _attribute(name: str) -> str:
    return EPUB_TYPE if name == 'epub_type' else name.rstrip('_').replace('_', '-')


def local_name(node: Element) -> str:
    """``'p'`` of ``{http://www.w3.org/1999/xhtml}p``."""
    return node.tag.rpartition('}')[2]


def has_class(node: Element, name: str) -> bool:
    """Is ``name`` one of the classes of the element?"""
    return name in node.get('class', '').split()


def close(root: Element) -> None:
    """Have every empty element below ``root`` that HTML does not know as void get an end tag.

    Who reads XHTML as HTML would take all that follows for its content.
    """
    for node in root.iter(etree.Element):
        if not len(node) and node.text is None and local_name(node) not in _VOID:
            node.text = ''


def fragment(root: Element) -> str:
    """``root`` as well-formed XHTML text that an HTML parser reads the same.

    An empty element that HTML does not know as void gets an end tag.
    """
    close(root)
    return etree.tostring(root, encoding='unicode')


def unwrap(span: Element) -> None:
    """Put what is in ``span``, which says nothing, into its place."""
    parent, before = span.getparent(), span.getprevious()
    text, tail = span.text or '', span.tail or ''
    if len(span):
        span[-1].tail = (span[-1].tail or '') + tail
    else:
        text += tail
    if before is not None:
        before.tail = (before.tail or '') + text
    else:
        parent.text = (parent.text or '') + text
    place = parent.index(span)
    parent[place : place + 1] = list(span)
