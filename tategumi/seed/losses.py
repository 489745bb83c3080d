"""Losses: content of a seed that its Markdown does not hold."""

from dataclasses import dataclass

from ..messages import Message


@dataclass(frozen=True)
class Loss:
    """Content of a line that its Markdown lacks: ``found``; ``rule`` and ``why`` name the kind."""

    rule: str
    why: str
    found: str = ''


def picture_loss(source: str) -> Loss:
    """The ``Loss`` of a picture that the seed calls ``source``."""
    return Loss(
        'picture-left-out',
        Message('a picture that no PNG, JPEG, GIF, WebP or SVG file beside the seed brings'),
        source,
    )
