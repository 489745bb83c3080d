"""Bare copies of laid-out boxes: what tags and the list of pages are made of, and no more."""

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from ..inline_layout.boxes import place

#: What WeasyPrint's tags look at in a style.
_PROPERTIES = ('display', 'list_style_type')

#: What tags look at in some boxes only.
ATTRIBUTES = ('is_table_wrapper', 'is_header', 'colspan', 'rowspan', 'spoken')

#: Elements within a line of which tags have nothing to say: PDF has no such role, or the
#: text in them is read as it is copied (``ActualText``).
_UNTOLD = frozenset(
    (
        'b',
        'bdi',
        'cite',
        'code',
        'em',
        'i',
        'rb',
        'rt',
        'ruby',
        's',
        'small',
        'span',
        'strong',
        'sub',
        'sup',
        'u',
    )
)


def owners(page):
    """Of which run each text box on ``page`` is: box → what is the same for all of a run.

    A run is the text of one block, or of one of the elements within it that have
    tags of their own, but for what is copied as something else.
    """
    found = {}
    _own(page, found)
    return found


def _own(box, found):
    runs = {}
    for child in _told(box):
        if isinstance(child, boxes.TextBox):
            if not getattr(child, 'spoken', ''):
                found[child] = runs.setdefault(_added(child), object())
        else:
            _own(child, found)


def _told(box):
    """What is in ``box``, lines and what tags have nothing to say of looked through."""
    for child in getattr(box, 'children', ()):
        if isinstance(child, AbsolutePlaceholder):
            child = child._box
        if isinstance(child, boxes.LineBox) or _is_untold(child):
            yield from _told(child)
        else:
            yield child


def _is_untold(box):
    return (
        type(box) is boxes.InlineBox
        and box.element_tag in _UNTOLD
        and box.element.get('lang') is None
    )


def _added(text):
    """What says that ``text`` is added by a sheet: a pseudo-element, or ``''``."""
    return (text.element_tag or '').partition('::')[2]


class Bare:
    """Makes bare copies of the boxes of a page; ``copies`` maps a box to its copy.

    ``elements`` are those seen on the pages before, and remain the same; ``marks`` has
    the marked content of boxes. Lines are left out, and elements that tags have nothing to
    say of: what is on them stands in the block itself, where WeasyPrint's tags look for
    it too. Text boxes that are one marked content have one copy.
    """

    def __init__(self, elements, marks):
        self.copies, self._elements, self._marks = {}, elements, marks
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
        made.children = self._children(box)
        self.copies[box] = made
        return made

    def _children(self, box):
        made, runs = [], {}
        for child in _told(box):
            run = runs.get(self._marks[child]['mcid']) if child in self._marks else None
            if run is None:
                made.append(self.copy(child))
                if child in self._marks:
                    runs[self._marks[child]['mcid']] = made[-1]
                continue
            run.text += child.text
            self.copies[child] = run
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
