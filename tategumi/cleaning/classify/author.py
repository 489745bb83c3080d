"""Who wrote a text that has no site around it: the line below its title."""

import re
from collections.abc import Sequence

from ...people import BY, JAPANESE, is_full_name, is_name, name_within
from ..rules import EDGE, Catalogue
from ..structures.shapes import shape_of
from .matching import Named, Names, first_match

#: A name stands so many lines below the title at most; set in, it is so many characters further in
#: than a paragraph, and where it is not, it is no shorter than so many.
_BELOW, _FURTHER, _SHORTEST = 4, 4, 4
_NAME = re.compile(JAPANESE)
_BY = re.compile(rf'\s*(?:(?:{BY})\s+(?=\S)|(?:作者?|著者?|文)[ 　・]+(?={JAPANESE}\s*$))')
_PART = re.compile('[ 　]?著$|[ 　](?:作|訳|編|画)$')
# What else may stand there, and has the form of a name.
_NO_NAME = re.compile('.*(?:[年月日春夏秋冬朝夜版句首選作話稿]|にて|より|[へにはをが])$')


def is_name_below_title(texts: Sequence[str], index: int) -> bool:
    """Whether the line at ``index`` is somebody's full name, or a name above a blank line."""
    name = texts[index].strip(EDGE) if index < len(texts) else ''
    if _after_by(name) or _with_part(name):
        return True
    if _NO_NAME.match(name) or shape_of(name):
        return False
    return is_full_name(name) or is_name(name) and _is_last_of_block(texts, index)


def name_author_below_title(
    rules: Catalogue, texts: Sequence[str], named: Names, titles: Sequence[int]
) -> None:
    """Name the line below the title that is a person's name, or says who wrote the text.

    ``titles`` are the indexes of the lines that give the title, if any does. In a manuscript the
    name may stand below blank lines.
    """
    rule = next(rule for rule in rules.of_lines('byline') if rule.of == 'creators')
    for title in titles:
        near = range(title + 1, min(title + 1 + _BELOW, len(texts)))
        below = next((index for index in near if texts[index].strip(EDGE)), None)
        found = named[below] if below is not None else None
        if below is None or found and found.rule.of != 'credits':
            continue
        labelled = first_match(rules, texts[below], 'head')
        is_right_below = below == title + 1
        if labelled and labelled.rule.of == 'creators' and is_right_below:
            named[below] = labelled
        elif start := _after_by(texts[below]):
            match = re.fullmatch(f'.{{{start}}}(?P<text>.+)', texts[below])
            named[below] = match and Named(rule, match)
        elif found:
            continue
        elif is_right_below and is_name_below_title(texts, below) or _is_apart(texts, below):
            match = rule.match_line(texts[below])
            named[below] = match and Named(rule, match)


def _with_part(text: str) -> bool:
    """Whether the line is one name with 著 behind it, or 作 and the like behind a space."""
    name = _PART.sub('', text)
    return name != text and bool(_NAME.fullmatch(name)) and not _NO_NAME.match(name)


def _after_by(text: str) -> int:
    """Where the name begins on a line that is ``by`` and a name; 0 on any other."""
    by = _BY.match(text)
    if not by:
        return 0
    start, end = by.end(), len(text)
    is_all = name_within(text, start, end) == (start, end) or is_full_name(text[start:])
    return start if is_all else 0


def _is_apart(texts: Sequence[str], index: int) -> bool:
    """Whether the line is a name between blank lines, or set in further than any paragraph."""
    text = texts[index].rstrip(EDGE)
    name = text.strip(EDGE).replace('　', ' ')
    further = len(text) - len(name) - 1
    if further >= _FURTHER and _with_part(name):
        return True
    is_form = bool(_NAME.fullmatch(name)) if further >= _FURTHER else is_full_name(name)
    return (
        is_form
        and name_within(name, 0, len(name)) == (0, len(name))
        and (further >= _FURTHER or len(name) > _SHORTEST)
        and not _NO_NAME.match(name)
        and not shape_of(name)
        and _is_last_of_block(texts, index)
    )


def _is_last_of_block(texts: Sequence[str], index: int) -> bool:
    return index + 1 < len(texts) and not texts[index + 1].strip(EDGE)
