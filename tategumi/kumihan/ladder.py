"""The ladder of line adjustment, read back from a composed line (JLReq §3.8.2–3.8.4)."""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property

from .adjustment import Gaps
from .filling import Line
from .paragraph import Paragraph

_NEARLY = 1e-3

#: Classes with a space after the mark that a line end may do without (§3.1.9).
_SPACED = frozenset((2, 5, 6, 7))


class Stage(Enum):
    """The last thing that had to be done to a line, in the order it is tried.

    ``words`` say it to a reader; ``section`` is where JLReq does.
    """

    EXACT = 'nothing', ''
    HANGING = 'the last mark hangs', '§3.8.2'
    WORD_SPACES_REDUCED = 'word spaces reduced', '§3.8.3 a'
    END_SOLID = 'no space after the last mark', '§3.8.3 b, c'
    MIDDLE_DOTS_REDUCED = 'spaces at middle dots reduced', '§3.8.3 d'
    HALF_EMS_REDUCED = 'half ems at brackets and commas reduced', '§3.8.3 e'
    WESTERN_REDUCED = 'Japanese-Western spaces reduced', '§3.8.3 f'
    WORD_SPACES_EXPANDED = 'word spaces expanded to a half em', '§3.8.4 a'
    WESTERN_EXPANDED = 'Japanese-Western spaces expanded to a half em', '§3.8.4 b'
    TO_QUARTER_EM = 'up to a quarter em between characters', '§3.8.4 c'
    EVENLY = 'more, evenly between characters', '§3.8.4 d'
    OVERFULL = 'longer than the measure', ''

    def __init__(self, words: str, section: str) -> None:
        self.words, self.section = words, section


_REDUCTIONS = (
    Stage.WORD_SPACES_REDUCED,
    Stage.MIDDLE_DOTS_REDUCED,
    Stage.HALF_EMS_REDUCED,
    Stage.WESTERN_REDUCED,
)
_EXPANSIONS = (
    Stage.WORD_SPACES_EXPANDED,
    Stage.WESTERN_EXPANDED,
    Stage.TO_QUARTER_EM,
    Stage.EVENLY,
)
_RANK = {stage: rank for rank, stage in enumerate(Stage)}


class Ladder:
    """Says of the lines of one ``Paragraph``, composed to ``measure``, what was done to them."""

    def __init__(self, paragraph: Paragraph, measure: float) -> None:
        self.paragraph, self.measure = paragraph, measure

    def stage(self, line: Line) -> Stage:
        """The ``Stage`` of a ``Line``."""
        if line.overfull:
            return Stage.OVERFULL
        stages = [Stage.HANGING if line.hanging else Stage.EXACT]
        if self.ends_solid(line):
            stages.append(Stage.END_SOLID)
        if line.adjustment < -_NEARLY:
            stages += self._stages(line, self._gaps.reducible, _REDUCTIONS)
        elif line.adjustment > _NEARLY:
            stages += self._stages(line, self._gaps.expandable, _EXPANSIONS)
        return max(stages, key=_RANK.__getitem__)

    def ends_solid(self, line: Line) -> bool:
        """Does the last mark end the line without the space that belongs to it (§3.8.3 b, c)?"""
        number = self.paragraph.classes[line.visible - 1]
        # The em after ！ and ？ may fill the line end (§3.1.6).
        spaced = (
            number in _SPACED
            or number == 4
            and 14 in self.paragraph.classes[line.visible : line.end]
        )
        return spaced and not line.hanging and abs(line.length - self.measure) <= _NEARLY

    def reaches(self, line: Line) -> list[tuple[float, float]]:
        """``(start, end)`` along ``line`` of what ruby lies over beside its base (§3.3.8)."""
        parts = self.paragraph.parts_of(line.start, line.end)
        parted = {item for part in parts for item in range(part.first, part.end)}
        over_head = {part.first: part.over_head for part in parts}
        over_end = {part.end - 1: part.over_end for part in parts}
        reaches = []
        for item in range(line.start, line.visible):
            head = line.positions[item - line.start]
            end = head + line.advances[item - line.start]
            ruby = (
                (over_head, over_end)
                if item in parted
                else (self.paragraph.over_head, self.paragraph.over_end)
            )
            if over := ruby[0].get(item):
                reaches.append((head - over, head))
            if over := ruby[1].get(item):
                reaches.append((end, end + over))
        return reaches

    @cached_property
    def _gaps(self) -> Gaps:
        return Gaps(self.paragraph)

    def _stages(
        self, line: Line, amounts: dict[int, list[float]], stages: tuple[Stage, ...]
    ) -> Iterator[Stage]:
        """The stage of each space of ``line`` that is not its natural one."""
        natural = self._gaps.natural
        last = line.visible - 1 - line.hanging
        if self.paragraph.classes[last] == 5 and self.ends_solid(line):
            # The space before the dot went with the one after it.
            last -= 1
        for item in range(line.start, last):
            at = item - line.start
            space = line.positions[at + 1] - line.positions[at] - line.advances[at]
            change = abs(space - natural[item])
            if change > _NEARLY:
                yield _reached(
                    change, [amounts[stage][item] for stage in range(len(stages))], stages
                )


def _reached(change: float, amounts: list[float], stages: tuple[Stage, ...]) -> Stage:
    """The first of ``stages`` that with those before it accounts for ``change``."""
    for amount, stage in zip(amounts, stages):
        change -= amount
        if change <= _NEARLY:
            return stage
    return stages[-1]
