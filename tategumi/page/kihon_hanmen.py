"""The kihon-hanmen, and the page around it (JLReq §2.4).

Character size, characters a line, lines a page and line gap make the frame;
where it stands on the paper makes the margins.
"""

from dataclasses import dataclass, fields, replace

from ..errors import BadInput
from ..settings import place_of

_PT = 72 / 25.4

#: Characters a line and lines a page below which headings and lists find no place.
_LEAST_CHARACTERS, _LEAST_LINES = 10, 5

#: mm that must be left at the foot and the fore-edge, to hold the page by.
_LEAST_MARGIN = 4


@dataclass(frozen=True)
class Page:
    """A paper with its kihon-hanmen.

    ``width``, ``height``, ``head`` and ``gutter`` are in mm, ``character_size``,
    ``line_gap`` and ``running_head`` (its character size; 0 for none) in pt.
    """

    width: float
    height: float
    character_size: float
    characters: int
    lines: int
    line_gap: float
    head: float
    gutter: float
    running_head: float

    @property
    def line_length(self):
        """From line head to line end, in pt."""
        return self.characters * self.character_size

    @property
    def pitch(self):
        """From one line's middle to the next's, in pt."""
        return self.character_size + self.line_gap

    @property
    def extent(self):
        """Across all lines, from the first one's edge to the last one's, in pt."""
        return self.lines * self.pitch - self.line_gap


#: The usual papers of Japanese books with figures their houses use, and the
#: screen of a six-inch e-reader, which has no room for a running head.
PAPERS = {
    'bunko': Page(105, 148, 9, 38, 16, 6.5, 15.2, 10.7, 7),
    'shinsho': Page(103, 182, 9, 42, 15, 7, 23, 11.5, 7),
    'shiroku': Page(127, 188, 9.25, 43, 17, 7.25, 23, 16.5, 7),
    'a5': Page(148, 210, 9, 52, 19, 7, 24.5, 22.6, 7.5),
    'reader6': Page(90.6, 122.4, 10.5, 30, 13, 7.5, 6, 5.3, 0),
}


def page_of(settings):
    """The page of a book: its paper's, with what ``kihon_hanmen`` in book.yaml changes.

    Raises ``BadInput`` naming book.yaml when the frame does not fit the paper, or
    no text fits the frame.
    """
    own = settings.kihon_hanmen
    page = replace(
        PAPERS[settings.page],
        **{field.name: value for field in fields(own) if (value := getattr(own, field.name))},
    )
    for name, needed in (('characters', _LEAST_CHARACTERS), ('lines', _LEAST_LINES)):
        if getattr(page, name) < needed:
            raise BadInput(
                place_of(settings, 'kihon_hanmen'),
                f'"kihon_hanmen" needs {needed} {name} or more, not {getattr(page, name)}',
            )
    height = page.head + page.line_length / _PT + _LEAST_MARGIN
    width = page.gutter + page.extent / _PT + _LEAST_MARGIN
    for name, needed, there in (('high', height, page.height), ('wide', width, page.width)):
        if needed > there + 0.01:
            raise BadInput(
                place_of(settings, 'kihon_hanmen'),
                f'"kihon_hanmen" with its margins needs a paper {needed:.1f} mm {name}; '
                f'"{settings.page}" is {there:g} mm',
            )
    return page
