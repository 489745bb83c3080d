"""A line as any of the typesetters sets it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PeerLine:
    """Characters ``start`` to ``end - 1`` of a paragraph on one line.

    ``positions`` maps those that show to the starts of their bodies from the line head,
    in em; a mark's body is half an em, as JLReq §3.1.2 has it.
    """

    start: int
    end: int
    positions: dict


@dataclass(frozen=True)
class Setting:
    """What all typesetters are told alike. ``measure`` is in em, the indent is one em."""

    measure: int = 38
    hanging: bool = True
    strict_line_start: bool = True
