"""What stands below numbers that count, each alone: steps, which may be shorter than sentences."""

import re
from collections.abc import Container, Sequence

from .page import Page

_NUMBER = re.compile(r'(?i:step|ステップ|手順|工程|步[骤驟])?[ 　.]?([0-9０-９]{1,2})[.．:：)）]?')
#: So many numbers are a series; so many pieces stand below each at most.
_LEAST, _MOST = 2, 6


def numbered_pieces(page: Page, kept: Container[int]) -> set[int]:
    """The pieces of each series of which one is ``kept``, with the head right above it.

    Where they are links they are a ranking.
    """
    indexes = [index for index in page.with_text if not page.boxed[page.pieces[index].container]]
    found: set[int] = set()
    run: list[int] = []
    for place, index in enumerate([*indexes, None]):
        number = None if index is None else _number(page, index)
        goes_on = number == len(run) + 1 and (not run or 1 < place - run[-1] <= _MOST + 1)
        if goes_on:
            run.append(place)
        elif number is not None or index is None or (run and place - run[-1] > _MOST):
            found |= _series(page, indexes, run, kept)
            run = [place] if number == 1 else []
    return found


def _number(page: Page, index: int) -> int | None:
    match = _NUMBER.fullmatch(page.pieces[index].plain.strip())
    return int(match[1]) if match else None


def _series(
    page: Page, indexes: Sequence[int], run: Sequence[int], kept: Container[int]
) -> set[int]:
    if len(run) < _LEAST:
        return set()
    places = range(run[0], min(run[-1] + 2, len(indexes)))
    pieces = [page.pieces[indexes[place]] for place in places]
    if any(piece.is_link for piece in pieces) or not any(
        indexes[place] in kept for place in places
    ):
        return set()
    head = run[0] - 1
    is_headed = head >= 0 and page.pieces[indexes[head]].markdown.startswith('#')
    return {indexes[place] for place in range(run[0] - is_headed, places.stop)}
