"""What reading a seed cannot take along, and says so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Loss:
    """What of a line is not in what the line says, ``found``; ``rule`` and ``why`` tell of it."""

    rule: str
    why: str
    found: str = ''


def picture_loss(source: str) -> Loss:
    """The ``Loss`` of a picture that the seed calls ``source``."""
    return Loss(
        'picture-left-out',
        'a picture that no PNG, JPEG, GIF or WebP file beside the seed brings',
        source,
    )
