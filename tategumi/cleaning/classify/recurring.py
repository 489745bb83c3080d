"""What recurs through the seed: page numbers, running heads, doubled lines, times."""

from collections.abc import Sequence

from ..repeats import doubled, page_numbers, running_heads, subtitles, timecodes
from ..rules import Catalogue
from ..structures import step_claims
from .matching import Names, take


def name_repeats(
    rules: Catalogue, texts: Sequence[str], named: Names, fenced: Sequence[bool]
) -> None:
    """Lines that are what they are because the seed has them again, or in a series."""
    texts = ['' if fence else text for text, fence in zip(texts, fenced)]
    steps = step_claims(texts)
    for rule in rules.of_lines('page'):
        numbers = [
            match['number'] if match and index not in steps else ''
            for index, match in enumerate(map(rule.match_line, texts))
        ]
        pages = page_numbers(texts, numbers)
        take(rules, texts, named, pages, 'page')
        take(rules, texts, named, running_heads(texts, pages), 'running-head')
    take(rules, texts, named, doubled(texts), 'doubled')
    take(rules, texts, named, timecodes(texts), 'timecode')
    take(rules, texts, named, subtitles(texts), 'subtitle')
