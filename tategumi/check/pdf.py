"""Checks the lines of the finished PDF against the rules of composition."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..files import bytes_of
from ..kumihan import class_of
from ..kumihan.breaks import break_table
from ..kumihan.together import CLOSING, OPENING, half_width_class
from ..messages import Message
from ..page.kihon_hanmen import page_of
from ..page.papers import Page
from ..settings import Settings
from .fault import (
    LINE_END,
    LINE_START,
    LONG_LINE,
    MISSING_RESOURCE,
    SHORT_LINE,
    TYPED_BREAK,
    Fault,
    Kind,
    page_place,
)
from .glyphs import Glyph, read_pages, vertical_lines
from .resources import missing_resources
from .short_lines import short_lines
from .typed_breaks import typed_breaks

_HALF_BODIES = {2: 0.5, 6: 0.5, 7: 0.5, 5: 0.75}

_PT = 72 / 25.4

#: Of an em, what is below the baseline of most Japanese fonts.
_DEPTH = 0.12

#: Characters on either side of a break that show which it is.
_SHOWN = 4

#: pt by which line ends may differ and still be called one.
_SAME_PLACE = 0.1


def check_pdf(path: Path, settings: Settings) -> list[Fault]:
    """The faults of the PDF at ``path``.

    Looked for in the glyphs as a viewer draws them: a mark at a line head or
    line end where none may stand (JLReq §3.1.7, §3.1.8), a full line that
    does not end where the measure ends (§3.8), and a line longer than that,
    but for a mark that hangs. Lines that are shorter in the manuscript of
    ``settings`` end where that says. Then for what pages name and the file has not.
    Raises ``BadInput`` when there is no such file.
    """
    content = bytes_of(path)
    strict = settings.house_style.line_start == 'strict'
    frame = page_of(settings)
    is_short, is_typed = short_lines(settings, frame), typed_breaks(settings)
    faults = []
    for number, page in enumerate(read_pages(content), 1):
        lines = vertical_lines(page)
        measures = _measures(frame, lines)
        faults += [
            kind.fault(page_place(path, number), message)
            for kind, message in (
                *_prohibitions(lines, strict, is_typed),
                *_uneven_ends(lines, page, measures, is_short, is_typed),
                *_over_wide(lines, measures),
            )
        ]
    faults += [
        MISSING_RESOURCE.fault(
            page_place(path, number),
            Message('there is no {category} /{name}', category=category, name=name),
        )
        for number, category, name in missing_resources(content)
    ]
    return faults


def _measures(frame: Page, lines: Sequence[Sequence[Glyph]]) -> list[tuple[float, float]]:
    """Line head and line end of each column of ``lines``, the upper first, in pt from the foot.

    Front matter and colophon have one column, whatever the text has.
    """
    head = (frame.height - frame.head) * _PT
    heads = [head - column * frame.column_pitch for column in range(frame.columns)]
    is_below = any(
        abs(line_head(line) - each) < _SAME_PLACE for line in lines for each in heads[1:]
    )
    lowest = min((max(line_end(line)) for line in lines), default=head)
    if not is_below and lowest < head - frame.line_length - frame.character_size:
        return [(head, head - frame.frame_length)]
    return [(each, each - frame.line_length) for each in heads]


def _measure_of(
    line: Sequence[Glyph], measures: Sequence[tuple[float, float]]
) -> tuple[float, float]:
    """Line head and end that ``line`` keeps: of its column, or of all that it goes over."""
    top, bottom = line_head(line), max(line_end(line))
    heads = [head for head, _ in measures if head >= top - _SAME_PLACE]
    feet = [foot for head, foot in measures if head > bottom + _SAME_PLACE]
    return (heads or [measures[0][0]])[-1], (feet or [measures[0][1]])[-1]


def _prohibitions(
    lines: Sequence[Sequence[Glyph]], strict: bool, is_typed: Callable[[str, str], bool]
) -> Iterator[tuple[Kind, str]]:
    """Marks at line heads and line ends that break the prohibition rules.

    ``is_typed(before, after)`` says whether the manuscript breaks the line there.
    """
    for line, after in _broken(lines):
        found = [*_prohibited(line, after, strict)]
        before, behind = _text(line), _text(after)
        if found and is_typed(before, behind):
            beside = f'{before[-_SHOWN:]}/{behind[:_SHOWN]}'
            message = Message('the manuscript breaks the line here: {beside}', beside=beside)
            yield TYPED_BREAK, message
        else:
            yield from found


def _prohibited(
    line: Sequence[Glyph], after: Sequence[Glyph], strict: bool
) -> Iterator[tuple[Kind, str]]:
    """What may not stand at the end of ``line``, nor at the head of the one ``after``."""
    table = break_table(strict)
    last, first = line[-1], after[0]
    if last.is_code or first.is_code:
        return
    if first.mode == 'vertical' and not table[19][class_of(first.character)]:
        yield LINE_START, _begins(first)
    if last.mode == 'vertical' and not table[class_of(last.character)][19]:
        yield LINE_END, _ends(last)
    if first.mode == 'sideways' and _ends_what_is_before(_text(after)):
        yield LINE_START, _begins(first)
    if last.mode == 'sideways' and half_width_class(last.character) in OPENING:
        yield LINE_END, _ends(last)


def _begins(glyph: Glyph) -> Message:
    return Message('a line begins with {character}', character=glyph.character)


def _ends(glyph: Glyph) -> Message:
    return Message('a line ends with {character}', character=glyph.character)


def _ends_what_is_before(text: str) -> bool:
    """Is the first character of Western ``text`` a bracket, quote or stop of what is before?

    ’n and .NET begin words.
    """
    number = half_width_class(text[0])
    is_of_word = (text[0] == '’' or number != 2) and re.match(r'[\w.]', text[1:], re.A)
    return number in CLOSING and not is_of_word


def _uneven_ends(
    lines: Sequence[Sequence[Glyph]],
    page: Sequence[Glyph],
    measures: Sequence[tuple[float, float]],
    is_short: Callable[[str, float], bool],
    is_typed: Callable[[str, str], bool],
) -> Iterator[tuple[Kind, str]]:
    """Full lines that end above the line end of the kihon-hanmen.

    A line is full when the next begins at its line head, without an
    indent, and it ends within two characters of its line end; a shorter one is
    broken by the author. ``measures`` has line heads and ends (pt);
    ``is_short(text, place)`` says whether it is to end there, ``is_typed(before, after)``
    whether the manuscript breaks it.
    """
    for line, after in _broken(lines):
        size = line[0].size
        head, foot = _measure_of(line, measures)
        begins, next_head = (line_head(after), after[0].top), _measure_of(after, measures)[0]
        if (
            all(abs(place - next_head) > _SAME_PLACE for place in begins)
            or abs(size - after[0].size) > 0.01
            or (abs(line_head(line) - head) > size * 2)
        ):
            continue
        places = [*line_end(line), *_ruby_end(line, page)]
        is_full = any(place - foot <= _SAME_PLACE or place - foot >= size * 2 for place in places)
        if not (
            is_full
            or _is_rigid(line, after)
            or any(is_short(_text(line), place - foot) for place in places)
            or is_typed(_text(line), _text(after))
        ):
            yield (
                SHORT_LINE,
                Message('this line ends before the measure does: {text}', text=_text(line)),
            )


def _is_rigid(line: Sequence[Glyph], after: Sequence[Glyph]) -> bool:
    """Has ``line`` no place for space: is it of code, of one word, or broken amid one?"""
    goes_on = all(
        glyph.mode == 'sideways' and glyph.character.isalnum() for glyph in (line[-1], after[0])
    )
    return (
        line[-1].is_code
        or goes_on
        or all(glyph.mode == 'sideways' and not glyph.character.isspace() for glyph in line)
    )


def _broken(lines: Sequence[Sequence[Glyph]]) -> Iterator[tuple[Sequence[Glyph], Sequence[Glyph]]]:
    """Each line with the next where both are of one paragraph: the break is the press's."""
    return (
        (line, after) for line, after in zip(lines, lines[1:]) if line[-1].block == after[0].block
    )


