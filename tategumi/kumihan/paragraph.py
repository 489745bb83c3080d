"""A paragraph as line composition sees it: items in a row, each with class and length."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import combining

from .classes import BODY, BODY_START, classes_of

_REPEAT_MARK_HEADS = '〳〴'
#: Bodies that differ from those of their class (appendix A.3), in the middle of the em.
NARROW = {'‐': 0.25, '–': 0.5, '゠': 0.5}


class Paragraph:
    """Items in reading order; an item is a character or a construct set as one.

    Parallel lists, one entry an item: ``classes`` (JLReq class numbers),
    ``sizes`` (the em of the item), ``advances`` (the length of its body along
    the line), ``starts`` (where the body begins in the item's em square, so
    that a character's square is placed at *position* − *start*), ``bound``
    (true where item and next may be neither parted nor spaced) and
    ``hyphens`` (length of the hyphen added when a line ends after the item, 0
    where it may end without one; ``None`` where the classes say if it may).
    ``kept`` has the items after which no line may end though space is set there.

    ``forced`` holds the items after which a line must end; ``over_head`` and
    ``over_end`` how far the ruby that begins or ends with an item reaches out
    beyond it, which it may not do at a line head or line end; ``rigid`` the items
    whose space to the next ruby lies over. ``parted`` maps the items after which a
    line may part a construct to it (a ``Ruby`` or ``Warichu``, whose ``between`` says
    what of it stands on a line), ``stretch`` some of them to how far the space after
    them may grow.
    """

    def __init__(self) -> None:
        self.classes: list[int] = []
        self.sizes: list[float] = []
        self.advances: list[float] = []
        self.starts: list[float] = []
        self.bound: list[bool] = []
        self.hyphens: list[float | None] = []
        self.kept: set[int] = set()
        self.forced: set[int] = set()
        self.over_head: dict[int, float] = {}
        self.over_end: dict[int, float] = {}
        self.rigid: set[int] = set()
        self.parted: dict[int, Any] = {}
        self.stretch: dict[int, float] = {}

    def __len__(self) -> int:
        return len(self.classes)

    def append_text(self, text: str, size: float) -> None:
        """Add full-width ``text``, each character one item of ``size``."""
        first = len(self.classes)
        classes, (bodies, starts) = classes_of(text), _bodies(size)
        self.classes += classes
        self.sizes += [size] * len(text)
        self.advances += map(bodies.__getitem__, classes)
        self.starts += map(starts.__getitem__, classes)
        self.bound += [False] * len(text)
        self.hyphens += [None] * len(text)
        if 8 in classes:
            self._bind_pairs(text, first)
        if any(map(_EXCEPTIONS.__getitem__, set(text))):
            self._fit_exceptions(text, first)

    def _fit_exceptions(self, text: str, first: int) -> None:
        for item, character in enumerate(text, first):
            if character in NARROW:
                self.advances[item] = NARROW[character] * self.sizes[item]
                self.starts[item] = (self.sizes[item] - self.advances[item]) / 2
            elif item and joins(character):
                # It stands in the square of the character before it.
                self.classes[item] = self.classes[item - 1]
                self.advances[item] = 0
                self.starts[item] = self.starts[item - 1] + self.advances[item - 1]
                self.bound[item - 1] = True
                self.bound[item] = character in _JOINERS
            elif is_unseen(character):
                self.advances[item] = 0

    def append_upright(self, text: str, size: float, parted: bool = False) -> None:
        """Add figures or letters set upright one below the other, not to be parted.

        They stand as ideographic characters do, without space to Japanese
        text (JLReq §3.2.4). With ``parted`` a line may end anywhere in them.
        """
        self.append_text(text, size)
        first = len(self.classes) - len(text)
        for index in range(first, len(self.classes)):
            self.classes[index] = 19
            self.advances[index] = size
            self.starts[index] = 0
            self.bound[index] = not parted and index + 1 < len(self.classes)

    def append_in_number(self, mark: str, size: float) -> None:
        """Add ``mark``, 、 or ・ within a number: half an em, without space (JLReq §3.1.3)."""
        if self.bound:
            self.bound[-1] = True
        self.append_text(mark, size)
        self.bound[-1] = True

    def append_unspaced(self, text: str, size: float) -> None:
        """Add text of a program: marks fill a square too, and nothing is spaced out."""
        first = len(self)
        self.append_text(text, size)
        for item in range(first, len(self)):
            joined = item > first and joins(text[item - first])
            self.classes[item] = 27
            self.advances[item] = 0 if joined else size
            self.starts[item] = size if joined else 0

    def append(
        self,
        number: int,
        advance: float,
        size: float,
        hyphen: float | None = None,
        bound: bool = False,
    ) -> None:
        """Add one construct of class ``number``, ``advance`` long.

        A word space at the head of a paragraph, or of a line after a forced end, has no length
        (CSS Text 3 §4.1.2).
        """
        if number == 26 and (not self.classes or len(self.classes) - 1 in self.forced):
            advance, bound = 0.0, True
        self.classes.append(number)
        self.sizes.append(size)
        self.advances.append(advance)
        self.starts.append(0)
        self.bound.append(bound)
        self.hyphens.append(hyphen)

    def force_break(self) -> None:
        """A line ends after the last item, as at the end of a paragraph."""
        self.forced.add(len(self.classes) - 1)

    def parts_of(self, start: int, end: int) -> Sequence[Any]:
        """The parts that a line of items ``start`` to ``end - 1`` has of what it parts."""
        parted = self.parted
        if start - 1 not in parted and end - 1 not in parted:
            return ()
        constructs = [parted[item] for item in (start - 1, end - 1) if item in parted]
        return [construct.between(start, end) for construct in dict.fromkeys(constructs)]

    def _bind_pairs(self, text: str, first: int) -> None:
        # JLReq appendix C, note 5: dashes and leaders come in pairs; a longer
        # run may be parted between its pairs.
        paired = -2
        for offset, number in enumerate(self.classes[first:-1]):
            if number != 8:
                continue
            before, after = text[offset], text[offset + 1]
            pair = after == before or after == '〵' and before in _REPEAT_MARK_HEADS
            if pair and paired != offset - 1:
                self.bound[first + offset] = True
                paired = offset


@cache
def _bodies(size: float) -> tuple[list[float], list[float]]:
    """Length and beginning of the body of a character of ``size``, each a list by class."""
    return (
        [BODY.get(number, 1) * size for number in range(31)],
        [BODY_START.get(number, 0) * size for number in range(31)],
    )


@cache
def joins(character: str) -> bool:
    """Is ``character`` set with the one before it: a combining mark, a variation selector?

    So is what nobody sees.
    """
    return (
        combining(character) != 0
        or '\ufe00' <= character <= '\ufe0f'
        or ('\U000e0100' <= character <= '\U000e01ef')
        or is_unseen(character)
    )


#: No line ends before or behind these (UAX #14, WJ).
_JOINERS = '\u2060\ufeff'
#: Of ``Default_Ignorable_Code_Point`` (UAX #44) those that are no variation selectors. Fillers of
#: hangul are not among them: they take room.
_UNSEEN = re.compile(
    '[\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff'
    '\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]'
)


@cache
def is_unseen(character: str) -> bool:
    """Is ``character`` one that is not shown and takes no room, such as a zero-width space?"""
    return _UNSEEN.match(character) is not None


class _Exceptions(dict):
    """Is a character one for ``_fit_exceptions``? Remembered: a call for each takes long."""

    def __missing__(self, character: str) -> bool:
        is_exception = self[character] = character in NARROW or bool(joins(character))
        return is_exception


_EXCEPTIONS = _Exceptions()


@dataclass(frozen=True)
class CompositionStyle:
    """``justify``: full lines fill the measure exactly; otherwise lines keep
    their natural lengths; ``justify_last``: last lines fill it too, their characters spaced
    evenly (§3.5.3, §3.7.3). ``hanging``: full stops and commas may hang below the
    line end (JLReq §3.8.2). ``strict_line_start``: small kana and ー may not
    begin a line either (JLReq appendix C, addendum). ``by_paragraph``: line ends
    are chosen over the whole paragraph; otherwise line by line, and no line
    depends on what comes after the next. ``ends``: the items after which alone
    lines may end; ``None``: after all that JLReq lets them end after. ``bracket_space``: an
    opening bracket at a line head keeps its half em, but at the head of the paragraph, whose
    indent says (§3.1.5). ``rigid_end_stop``: so does a full stop at a line end, where it does not
    hang (appendix D, table 4). ``last_line``: rather than that a last line has fewer
    characters, the lines before are spaced out however far (§3.5.4); of 0, one alone is avoided
    where they need no more than a sixth of an em a place.
    """

    justify: bool = True
    hanging: bool = True
    strict_line_start: bool = False
    by_paragraph: bool = True
    ends: frozenset | None = None
    justify_last: bool = False
    bracket_space: bool = False
    rigid_end_stop: bool = False
    last_line: int = 0
