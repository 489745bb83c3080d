"""The kihon-hanmen, and the page around it (JLReq §2.4).

Character size, characters a line, lines a page and line gap make the frame;
where it stands on the paper makes the margins.
"""

from dataclasses import fields, replace
from typing import TypeAlias

from ..errors import BadSettings
from ..messages import Message
from ..settings import Settings, place_of
from .papers import PAPERS, Page

_PT = 72 / 25.4

#: ``(left, top, right, bottom)`` in pt from the paper's upper left corner.
Rectangle: TypeAlias = tuple[float, float, float, float]

#: Characters a line and lines a page below which headings and lists find no place.
_LEAST_CHARACTERS, _LEAST_LINES = 10, 5

#: Characters between columns, where the book says nothing else.
_COLUMN_GAP = 2

#: What pages need the whole of: side notes, and titles on a page of their own.
_OF_ONE_COLUMN = ('side', 'han-tobira', 'naka-tobira')

#: mm that must be left at the foot and the fore-edge, to hold the page by.
_LEAST_MARGIN = 4


def page_of(settings: Settings) -> Page:
    """The page of a book: its paper's, with what ``kihon_hanmen`` in book.yaml changes.

    Raises ``BadInput`` naming book.yaml when the frame does not fit the paper,
    no text fits the frame, or notes have no place beside it.
    """
    own = settings.kihon_hanmen
    figures = {field.name: value for field in fields(own) if (value := getattr(own, field.name))}
    page = _in_columns(replace(PAPERS[settings.page], **figures), 'characters' in figures)
    for name, least in (('characters', _LEAST_CHARACTERS), ('lines', _LEAST_LINES)):
        if getattr(page, name) < least:
            raise BadSettings(
                place_of(settings, 'kihon_hanmen'),
                '"kihon_hanmen" needs {least} {name} or more, not {value}',
                least=least,
                name=name,
                value=getattr(page, name),
            )
    for name, value in (('notes', settings.notes), ('chapter_title', settings.chapter_title)):
        if page.columns > 1 and value in _OF_ONE_COLUMN:
            raise BadSettings(
                place_of(settings, name),
                '"{value}" is for text of one column, not of {columns}',
                value=value,
                columns=page.columns,
            )
    height = page.head + page.frame_length / _PT + _LEAST_MARGIN
    width = page.gutter + page.extent / _PT + _LEAST_MARGIN
    for name, needed, there in (
        (Message('high'), height, page.height),
        (Message('wide'), width, page.width),
    ):
        if needed > there + 0.01:
            raise BadSettings(
                place_of(settings, 'kihon_hanmen'),
                '"kihon_hanmen" with its margins needs a paper {needed:.1f} mm {name}; "{page}" '
                'is {there:g} mm',
                needed=needed,
                name=name,
                page=settings.page,
                there=there,
            )
    above = (page.running_head and page.running_head + page.character_size) / _PT
    if page.head < above:
        raise BadSettings(
            place_of(settings, 'kihon_hanmen'),
            '"head" of "kihon_hanmen" must be {least:.1f} mm or more: '
            'the running head stands in it',
            least=above,
        )
    return page


def _in_columns(page: Page, is_told: bool) -> Page:
    """``page`` with what its columns want; ``is_told``: its characters are those of one column."""
    if page.columns == 1:
        return replace(page, column_gap=0)
    gap = page.column_gap or _COLUMN_GAP
    characters = int((page.characters + gap) / page.columns - gap)
    return replace(page, column_gap=gap, characters=page.characters if is_told else characters)


def squares(page: Page, side: str) -> list[list[Rectangle]]:
    """The squares of each line of a ``Page``, column by column, the first line first.

    ``side`` is ``left`` or ``right``: in a book bound on the right the gutter of
    a left page is at its right.
    """
    size, head = page.character_size, page.head * _PT
    gutter = page.gutter * _PT
    edge = page.width * _PT - gutter if side == 'left' else gutter + page.extent
    return [
        [
            _square(
                edge - line * page.pitch - size,
                head + column * page.column_pitch + number * size,
                size,
            )
            for number in range(page.characters)
        ]
        for column in range(page.columns)
        for line in range(page.lines)
    ]


def _square(left: float, top: float, size: float) -> Rectangle:
    return left, top, left + size, top + size
