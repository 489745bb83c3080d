"""What of the book's elements is on a page, in reading order, and which boxes draw it."""

from typing import Any, TypeAlias

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from ...frames.frame import Element, Node
from ..inline_layout.sideways import SOFT_HYPHEN

#: Where the flow of a box is counted: the id of a part of the book, and of a note in it or ''.
_Place: TypeAlias = tuple[str | None, str]

#: Those of an element's attributes that a PDF tells.
_TOLD = ('alt', 'colspan', 'id', 'lang', 'rowspan', 'scope')

#: What holds all the text.
_ROOTS = ('html', 'body')

#: What a sheet adds to an element and is a node: the label of a list's item.
_LABELS = ('li::before', 'li::marker')

#: Elements within a line that are nodes: they lead somewhere, are pictures, or stand in one as a
#: heading that is run into its paragraph does.
_TOLD_IN_LINE = ('a', 'img', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')


#: Calls of notes and their labels, by their classes.
_NUMBERS = ('noteref', 'footnote-number')


class Elements:
    """The elements of one segment, numbered as they come."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}
        self.all: list[Element] = []
        # The heads of tables, shown once more on pages after.
        self.heads: set[Any] = set()
        # Numbers of notes that were counted.
        self.numbers: set[Any] = set()

    def number(self, element: Any) -> int:
        """The number of ``element``, XHTML's."""
        if element not in self._numbers:
            self._numbers[element] = len(self.all)
            attributes = {
                name: element.get(name) for name in _TOLD if element.get(name) is not None
            }
            self.all.append(Element(element.tag, attributes))
        return self._numbers[element]


class Structure:
    """The nodes of one page; ``elements`` (``Elements``) are those of its segment.

    ``marks`` tells the content of each box that draws one: the text of one node without
    another between, but for what a sheet adds and what is spoken otherwise, is one.
    ``flow`` and ``strings`` are as in ``Frame``.
    """

    def __init__(self, elements: Elements, page: Any) -> None:
        self._elements = elements
        self.tree: list[Node | int] = []
        self.marks: dict[Any, int] = {}
        self.spoken: dict[int, str] = {}
        self.flow: list[tuple[str, str, int]] = []
        self.strings: list[tuple[str, str]] = []
        self._count = 0
        # What the last text belongs to, if more may be the same content.
        self._open: tuple[int, str] | None = None
        self._link: Node | None = None
        for number, child in enumerate(page.children):
            if not isinstance(child, boxes.MarginBox):
                # Behind the text there are side notes, which go on in the next spread.
                self._add(child, None, self.tree, (None, ''), is_counted=not number)

    def _add(
        self,
        box: Any,
        within: Node | None,
        kids: list[Node | int],
        place: _Place,
        is_counted: bool = True,
    ) -> None:
        """Add ``box`` to ``kids``, those of node ``within``, and its flow at ``place``."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.TextBox):
            self._add_text(box, within, kids)
            self._count_text(box, place, is_counted)
            return
        if box.string_set and box.string_set != 'none':
            self.strings += map(tuple, box.string_set)
        if not isinstance(box, boxes.LineBox) and box.element is not None:
            place, is_counted = self._place(box, place, is_counted)
            if is_counted and box.element.get('class') in _NUMBERS:
                is_counted = False
                if box.element not in self._elements.numbers:
                    # Whatever number it is, in the EPUB perhaps another.
                    self._elements.numbers.add(box.element)
                    self._flow(place, 1)
            within, kids = self._node(box, within, kids)
        if isinstance(box, boxes.ReplacedBox):
            self._add_picture(box, within, kids)
            if is_counted:
                self._flow(place, 1)
            return
        outer, self._link = self._link, within if within and within.name == 'a' else self._link
        for child in getattr(box, 'children', ()):
            self._add(child, within, kids, place, is_counted)
        self._link = outer

    def _node(
        self, box: Any, within: Node | None, kids: list[Node | int]
    ) -> tuple[Node | None, list[Node | int]]:
        """The node of ``box`` and its kids; those it is in where it has none of its own."""
        name, number = box.element_tag, self._elements.number(box.element)
        if name not in _LABELS and (name in _ROOTS or _is_in_line(box) or '::' in name):
            return within, kids
        key = number, name
        if within and (within.element, within.name) == key:
            # A part of it that has no name.
            return within, kids
        last = kids[-1] if kids and isinstance(kids[-1], Node) else None
        if last is None or (last.element, last.name) != key:
            last = Node(number, name)
            kids.append(last)
        return last, last.kids

    def _add_text(self, box: Any, within: Node | None, kids: list[Node | int]) -> None:
        spoken = getattr(box, 'spoken', '')
        added = (box.element_tag or '').partition('::')[2]
        key = id(kids), added
        if spoken or self._open != key or not kids or kids[-1] != self._count:
            self._count += 1
            kids.append(self._count)
        self._open = None if spoken else key
        self.marks[box] = self._count
        if spoken:
            self.spoken[self._count] = spoken
        if self._link and not added and box.element_tag != 'rt':
            self._link.words += box.text

    def _add_picture(self, box: Any, within: Node | None, kids: list[Node | int]) -> None:
        if not within or within.name != 'img':
            # One that a sheet adds says nothing.
            return
        self._count += 1
        self.marks[box] = self._count
        kids.append(self._count)
        x, y = box.content_box_x(), box.content_box_y()
        within.box = x, y, x + box.width, y + box.height

    def _place(self, box: Any, place: _Place, is_counted: bool) -> tuple[_Place, bool]:
        """Where the flow of ``box`` is counted: in a part of the book, or a note in it."""
        tag, section = box.element_tag, place[0]
        if section is None and tag not in _ROOTS:
            place = box.element.get('id') or '', ''
        if tag == 'aside':
            place = place[0], box.element.get('id')
        if tag == 'rt' or '::' in tag or self._is_repeated(box):
            is_counted = False
        return place, is_counted

    def _is_repeated(self, box: Any) -> bool:
        """Is ``box`` the head of a table, shown before on another page?"""
        if not (isinstance(box, boxes.TableRowGroupBox) and box.is_header):
            return False
        heads = self._elements.heads
        is_repeated = box.element in heads
        heads.add(box.element)
        return is_repeated

    def _count_text(self, box: Any, place: _Place, is_counted: bool) -> None:
        tag = box.element_tag or ''
        if is_counted and tag != 'rt' and '::' not in tag:
            if getattr(box, 'spoken', '') != SOFT_HYPHEN:
                self._flow(place, sum(map(len, box.text.split())))

    def _flow(self, place: _Place, amount: int) -> None:
        if not amount:
            return
        if self.flow and self.flow[-1][:2] == place:
            amount += self.flow.pop()[2]
        section, note = place
        self.flow.append((section or '', note, amount))


def _is_in_line(box: Any) -> bool:
    """Is ``box`` within a line and none of what is told apart there?"""
    return (
        isinstance(box, boxes.InlineLevelBox)
        and box.element_tag not in _TOLD_IN_LINE
        and box.element.get('lang') is None
    )
