"""A new scrape and an editor's changes in one chapter, by paragraph and phrase.

Each paragraph is found again in both versions, though either changed it, and so is each phrase.
What one changed is taken over; a conflict is where both changed the same phrase.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .alignment import aligned, are_alike

#: Lines around the two versions of a conflict: the editor's first, then the new scrape's.
OURS = '<<<<<<< あなたの直した段落'
BETWEEN = '======= 新しい原稿の段落'
THEIRS = '>>>>>>> どちらか一つを残し、この三つの行を消してください'
_BEGINS = '<<<<<<< '
_PARAGRAPHS = re.compile(r'\n{2,}')
_PHRASES = re.compile(r'.*?(?:[、。，．！？!?」』）\n]+|\Z)', re.DOTALL)


@dataclass(frozen=True)
class _Unit:
    """A paragraph or phrase as it is in both merged versions, the same but in a conflict.

    ``None``: one of them does not have it.
    """

    ours: str | None
    theirs: str | None

    @property
    def is_conflict(self) -> bool:
        return self.ours != self.theirs


_Settle = Callable[[str, str, str], _Unit]


def merge(base: str, edited: str, new: str) -> tuple[str, int]:
    """``(text, conflicts)``: what the editor and the new scrape changed of ``base``.

    All are Markdown. What one of the two changed is taken over; where both
    changed the same phrase of a paragraph in different ways, both versions of the paragraph
    stay, between the marks above, and count as one conflict.
    """
    units = _merged(paragraphs_of(base), paragraphs_of(edited), paragraphs_of(new), _paragraph)
    parts: list[str] = []
    conflicts = 0
    while units:
        if not units[0].is_conflict:
            parts += filter(None, [units.pop(0).ours])
            continue
        end = next((place for place, unit in enumerate(units) if not unit.is_conflict), len(units))
        run, units = units[:end], units[end:]
        ours = [unit.ours for unit in run if unit.ours is not None]
        theirs = [unit.theirs for unit in run if unit.theirs is not None]
        parts += [OURS, *ours, BETWEEN, *theirs, THEIRS]
        conflicts += 1
    return '\n\n'.join(parts) + '\n', conflicts


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of Markdown ``text``, as what is between blank lines."""
    return [part for part in _PARAGRAPHS.split(text.strip('\n')) if part]


def conflict_line(text: str) -> int | None:
    """The line of ``text``, from 1, where the first conflict begins; ``None`` without one."""
    lines = text.split('\n') if _BEGINS in text else ()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(_BEGINS)), None)


def _paragraph(base: str, edited: str, new: str) -> _Unit:
    """A paragraph that all three have, merged phrase by phrase."""
    units = _merged(_phrases_of(base), _phrases_of(edited), _phrases_of(new), _both)
    return _Unit(
        ''.join(unit.ours or '' for unit in units), ''.join(unit.theirs or '' for unit in units)
    )


def _phrases_of(text: str) -> list[str]:
    # The last match is empty, behind the end.
    return _PHRASES.findall(text)[:-1]


def _both(base: str, edited: str, new: str) -> _Unit:
    return _Unit(edited, new)


def _settled(base: str, edited: str, new: str, settle: _Settle) -> _Unit:
    if edited in (base, new):
        return _Unit(new, new)
    return _Unit(edited, edited) if new == base else settle(base, edited, new)


def _merged(
    base: Sequence[str], edited: Sequence[str], new: Sequence[str], settle: _Settle
) -> list[_Unit]:
    """The units of both versions, merged; ``settle`` says what one is that both changed."""
    ours, theirs = aligned(base, edited), aligned(base, new)
    anchors = [place for place in range(len(base)) if place in ours and place in theirs]
    units: list[_Unit] = []
    done = (0, 0, 0)
    for place in [*anchors, len(base)]:
        is_end = place == len(base)
        stop = (place, len(edited), len(new)) if is_end else (place, ours[place], theirs[place])
        before, first, second = (
            list(text[start:end]) for text, start, end in zip((base, edited, new), done, stop)
        )
        units += _between(before, first, second)
        if not is_end:
            units.append(_settled(base[place], edited[ours[place]], new[theirs[place]], settle))
        done = stop[0] + 1, stop[1] + 1, stop[2] + 1
    return units


def _between(base: list[str], edited: list[str], new: list[str]) -> list[_Unit]:
    """What stands between two units that all have: no unit of ``base`` is in both others."""
    if edited in (base, new):
        return [_Unit(text, text) for text in new]
    if new == base:
        return [_Unit(text, text) for text in edited]
    if not base and not any(are_alike(one, other) for one in edited for other in new):
        # Both put in something of their own.
        return [_Unit(text, text) for text in (*edited, *new)]
    ours, is_ours_changed = _own(base, edited)
    theirs, is_theirs_changed = _own(base, new)
    if not (ours and theirs or is_ours_changed or is_theirs_changed):
        return [_Unit(text, text) for text in (*ours, *theirs)]
    return [*(_Unit(text, None) for text in ours), *(_Unit(None, text) for text in theirs)]


def _own(base: list[str], other: list[str]) -> tuple[list[str], bool]:
    """What ``other`` has that ``base`` has not, and whether it changed a unit of ``base``.

    A unit that it left as it was, is one that the third version left out.
    """
    pairs = aligned(base, other)
    same = {at for place, at in pairs.items() if other[at] == base[place]}
    return [text for at, text in enumerate(other) if at not in same], len(same) < len(pairs)
