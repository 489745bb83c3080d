"""The head of the one chapter that a page of a novel has."""

from collections.abc import Mapping, Sequence

from ..lines import Line
from ..rules import Catalogue
from ..structures import Claim
from ..structures.shapes import shape_of
from .matching import Named, Names, of_whole

#: A number of so many parts, 1-3, is one of a chapter.
_PARTS = 2


def name_lone_head(
    rules: Catalogue,
    texts: Sequence[str],
    named: Names,
    page: tuple[Sequence[Line], Sequence[int], int | None],
    claims: Mapping[int, Claim],
) -> set[int]:
    """Name the numbered line right above the first sentence of the text; return its index.

    ``page`` has the lines of the seed, the places in them of the text, and that of the title. A
    line that counts on from the one above it is the last of a list.
    """
    lines, places, title = page
    first = next((place for place in places if lines[place].is_prose), 0)
    above = [place for place in range(max(0, first - 2), first) if place != title]
    if not above or above[-1] != first - 1:
        return set()
    line = lines[first - 1]
    shape, taken = shape_of(line.text), named[line.index]
    before = shape_of(lines[above[0]].text) if len(above) > 1 else None
    if (
        shape is None
        or not shape.title
        # What a word counts may be anything: 5枚の写真.
        or (shape.sort != 'bare' and len(shape.value) < _PARTS)
        or (before and before.key == shape.key)
        or (taken and taken.rule.does == 'head')
        or line.share
        or line.has_date
    ):
        return set()
    rule = next(rule for rule in rules.of_lines('structure') if rule.name == 'head-by-its-form')
    higher = [each.rank for index, each in claims.items() if index < line.index and each.own]
    rank = max(higher) + 1 if higher else 0
    claim = Claim('head', True, shape.text, shape.number, rank, (line.index,))
    named[line.index] = Named(rule, of_whole(rule, texts[line.index]).match, claim=claim)
    return {line.index}
