"""How wide the spine is, and what stands on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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

#: Between title and creators, in em of the title.
_GAP = 2

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


def spine_lines(settings: Settings, width: float, height: float) -> Iterator[SpineLine]:
    """What stands on a spine of ``width`` × ``height`` mm; nothing where it is too narrow.

    The title begins at the head, the creators end where the publisher, at the foot, begins.
    """
    authors = [creator.name for creator in settings.creators if creator.role == 'aut']
    creators = '　'.join(authors or [creator.name for creator in settings.creators])
    title, publisher = settings.title, settings.publisher
    sizes = [min(width * _MM * share, _LARGEST) for share in _SHARES]
    large, small = sizes[0], min(sizes[1], sizes[0] * _OTHERS)
    start, end = (part * height for part in (_LINES if publisher else _LINES_ALONE))
    room = (end - start) * _MM
    needed = (longest([title]) + _GAP) * large + longest([creators]) * small
    shrunk = min(1, room / needed)
    if small * shrunk < SMALLEST:
        # The title alone, as large as it may be.
        creators, shrunk = '', min(1, room / ((longest([title]) + 0.5) * large))
    room_below = tuple(part * height for part in _PUBLISHER)
    fits = (room_below[1] - room_below[0]) * _MM / (longest([publisher]) + 0.5)
    for kind, text, size, (head, foot) in (
        ('title', title, large * shrunk, (start, end)),
        ('creator', creators, small * shrunk, (start, end)),
        ('publisher', publisher, min(sizes[2], small, fits), room_below),
    ):
        if text and size >= SMALLEST:
            yield SpineLine(
                kind,
                fragment(line_apart(settings, f'on-spine {kind}', text)),
                f"""
                    @page {{ size: {width:.3f}mm {foot - head:.3f}mm; margin: 0 }}
                    .on-spine {{ font-size: {size:.3f}pt; line-height: {width:.3f}mm }}
                """,
                head,
            )


def longest(lines: Iterable[str]) -> float:
    """How long the longest of ``lines`` is, in em: what may stand upright is an em each."""
    return max(
        sum(
            1 if character.isupper() or character.isdigit() else em_length(character)
            for character in line
        )
        for line in lines
    )
