"""The bare boxes of a segment (``segments/tagged``) as plain values, and back."""

from weasyprint.formatting_structure import boxes

from ..inline_layout.boxes import place
from ..segments.tagged import ATTRIBUTES, Element

_KINDS = {
    name: kind
    for name, kind in vars(boxes).items()
    if isinstance(kind, type) and issubclass(kind, boxes.Box)
}


class PlainBoxes:
    """Turns boxes into lists; ``elements`` and ``styles`` are what they share.

    ``numbers`` are those of the boxes of one page, in the order of ``page``.
    """

    def __init__(self):
        self._elements, self._styles = _Shared(), _Shared()
        self.numbers = {}

    def page(self, roots):
        """The boxes of a page."""
        self.numbers = {}
        return [self._plain(box) for box in roots]

    def shared(self):
        """What ``MadeBoxes`` is made of."""
        return [
            [[element.tag, element.attrib] for element in self._elements.values],
            [list(style.items()) for style in self._styles.values],
        ]

    def _plain(self, box):
        kind = type(box).__name__
        if _KINDS.get(kind) is not type(box):
            raise TypeError(f'no plain value: {kind}')
        self.numbers[box] = len(self.numbers)
        own = None
        if isinstance(box, boxes.TextBox):
            own = box.text
        elif isinstance(box, boxes.ReplacedBox):
            own = box.position_x, box.position_y, box.width, box.height
        return [
            kind,
            box.element_tag,
            self._elements.number(box.element),
            self._styles.number(box.style),
            {name: getattr(box, name) for name in ATTRIBUTES if name in box.__dict__},
            own,
            [self._plain(child) for child in box.children],
        ]


class _Shared:
    """Numbers objects, the same object always with the same number; ``None`` with none."""

    def __init__(self):
        self.values, self._numbers = [], {}

    def number(self, value):
        if value is None:
            return None
        if id(value) not in self._numbers:
            self._numbers[id(value)] = len(self.values)
            self.values.append(value)
        return self._numbers[id(value)]


class MadeBoxes:
    """Makes boxes of what ``PlainBoxes`` told of; ``made`` are those of one page, by number."""

    def __init__(self, shared):
        elements, styles = shared
        self._elements = [Element(tag, attrib) for tag, attrib in elements]
        self._styles = [{name: tuples(value) for name, value in style} for style in styles]
        self.made = []

    def page(self, roots):
        """The boxes of a page. Raises ``LookupError`` or ``ValueError`` for what are none."""
        self.made = []
        return [self._made(root) for root in roots]

    def _made(self, plain):
        kind, tag, element, style, attributes, own, children = plain
        kind = _KINDS[kind]
        box = kind.__new__(kind)
        self.made.append(box)
        box.element_tag = tag
        box.element = None if element is None else self._elements[element]
        box.style = self._styles[style]
        for name, value in attributes.items():
            if name in ATTRIBUTES:
                setattr(box, name, value)
        if issubclass(kind, boxes.TextBox):
            box.text = own
        elif issubclass(kind, boxes.ReplacedBox):
            place(box, *own)
        box.children = [self._made(child) for child in children]
        return box


def tuples(value):
    """``value`` with a tuple for every list, as styles, names and places have them."""
    return tuple(map(tuples, value)) if isinstance(value, list) else value
