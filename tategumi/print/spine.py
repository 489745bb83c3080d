"""How wide the spine is, and what stands on it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from ..east_asian import em_length
from ..errors import BadSettings
from ..markup import fragment, line_apart
from ..settings import STOCKS, Settings, place_of

#: Of the height of a book: from where to where title and creators stand on the spine, where
#: there is a publisher below them and where there is none; and where that stands.
_LINES, _LINES_ALONE, _PUBLISHER = (0.06, 0.84), (0.06, 0.94), (0.86, 0.96)

#: How large title, creators and publisher are, of the width of the spine; the title at most, in
#: pt, and the others of the title.
_SHARES, _LARGEST, _OTHERS = (0.62, 0.5, 0.4), 24, 0.75

#: The same of a title in two lines; their pitch, in em; and how much larger than in one line it
#: is to be, or it stays in one.
_IN_TWO, _PITCH, _WORTH = 0.36, 1.2, 1.2

#: Between title and creators, in em of the title.
_GAP = 2

#: A Western word, within which no line ends; and what holds together of other text.
_WORD, _HELD = re.compile('[!-ʯ]+'), '字」。'

#: Below this size nobody reads it, in pt.
SMALLEST = 5

#: pt a mm.
_MM = 72 / 25.4


@dataclass(frozen=True)
class SpineLine:
    """A line on the spine: of which ``kind``, its XHTML and CSS, where it begins (mm).

    ``kind`` is ``title``, ``creator`` or ``publisher``; ``start`` is how far below the head.
    """

    kind: str
    html: str
    css: str
    start: float


def spine_width(settings: Settings, pages: int) -> float:
    """How wide the spine of a book of so many ``pages`` is, in mm.

    Raises ``BadInput`` where nobody says how thick its paper is.
    """
    wrap = settings.wrap
    if wrap.spine:
        return wrap.spine
    if not wrap.stock:
        raise BadSettings(
            place_of(settings, 'wrap'),
            'say "stock" of wrap, the paper of the inside, or "spine", how wide it is in mm',
        )
    leaves = -(-pages // 2)
    return round(leaves * STOCKS[wrap.stock].thickness / 1000 + 2 * wrap.cover_thickness, 2)


@dataclass(frozen=True)
class _Title:
    """The title in so many ``lines``, its size and that of the creators; 0 of who is left out."""

    lines: int
    size: float
    creators: float


def spine_lines(settings: Settings, width: float, height: float) -> Iterator[SpineLine]:
    """What stands on a spine of ``width`` × ``height`` mm; nothing where it is too narrow.

    The title begins at the head, the creators end where the publisher, at the foot, begins. A
    title that is long for one line stands in two.
    """
    authors = [creator.name for creator in settings.creators if creator.role == 'aut']
    creators = '　'.join(authors or [creator.name for creator in settings.creators])
    publisher = settings.publisher
    start, end = (part * height for part in (_LINES if publisher else _LINES_ALONE))
    one, two = (
        _title(settings.title, creators, width * _MM, (end - start) * _MM, lines)
        for lines in (1, 2)
    )
    is_better = two.size > _WORTH * one.size or (two.creators > 0 and not one.creators)
    title = two if is_better and two.size >= SMALLEST else one
    room_below = tuple(part * height for part in _PUBLISHER)
    fits = (room_below[1] - room_below[0]) * _MM / (longest([publisher]) + 0.5)
    at_foot = min(width * _MM * _SHARES[2], _others(width * _MM), fits)
    for kind, text, size, (head, foot), lines in (
        ('title', settings.title, title.size, (start, end), title.lines),
        ('creator', creators, title.creators, (start, end), 1),
        ('publisher', publisher, at_foot, room_below, 1),
    ):
        if text and size >= SMALLEST:
            yield SpineLine(
                kind,
                fragment(line_apart(settings, f'on-spine {kind}', text)),
                _sheet(width, foot - head, size, lines, text),
                head,
            )


def _title(title: str, creators: str, width: float, room: float, lines: int) -> _Title:
    """How large they are on a spine of ``width`` with ``room`` along it, both in pt."""
    length = _length(title, lines)
    large = min(width * (_SHARES[0] if lines == 1 else _IN_TWO), _LARGEST)
    small = min(_others(width), large)
    shrunk = min(1, room / ((length + _GAP) * large + longest([creators]) * small))
    if small * shrunk < SMALLEST:
        return _Title(lines, min(large, room / (length + 0.5)), 0)
    return _Title(lines, large * shrunk, small * shrunk if creators else 0)


def _others(width: float) -> float:
    """How large creators are beside a title that is not shrunk."""
    return min(width * _SHARES[1], min(width * _SHARES[0], _LARGEST) * _OTHERS)


def _length(text: str, lines: int) -> float:
    """How long each of so many lines is, in em: what does not fit on the one fits on the next."""
    whole = longest([text])
    held = longest([_HELD, *_WORD.findall(text)])
    return whole if lines == 1 else ceil((whole + held * (lines - 1)) / lines)


def _sheet(width: float, length: float, size: float, lines: int, text: str) -> str:
    """The CSS of a page (mm) with that text alone, ``size`` in pt."""
    pitch = width if lines == 1 else size * _PITCH / _MM
    beside = (width - lines * pitch) / 2
    folded = f'white-space: normal; inline-size: {_length(text, lines)}em' if lines > 1 else ''
    return f"""
        @page {{ size: {width:.3f}mm {length:.3f}mm; margin: 0 {beside:.3f}mm }}
        .on-spine {{ font-size: {size:.3f}pt; line-height: {pitch:.3f}mm; {folded} }}
    """


def longest(lines: Iterable[str]) -> float:
    """How long the longest of ``lines`` is, in em: what may stand upright is an em each."""
    return max(
        sum(
            1 if character.isupper() or character.isdigit() else em_length(character)
            for character in line
        )
        for line in lines
    )
