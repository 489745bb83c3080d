"""The papers a book may have: for another, add a record to ``PAPERS``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A paper with its kihon-hanmen (JLReq §2.4).

    ``width``, ``height``, ``head`` and ``gutter`` are in mm, ``character_size``,
    ``line_gap`` and ``running_head`` (its character size; 0 for none) in pt. ``label``
    is what a Japanese reader calls the paper. Of several ``columns`` each holds
    ``characters`` a line, and ``column_gap`` (characters) is between them (JLReq §2.4.1 c).
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
    label: str = ''
    columns: int = 1
    column_gap: float = 0

    @property
    def line_length(self) -> float:
        """From line head to line end, in pt."""
        return self.characters * self.character_size

    @property
    def column_pitch(self) -> float:
        """From one column's line head to the next's, in pt."""
        return self.line_length + self.column_gap * self.character_size

    @property
    def frame_characters(self) -> float:
        """Characters of a line as long as all columns are."""
        return self.columns * (self.characters + self.column_gap) - self.column_gap

    @property
    def frame_length(self) -> float:
        """From the first column's line head to the last one's line end, in pt."""
        return self.frame_characters * self.character_size

    @property
    def pitch(self) -> float:
        """From one line's middle to the next's, in pt."""
        return self.character_size + self.line_gap

    @property
    def extent(self) -> float:
        """Across all lines, from the first one's edge to the last one's, in pt."""
        return self.lines * self.pitch - self.line_gap


#: The usual papers of Japanese books with figures their houses use, and the screen of a
#: six-inch e-reader, by the names that ``page`` in book.yaml may have.
PAPERS = {
    'bunko': Page(105, 148, 9, 38, 16, 6, 15.2, 13.2, 7, '文庫判'),
    'shinsho': Page(103, 182, 9, 42, 15, 7, 23, 11.5, 7, '新書判'),
    'shiroku': Page(127, 188, 9.25, 43, 17, 7.25, 23, 16.5, 7, '四六判'),
    'a5': Page(148, 210, 9, 52, 19, 7, 24.5, 22.6, 7.5, 'A5判'),
    # It has no room for a running head.
    'reader6': Page(
        *(90.6, 122.4, 10.5, 30, 13, 7.5, 6, 5.3, 0),
        '6インチ画面',
    ),
}
