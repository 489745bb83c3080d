"""Building and writing the XHTML that both outputs share."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

XHTML = 'http://www.w3.org/1999/xhtml'
OPS = 'http://www.idpf.org/2007/ops'
NAMESPACES = {None: XHTML, 'epub': OPS}
EPUB_TYPE = f'{{{OPS}}}type'

_VOID = frozenset({'br', 'hr', 'img', 'link', 'meta'})


def element(tag: str, *content: str | Element, **attributes: str | None) -> Element:
    """An XHTML element with ``content`` (text and elements) in it.

    Attribute names are written as Python has them: ``class_``, ``epub_type``,
    ``aria_label``; one whose value is ``None`` is left out.
    """
    made = etree.Element(f'{{{XHTML}}}{tag}', nsmap=NAMESPACES)
    for name, value in attributes.items():
        if value is not None:
            made.set(_attribute(name), value)
    for item in content:
        if not isinstance(item, str):
            made.append(item)
        elif len(made):
            made[-1].tail = (made[-1].tail or '') + item
        else:
            made.text = (made.text or '') + item
    return made


def _attribute(name: str) -> str:
    return EPUB_TYPE if name == 'epub_type' else name.rstrip('_').replace('_', '-')


def local_name(made: Element) -> str:
    """``'p'`` of ``{http://www.w3.org/1999/xhtml}p``."""
    return made.tag.rpartition('}')[2]


def has_class(made: Element, name: str) -> bool:
    """Is ``name`` one of the classes of the element?"""
    return name in made.get('class', '').split()


def fragment(root: Element) -> str:
    """``root`` as well-formed XHTML text that an HTML parser reads the same.

    An empty element that HTML does not know as void gets an end tag.
    """
    for made in root.iter(etree.Element):
        if not len(made) and made.text is None and local_name(made) not in _VOID:
            made.text = ''
    return etree.tostring(root, encoding='unicode')
