"""What an editor typed, in the notation of the manuscript.

Editors know other notations besides: tags of HTML, front matter, comments, 青空文庫. Each line of
a chapter says the same in the notation of the press, and it is known which line it was.
"""

import re

from ..seed.tags import without_tags
from .aozora import from_aozora, holds_notes

_FRONT_MATTER = re.compile(r'---[ \t]*\n(?P<fields>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)')
_FIELD = re.compile(r'[A-Za-z_][\w -]*:(?:[ \t].*)?|[ \t]+\S.*|-[ ].*|#.*|[ \t]*')
_TITLE = re.compile(r'title:[ \t]*(?P<quote>["\']?)(?P<title>.*?)(?P=quote)[ \t]*', re.IGNORECASE)
_HEAD = re.compile(r'^#{1,6}[ 　]+\S', re.MULTILINE)


def as_notation(text: str) -> tuple[str, tuple[int, ...]]:
    """``text`` of a chapter file in the notation of the manuscript.

    Comments are left out, of front matter the title heads a chapter without a head of its own
    (the rest is for other tools), and tags of HTML and notes of 青空文庫 are what they say. With
    it, of each line the number of the line it came from, from 1; empty where all are the same.
    """
    lines = without_tags(_without_front_matter(text).split('\n'), typed=True)
    converted = from_aozora(lines) if holds_notes(text) else zip(lines, range(len(lines)))
    kept = _without_made_blanks([*converted], text.split('\n'))
    numbers = tuple(index + 1 for _, index in kept)
    is_same = numbers == tuple(range(1, text.count('\n') + 2))
    return '\n'.join(line for line, _ in kept), () if is_same else numbers


def _without_made_blanks(
    converted: list[tuple[str, int]], typed: list[str]
) -> list[tuple[str, int]]:
    """``converted`` without blank lines beside others that nobody typed."""
    kept: list[tuple[str, int]] = []
    for place, (line, index) in enumerate(converted):
        is_made = not line.strip() and bool(typed[index].strip())
        before = kept[-1][0] if kept else ''
        after = converted[place + 1][0] if place + 1 < len(converted) else ''
        if not is_made or before.strip() and after.strip():
            kept.append((line, index))
    return kept


def _without_front_matter(text: str) -> str:
    match = _FRONT_MATTER.match(text)
    fields = match['fields'].split('\n') if match else []
    if not match or not all(map(_FIELD.fullmatch, fields)) or ':' not in match['fields']:
        return text
    title = next(filter(None, map(_TITLE.fullmatch, fields)), None)
    rest = text[match.end() :]
    is_headed = bool(_HEAD.search(rest)) or title is None or not title['title']
    head = '' if is_headed or title is None else f'# {title["title"]}'
    return '\n' * (match[0].count('\n') - 1) + head + '\n' + rest
