"""What Project Gutenberg sets around a text, above its line of START and below that of END."""

import re
from collections.abc import Sequence

from ...notation import printed_text
from ...seed import SeedText
from ..rules import EDGE, Catalogue
from .matching import Names, first_match

_START = re.compile(
    r'\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG.*'
    r'|\*END\*? ?THE SMALL PRINT.*'
)
_END = re.compile(
    r'\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG.*'
    r'|End of (?:the |this )?Project Gutenberg\b.*'
)
#: A line of stars may go on on the next; it ends in these.
_STARS = '***'
_PRODUCER = 'gutenberg-producer'


def name_gutenberg(
    rules: Catalogue, seed: SeedText, texts: Sequence[str], named: Names
) -> list[str]:
    """Name the lines of the header and of the licence, where both ends of the text are marked.

    Fields of the header are what is known of the text; one goes on in lines that are set in. A
    text that only speaks of such lines has none of the two, or has them the wrong way round.
    The lines are returned with '' in the place of those named.
    """
    if 'Project Gutenberg' in seed.text:
        _name(rules, [*map(printed_text, texts)] if seed.is_markdown else texts, named)
    return [
        '' if found and found.rule.where[0].startswith('gutenberg') else text
        for text, found in zip(texts, named)
    ]


def _name(rules: Catalogue, texts: Sequence[str], named: Names) -> None:
    start = next((index for index, text in enumerate(texts) if _is(_START, text)), None)
    end = next((index for index, text in enumerate(texts) if _is(_END, text)), None)
    if start is None or end is None or end < start:
        return
    first = _end_of_stars(texts, start)
    first = _end_of_producers(rules, texts, first, end)
    _name_header(rules, texts, named, first)
    for index in range(end, len(texts)):
        if texts[index].strip(EDGE):
            named[index] = first_match(rules, texts[index], 'gutenberg')


def _is(mark: re.Pattern[str], text: str) -> bool:
    return mark.fullmatch(text.strip(EDGE)) is not None


def _end_of_stars(texts: Sequence[str], start: int) -> int:
    """The index below the line of START, which a long title may have cut in two."""
    text = texts[start].strip(EDGE)
    below = texts[start + 1 : start + 2]
    goes_on = not text.endswith('*') and below and below[0].strip(EDGE).endswith(_STARS)
    return start + 2 if goes_on else start + 1


def _end_of_producers(rules: Catalogue, texts: Sequence[str], first: int, end: int) -> int:
    """The index below who set the text, if they stand in the first block below START."""
    said = [index for index in range(first, end) if texts[index].strip(EDGE)][:1]
    found = first_match(rules, texts[said[0]], 'gutenberg-header') if said else None
    if found is None or found.rule.name != _PRODUCER:
        return first
    return next((index for index in range(said[0], end) if not texts[index].strip(EDGE)), first)


def _name_header(rules: Catalogue, texts: Sequence[str], named: Names, first: int) -> None:
    above = ''
    has_title = any(
        found is not None and found.rule.of == 'title'
        for text in texts[:first]
        for found in [first_match(rules, text, 'gutenberg-header')]
    )
    for index, text in enumerate(texts[:first]):
        before = named[index]
        # The head of a page whose fields are outside the article is its title.
        if before and before.rule.does == 'head' and not has_title:
            continue
        if not text.strip(EDGE):
            above = ''
            continue
        found = first_match(rules, text, 'gutenberg-header')
        if found is None and above and (text[0] in ' \t' or above == _PRODUCER):
            is_title = above == 'gutenberg-title'
            found = first_match(
                rules, text, 'gutenberg-below-title' if is_title else 'gutenberg-below-field'
            )
        elif found is not None:
            above = found.rule.name
        else:
            above = ''
        named[index] = found or first_match(rules, text, 'gutenberg')
