"""Replaces pictures that did not come with the seed by their alternative text."""

import re
from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence

from .losses import Loss, picture_loss
from .pictures import PICTURE

_SET_APART = re.compile(
    r'(?P<fence>^[ \t]*(?P<mark>`{3,}|~{3,})[^\n]*(?:\n(?![ \t]*(?P=mark))[^\n]*)*)'
    r'|(?P<code>(?<!`)(?P<ticks>`{1,9})[^`\n]+(?P=ticks)(?!`))'
    rf'|(?P<picture>{PICTURE.pattern})'
    r'|!\[(?P<named>(?:[^\[\]\\\n]|\\.){0,300})\]\[(?P<name>[^\[\]\n]{0,100})\]',
    re.MULTILINE,
)
_DEFINED = re.compile(r'^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]*<?([^\s<>]+)>?', re.MULTILINE)
_BLANK = re.compile(r'\n[ \t]*\n')
_ESCAPED = re.compile(r'\\([\[\]])')
_UNPAIRED = re.compile(r'(?<!\\)([\[\]])')


def without_missing(
    lines: Sequence[str], pictures: Container[str]
) -> list[tuple[str, tuple[Loss, ...]]]:
    """``(markdown, losses)`` of each of ``lines`` of Markdown.

    A picture that is not of ``pictures`` (``pictures_beside``) is its words where it stands amid
    others, and stays as it is written where it stands alone, for a caption; each is a ``Loss`` of
    its line. A picture that is written over several lines is on the first of them. Code stays.
    """
    text = '\n'.join(lines)
    if '![' not in text:
        return [(line, ()) for line in lines]
    defined = {name.casefold(): source for name, source in _DEFINED.findall(text)}
    starts = [0, *(match.end() for match in re.finditer('\n', text))]
    losses: dict[int, tuple[Loss, ...]] = {}

    def replaced(match: re.Match[str]) -> str:
        if match['fence'] or match['code'] or _BLANK.search(match[0]):
            return match[0]
        words, source, title = _parts_of(match, defined)
        if not source:
            return match[0]
        words = ' '.join(words.split())
        rest = '\n' * match[0].count('\n')
        if source in pictures:
            return f'![{words}]({source}{title}){rest}' if rest or match['name'] else match[0]
        number = bisect_right(starts, match.start()) - 1
        losses[number] = (*losses.get(number, ()), picture_loss(source))
        if _stands_alone(match):
            flat = _ESCAPED.sub(r'\1', words).replace('[', '［').replace(']', '］')
            return f'![{flat}]({source}){rest}'
        return _UNPAIRED.sub(r'\\\1', words) + rest

    reduced = _SET_APART.sub(replaced, text).split('\n')
    return [(line, losses.get(number, ())) for number, line in enumerate(reduced)]


def _parts_of(match: re.Match[str], defined: Mapping[str, str]) -> tuple[str, str, str]:
    """``(words, source, title)`` of a picture; the source is '' where none is named."""
    if match['picture']:
        return match['words'], match['bare'] or match['source'] or '', match['title'] or ''
    source = defined.get((match['name'] or match['named']).casefold(), '')
    return match['named'], source, ''


def _stands_alone(match: re.Match[str]) -> bool:
    before = match.string.rfind('\n', 0, match.start()) + 1
    after = match.string.find('\n', match.end())
    after = len(match.string) if after < 0 else after
    return not (match.string[before : match.start()] + match.string[match.end() : after]).strip()
