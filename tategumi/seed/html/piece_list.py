"""The list of pieces so far, with losses and blank lines waiting for the next one."""

from dataclasses import replace

from ...settings import slug_of
from ..links import map_links
from ..losses import Loss
from .piece import Piece


class PieceList:
    """``pieces`` so far, each beginning where the one before ends.

    ``losses`` and ``blank`` lines wait for the next piece that says something; ``names`` are the
    ids since the last one, which a head gives to its words.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.losses: list[Loss] = []
        self.names: list[str] = []
        self.blank = 0
        self._heads: dict[str, str] = {}

    def add_markup(self, end: int) -> None:
        """What nobody reads, up to ``end``."""
        start = self.pieces[-1].end if self.pieces else 0
        if end > start:
            self.pieces.append(Piece(start, end))

    def add(self, piece: Piece, is_head: bool = False) -> None:
        """A ``Piece`` that says something; all between it and the last one is markup."""
        self.add_markup(piece.start)
        self.pieces.append(replace(piece, blank=self.blank, losses=tuple(self.losses)))
        self.blank, self.losses = 0, []
        if piece.plain:
            if is_head:
                self._heads.update(dict.fromkeys(self.names, slug_of(piece.plain)))
            self.names = []

    def add_losses(self, piece: Piece) -> None:
        """A ``Piece`` that says nothing, if something is lost with it."""
        if self.losses:
            self.add_markup(piece.start)
            self.pieces.append(replace(piece, losses=tuple(self.losses)))
            self.losses = []

    def with_links(self) -> list[Piece]:
        """The pieces, their links to places of the page leading to heads by their words."""

        def turn(target: str) -> str:
            if target[0] != '#':
                return target
            return f'#{self._heads[target[1:]]}' if target[1:] in self._heads else ''

        return [
            replace(piece, markdown=map_links(piece.markdown, turn))
            if '](#' in piece.markdown
            else piece
            for piece in self.pieces
        ]
