"""What an editor typed, in the notation of the manuscript.

Editors know other notations besides: tags of HTML, front matter, comments, 青空文庫. Each line of
a chapter says the same in the notation of the press, and it is known which line it was.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from ..lazy import lazy, lazy_pattern
from ..messages import Message
from . import dialect_blocks
from .comments import Line, without_comments

aozora = lazy('tategumi.manuscript.aozora')
html_blocks = lazy('tategumi.manuscript.html_blocks')
html_tables = lazy('tategumi.manuscript.html_tables')
joined = lazy('tategumi.manuscript.joined')
left_out = lazy('tategumi.manuscript.left_out')
tags = lazy('tategumi.seed.tags')

#: What may go on in the next line.
_OVER_LINES = lazy_pattern(
    r'\^\[|\{[^{}\n]*$|｜[^《》\n]*(?:《[^《》\n]*)?$|`|<ruby', re.IGNORECASE | re.MULTILINE
)
#: One of these is in whatever ``tags`` and ``aozora`` change. Few chapters have any, and both take
#: longer to load than a chapter takes to read.
_OF_TAGS = lazy_pattern(r'[<&]|\]\(')
_OF_AOZORA = lazy_pattern(r'［(?<!\\［)＃|／(?<!\\／)[″゛]?＼|〔[^〔〕]*[A-Za-z][^〔〕]*〕')

_FRONT_MATTER = lazy_pattern(r'---[ \t]*\n(?P<fields>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)')
#: That of Hugo, and the title block of pandoc.
_TOML = lazy_pattern(
    r'\+{3}[ \t]*\n(?P<fields>(?:[ \t\[#A-Za-z_].*\n|[ \t]*\n)*?)\+{3}[ \t]*(?:\n|\Z)'
)
_TITLE_BLOCK = lazy_pattern(r'(?P<fields>%[ ]+\S.*\n(?:%.*\n|[ ]+\S.*\n){0,4})(?=[ \t]*\n)')
_FIELD = lazy_pattern(r'[A-Za-z_][\w -]*:(?:[ \t].*)?|[ \t]+\S.*|-[ ].*|#.*|[ \t]*')
_TITLE = lazy_pattern(
    r'(?:title(?::|[ ]*=)|%)[ \t]*(?P<quote>["\']?)(?P<title>.*?)(?P=quote)[ \t]*', re.IGNORECASE
)
_HEAD = lazy_pattern(r'^#[ 　]+\S', re.MULTILINE)


class Typed(NamedTuple):
    """The ``text`` of a chapter in the notation of the manuscript.

    ``lines`` has for each line of it the number of the line it came from, from 1; empty where all
    are the same. ``remarks`` are such numbers, and what an editor should see to there.
    """

    text: str
    lines: tuple[int, ...]
    remarks: tuple[tuple[int, Message], ...]


def as_notation(text: str) -> Typed:
    """``text`` of a chapter file in the notation of the manuscript.

    Comments are left out, of front matter the title heads a chapter without such a head of its own
    (the rest is for other tools), and tags of HTML and notes of 青空文庫 are what they say.
    """
    typed: list[Line] = [(line, index) for index, line in enumerate(text.split('\n'))]
    numbered = without_comments(_without_front_matter(text).split('\n'))
    numbered, found = dialect_blocks.from_dialects(numbered)
    remarks = [(index + 1, message) for index, message in found]
    goes_on = _OVER_LINES.search('\n'.join([line for line, _ in numbered]))
    has_tags, has_notes = _OF_TAGS.search(text), _OF_AOZORA.search(text)
    if numbered == typed and not (goes_on or has_tags or has_notes):
        return Typed(text, (), tuple(remarks))
    if goes_on:
        numbered = joined.joined(numbered)
    lines = [line for line, _ in numbered]
    if has_tags:
        numbered, unprinted = left_out.without_players(numbered)
        remarks += [(index + 1, message) for index, message in unprinted]
        spans = html_tables.remarks_of(numbered)
        remarks += [(index + 1, message) for index, message in spans]
        numbered = html_blocks.with_blocks(numbered)
        lines = joined.on_each_line([line for line, _ in numbered])
        lines = tags.without_tags(lines, typed=True)
    converted: Sequence[Line] = [(line, place) for place, line in enumerate(lines)]
    if has_notes:
        converted, found = aozora.from_aozora(lines)
        remarks += [(numbered[place][1] + 1, message) for place, message in found]
    located = [(line, numbered[place][1]) for line, place in converted]
    kept = _without_made_blanks(located, text.split('\n'))
    numbers = tuple(index + 1 for _, index in kept)
    is_same = numbers == tuple(range(1, text.count('\n') + 2))
    made = '\n'.join(line for line, _ in kept)
    return Typed(made, () if is_same else numbers, tuple(remarks))


def _without_made_blanks(converted: Sequence[Line], typed: Sequence[str]) -> list[Line]:
    """``converted`` without blank lines beside others that nobody typed.

    Where some were made, as many stay as somebody typed in a row, one at least.
    """
    kept: list[Line] = []
    for is_blank, group in groupby(converted, lambda each: not each[0].strip()):
        lines = list(group)
        is_typed = [not typed[index].strip() for _, index in lines]
        if not is_blank or all(is_typed):
            kept += lines
            continue
        in_a_row = max((len([*run]) for each, run in groupby(is_typed) if each), default=0)
        is_between = bool(kept) and lines[-1] is not converted[-1]
        kept += lines[: max(in_a_row, is_between)]
    return kept


def _without_front_matter(text: str) -> str:
    match = _FRONT_MATTER.match(text)
    fields = match['fields'].split('\n') if match else []
    if not match or not all(map(_FIELD.fullmatch, fields)) or ':' not in match['fields']:
        match = _TOML.match(text) or _TITLE_BLOCK.match(text)
        fields = match['fields'].split('\n') if match else []
    if not match:
        return text
    title = next(filter(None, map(_TITLE.fullmatch, fields)), None)
    rest = text[match.end() :]
    is_headed = bool(_HEAD.search(rest)) or title is None or not title['title']
    head = '' if is_headed or title is None else f'# {title["title"]}'
    return '\n' * (match[0].count('\n') - 1) + head + '\n' + rest
