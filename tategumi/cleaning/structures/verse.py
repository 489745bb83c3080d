"""Verse: short lines in a row, set in from the prose, that end no sentence."""

from collections.abc import Sequence

from ..repeats import is_sentence
from ..rules import EDGE
from .claim import Claim

#: Verse is set in so far at least, its lines are so short, and so many stand in a row.
_INDENT, _LONGEST, _LINES = 2, 30, 3


def verse_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The lines of verse among ``texts``, by their indexes.

    Where sentences are set in as far, it is no verse.
    """
    if any(_indent(text) >= _INDENT and is_sentence(text) for text in texts):
        return {}
    claims: dict[int, Claim] = {}
    run: list[int] = []
    for index, text in enumerate([*texts, '']):
        words = text.strip(EDGE)
        if words and _indent(text) >= _INDENT and len(words) <= _LONGEST:
            run.append(index)
        elif words or index == len(texts):
            if len(run) >= _LINES:
                lines = tuple(run)
                claims |= {
                    each: Claim('verse', own=True, text=texts[each], lines=lines) for each in run
                }
            run = []
    return claims


def _indent(text: str) -> float:
    """How many characters it is set in."""
    space = text[: len(text) - len(text.lstrip(' \t\u3000'))]
    return space.count('\u3000') + len(space.replace('\u3000', '').expandtabs(4)) / 2
