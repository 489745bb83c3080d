"""Lists of plain text: lines in a row with the same mark."""

import re
from collections.abc import Sequence

from ..repeats import is_sentence
from ..rules import EDGE
from .claim import Claim

_ITEM = re.compile(r'(?P<mark>[・•‣⁃◦▪·]|[-–*+](?= ))[ \t　]*(?P<text>[^\s・•‣⁃◦▪·*-].*)')


def item_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The items of lists, by their indexes: two lines at least, directly below one another.

    A list is the text's own where sentences stand above and below it.
    """
    claims: dict[int, Claim] = {}
    run: list[tuple[int, re.Match]] = []
    said = [index for index, text in enumerate(texts) if is_sentence(text)]
    for index, text in enumerate([*texts, '']):
        match = _ITEM.fullmatch(text.strip(EDGE))
        if run and (not match or match['mark'] != run[-1][1]['mark']):
            if len(run) > 1:
                claims |= _claims(run, said)
            run = []
        if match:
            run.append((index, match))
    return claims


def _claims(run: Sequence[tuple[int, re.Match]], said: Sequence[int]) -> dict[int, Claim]:
    lines = tuple(index for index, _ in run)
    own = bool(said) and said[0] < lines[0] and lines[-1] < said[-1]
    return {
        index: Claim('item', own=own, text=match['text'], number=match['mark'], lines=lines)
        for index, match in run
    }
