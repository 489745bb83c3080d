"""Bare copies of laid-out boxes: what tags and the list of pages are made of, and no more."""

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from ..composing.boxes import place

#: What WeasyPrint's tags look at in a style.
_PROPERTIES = ('display', 'list_style_type')

#: What tags look at in some boxes only.
ATTRIBUTES = ('is_table_wrapper', 'is_header', 'colspan', 'rowspan', 'spoken')


class Bare:
    """Makes bare copies of the boxes of a page; ``copies`` maps a box to its copy.

    ``elements`` are those seen on the pages before, and remain the same. Lines are
    left out: what is on them stands in the block itself, where WeasyPrint's tags
    look for it too.
    """

    def __init__(self, elements):
        self.copies, self._elements = {}, elements
        self._styles = {}

    def copy(self, box):
        """The bare copy of ``box`` and all below it."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        kind = boxes.TextBox if isinstance(box, boxes.TextBox) else type(box)
        made = kind.__new__(kind)
        made.element_tag = box.element_tag
        made.element = self._element(box.element)
        made.style = self._style(box.style)
        for name in ATTRIBUTES:
            if name in box.__dict__:
                setattr(made, name, getattr(box, name))
        if isinstance(box, boxes.TextBox):
            made.text = box.text
        elif isinstance(box, boxes.ReplacedBox):
            place(made, box.content_box_x(), box.content_box_y(), box.width, box.height)
        made.children = [self.copy(child) for child in _children(box)]
        self.copies[box] = made
        return made

    def _element(self, element):
        if element is None:
            return None
        if element not in self._elements:
            self._elements[element] = Element(element.tag, dict(element.attrib))
        return self._elements[element]

    def _style(self, style):
        values = tuple(style[name] for name in _PROPERTIES)
        return self._styles.setdefault(values, dict(zip(_PROPERTIES, values)))


class Element:
    """An element of which only its name and attributes are known."""

    __slots__ = ('attrib', 'tag')

    def __init__(self, tag, attrib):
        self.tag, self.attrib = tag, attrib

    def find(self, path):
        """As of an element without children."""

    def get(self, name, default=None):
        """The value of attribute ``name``."""
        return self.attrib.get(name, default)


def bare_root():
    """The root box of a page left blank."""
    root = boxes.BlockBox.__new__(boxes.BlockBox)
    root.element_tag, root.element, root.style, root.children = 'html', None, {}, []
    return root


def _children(box):
    for child in getattr(box, 'children', ()):
        if isinstance(child, boxes.LineBox):
            yield from child.children
        else:
            yield child