def _over_wide(
    lines: Sequence[Sequence[Glyph]], measures: Sequence[tuple[float, float]]
) -> Iterator[tuple[Kind, str]]:
    """Lines that go on beyond the line end of the kihon-hanmen."""
    for line in lines:
        foot = _measure_of(line, measures)[1]
        if all(place < foot - _SAME_PLACE for place in line_end(line)):
            yield (
                LONG_LINE,
                Message('this line is longer than the measure: {text}', text=_text(line)),
            )


def _text(line: Sequence[Glyph]) -> str:
    return ''.join(glyph.character for glyph in line)


def _ruby_end(line: Sequence[Glyph], page: Sequence[Glyph]) -> list[float]:
    """Where ruby beside the line ends, if it reaches beyond the base (JLReq §3.3.8)."""
    last = line[-1]
    beside = last.axis + last.size * 0.75
    return [
        glyph.bottom
        for glyph in page
        if glyph.size < last.size
        and abs(glyph.axis - beside) < last.size / 8
        and glyph.mode != 'horizontal'
        and glyph.bottom < last.bottom
    ]


def line_head(line: Sequence[Glyph]) -> float:
    """Where ``line`` begins: of an opening bracket, with the half that it fills."""
    first = line[0]
    opening = first.mode == 'vertical' and class_of(first.character) == 1
    return first.top - first.size / 2 if opening else first.top


def line_end(line: Sequence[Glyph]) -> list[float]:
    """Where ``line`` may be said to end: with the space after its last mark, or without.

    A full stop or comma that hangs is not counted.
    """
    last = line[-1]
    number = class_of(last.character) if last.mode == 'vertical' else 0
    places = [last.bottom]
    if last.mode == 'horizontal':
        # Of tate-chu-yoko the baseline is known; the em goes on below it.
        places = [last.bottom - _DEPTH * last.size]
    if number in _HALF_BODIES:
        places.append(last.top - last.size * _HALF_BODIES[number])
    if number in (6, 7):
        places.append(last.top)
    if number == 4:
        # The em after ！ and ？ fills the line unseen (§3.1.6).
        places.append(last.bottom - last.size)
    return places
