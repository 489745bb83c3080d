"""How large the paper of a printed page is, and where it is trimmed (ISO 32000-1, 14.11.2)."""

from dataclasses import dataclass

from ..writers.printed import Box

#: pt a mm.
MM = 72 / 25.4

#: How far printer's marks reach beyond the bleed, in mm, and what is left beyond them.
MARK_LENGTH, _EDGE = 9, 3


@dataclass(frozen=True)
class Sheet:
    """A page to be trimmed to ``width`` × ``height``, with ``bleed`` and perhaps marks (pt)."""

    width: float
    height: float
    bleed: float
    has_marks: bool

    @property
    def around(self) -> float:
        """What there is of paper on each side of the trimmed page."""
        return self.bleed + (MARK_LENGTH + _EDGE) * MM * self.has_marks

    @property
    def media(self) -> Box:
        """All of the paper; its lower left corner is 0, 0."""
        return 0, 0, self.width + 2 * self.around, self.height + 2 * self.around

    @property
    def trim(self) -> Box:
        """What is left when it is trimmed."""
        return self._inset(self.around)

    @property
    def bleed_box(self) -> Box:
        """What is trimmed, with its bleed."""
        return self._inset(self.around - self.bleed)

    def _inset(self, by: float) -> Box:
        _, _, right, top = self.media
        return by, by, right - by, top - by
