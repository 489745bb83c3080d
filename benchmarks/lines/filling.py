"""How a line was filled, and what in it JLReq does not allow: read off its positions."""

from dataclasses import dataclass, field

from tategumi.kumihan import class_of
from tategumi.kumihan.breaks import break_table
from tategumi.kumihan.classes import BODY
from tategumi.kumihan.spacing import space_table

_NEARLY = 0.02

#: The ways a line is filled, the least change first.
WAYS = ('as it is', 'line end solid', 'hanging', 'reduced', 'expanded')


@dataclass
class Filling:
    """What was done to fill a line.

    ``way`` is one of ``WAYS``; ``change`` the sum of what was put into its spaces (negative:
    taken out) and ``widest`` the most one of them grew, both in em; ``faults`` names what
    JLReq does not allow, once for each place.
    """

    way: str
    change: float
    widest: float
    faults: list = field(default_factory=list)


def filling_of(text, line, measure):
    """The ``Filling`` of ``line`` (``PeerLine``) of the paragraph ``text``."""
    shown = sorted(offset for offset in line.positions if text[offset] != '　')
    changes = [
        (
            before,
            after,
            line.positions[after]
            - line.positions[before]
            - _body(text[before])
            - _natural(text[before : after + 1]),
        )
        for before, after in zip(shown, shown[1:])
    ]
    last = shown[-1]
    is_last = line.end == len(text)
    hanging = line.positions[last] > measure - _NEARLY
    end = measure if hanging else line.positions[last] + _body(text[last])
    total = sum(change for *_, change in changes)
    widest = max((change for *_, change in changes), default=0)
    if hanging:
        way = 'hanging'
    elif total < -_NEARLY:
        way = 'reduced'
    elif total > _NEARLY:
        way = 'expanded'
    elif not is_last and class_of(text[last]) in (2, 6, 7) and abs(end - measure) < _NEARLY:
        way = 'line end solid'
    else:
        way = 'as it is'
    needs_nothing = is_last and end - total < measure + _NEARLY
    faults = [*_breaks(text, line), *_spaces(text, changes, needs_nothing)]
    if hanging and total > 0.5 - _NEARLY:
        faults.append('a mark hung that has its place at the line end (§3.8.2)')
    if not is_last and not hanging:
        faults += _end(text[last : line.end], measure - end, total)
    return Filling(way, total, widest, faults)


def _body(character):
    return BODY.get(class_of(character), 1)


def _natural(text):
    """The space of table 1 between the first and the last character, full-width spaces in it."""
    table = space_table()
    spaces = (table[class_of(before)][class_of(after)] for before, after in zip(text, text[1:]))
    return sum(space.before + space.after for space in spaces) + len(text) - 2


def _breaks(text, line):
    if line.end == len(text):
        if (
            len(
                [
                    character
                    for character in text[line.start : line.end]
                    if class_of(character) not in (2, 4, 5, 6, 7)
                ]
            )
            == 1
            and line.start
        ):
            yield 'a last line of one character (§3.5.4)'
        return
    before, after = text[line.end - 1], text[line.end]
    if after == '　':
        yield 'a space after ！ or ？ at a line head (§3.1.6)'
    elif not break_table(False)[class_of(before)][class_of(after)]:
        yield 'a mark at a line head or line end that may not be there (§3.1.7, §3.1.8)'
    elif not break_table(True)[class_of(before)][class_of(after)]:
        yield 'small kana or ー at a line head (appendix C, addendum)'
    if before == after and class_of(after) == 8 and _is_within_pair(text, line.end):
        yield 'a pair of dashes or leaders parted (§3.1.10)'


def _is_within_pair(text, offset):
    run = 1
    while run <= offset and text[offset - run] == text[offset]:
        run += 1
    return run % 2 == 0


def _spaces(text, changes, needs_nothing):
    grown = sum(change for *_, change in changes) > _NEARLY
    for before, after, change in changes:
        pair = class_of(text[before]), class_of(text[after])
        if abs(change) < _NEARLY or after > before + 2:
            continue
        if after == before + 2:
            if change > 0.9:
                yield 'two em after ！ or ？ (§3.1.6)'
            continue
        if needs_nothing and not (grown or change > 0) and pair[1] in (1, 5):
            yield 'marks in a row closer than table 1 in a line that needs nothing (§3.1.4)'
        elif change < 0 and pair[0] == 6:
            yield 'the half em after a full stop reduced in the line (§3.8.3 e)'
        elif change < 0 and not space_table()[pair[0]][pair[1]].reductions:
            yield 'a space reduced that table 3 does not let give'
        elif change > 0 and space_table()[pair[0]][pair[1]].expansion is None:
            yield 'a space grown where table 6 lets none grow'


def _end(mark, room, change):
    if mark.endswith('　'):
        if change > _NEARLY and room < _NEARLY:
            yield 'a line stretched where the em after ！ or ？ would fill it (§3.1.6)'
        if abs(room) < _NEARLY or abs(room - 1) < 0.1:
            return
    allowed = {2: (0, 0.5), 6: (0, 0.5), 7: (0, 0.5), 5: (0, 0.25)}.get(class_of(mark[0]), (0,))
    if not any(abs(room - space) < _NEARLY for space in allowed):
        yield 'a line that does not end at the measure (§3.8.1, §3.1.9)'
