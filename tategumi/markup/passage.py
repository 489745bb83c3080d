"""The text of one block as the reader reads it, however many elements it runs through.

House style looks at characters in their context (is this ``7`` part of ``D17``,
is this ``AI`` part of ``OpenAI``), and the context may lie beyond an element's
edge. A passage is that context as one string.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from .xhtml import Element, element, local_name

_INLINE = frozenset({'a', 'abbr', 'em', 'mark', 'ruby', 's', 'span', 'strong', 'sub', 'sup'})
_SET_ALREADY = frozenset({'tcy', 'upright', 'number-comma', 'number-point'})
_LABELS = frozenset({'noteref', 'footnote-number'})
_UNREAD = frozenset({'rt'})
_UNTOUCHED = frozenset({'code', 'img', 'br', 'math'})

#: Stands in a passage for what is not text or must stay as it is.
OBJECT = '\N{OBJECT REPLACEMENT CHARACTER}'


class Run(NamedTuple):
    """Characters ``start`` to ``end`` of a passage, to be set as ``text``.

    ``form`` is how, the class of its span: ``'tcy'``, ``'upright'``, ``'sideways'``,
    ``'number-comma'``, ``'number-point'``; or ``''`` for plain text.
    """

    start: int
    end: int
    text: str
    form: str = ''


class _Slot(NamedTuple):
    owner: etree._Element
    tail: bool
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Passage:
    """One block's text.

    ``text`` is the whole of it without ruby readings; note numbers are
    passages of their own.
    """

    def __init__(self) -> None:
        self.text = ''
        self._slots: list[_Slot] = []

    def add(self, owner: Element, tail: bool) -> None:
        """Take in the text inside ``owner`` before its first child, or after its end tag."""
        text = owner.tail if tail else owner.text
        if text:
            self._slots.append(_Slot(owner, tail, len(self.text), text))
            self.text += text

    def skip(self) -> None:
        """Take in something that is not text."""
        self.text += OBJECT

    def set(self, runs: Sequence[Run]) -> None:
        """Put ``runs`` (in order, none overlapping) into the tree.

        A run that crosses an element's edge is left as it stands: to set
        ``1<em>3</em>`` as one would undo what the editor marked.
        """
        if not runs:
            return
        for slot in self._slots:
            inside = [r for r in runs if slot.start <= r.start and r.end <= slot.end]
            if inside:
                _fill(slot, inside)


def _fill(slot: _Slot, runs: Sequence[Run]) -> None:
    text, position = '', slot.start
    spans: list[Element] = []

    def write(piece: str) -> None:
        nonlocal text
        if spans:
            spans[-1].tail = (spans[-1].tail or '') + piece
        else:
            text += piece

    for run in runs:
        write(slot.text[position - slot.start : run.start - slot.start])
        if run.form:
            spans.append(element('span', run.text, class_=run.form))
        else:
            write(run.text)
        position = run.end
    write(slot.text[position - slot.start :])

    if slot.tail:
        slot.owner.tail = text
        parent = slot.owner.getparent()
        at = parent.index(slot.owner) + 1
    else:
        slot.owner.text = text
        parent, at = slot.owner, 0
    parent[at:at] = spans


def passages(root: Element) -> list[Passage]:
    """The passages below ``root`` in reading order, a note number before what it stands in."""
    reader = _Reader()
    reader.visit(root)
    reader.close()
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found: list[Passage] = []
        self.current = Passage()

    def close(self) -> None:
        if self.current.text.strip():
            self.found.append(self.current)
        self.current = Passage()

    def visit(self, node: Element) -> None:
        name, classes = local_name(node), (node.get('class') or '').split()
        if name == 'pre':
            self.close()
        elif name in _UNREAD:
            pass
        elif not _LABELS.isdisjoint(classes):
            interrupted, self.current = self.current, Passage()
            self.read(node)
            self.close()
            self.current = interrupted
        elif 'sideways' in classes:
            # A quotation mark is part of what it stands in, but is set.
            self.current.text += ''.join(node.itertext())
        elif name in _UNTOUCHED or not _SET_ALREADY.isdisjoint(classes):
            self.current.skip()
        elif name in _INLINE:
            self.read(node)
        else:
            self.close()
            self.read(node)
            self.close()

    def read(self, node: Element) -> None:
        self.current.add(node, tail=False)
        for child in node:
            self.visit(child)
            self.current.add(child, tail=True)
