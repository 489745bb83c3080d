"""Elements of HTML that no book can print: players, frames of other pages, scripts, drawings."""

import re
from collections.abc import Iterator, Sequence

from ..fences import code_lines
from ..messages import Message
from .comments import Line

#: What stands in these is for readers who have not what they show.
_STANDS_IN = ('iframe', 'video', 'audio', 'object', 'canvas')
_OTHERS = ('svg', 'script', 'style')
_ELEMENT = re.compile(
    rf'(?P<code>(?<!`)(?P<ticks>`+)(?!`)[^`\n]+(?P=ticks)(?!`))'
    rf'|(?<!\\)<(?P<closes>/?)(?P<name>{"|".join((*_STANDS_IN, *_OTHERS))})(?:\s[^<>\n]*)?/?>',
    re.IGNORECASE | re.ASCII,
)


def without_players(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, Message]]]:
    """``lines`` without the tags of what only a screen can show, and what to say of each.

    What is told is by the index of the line of the file. Drawings, scripts and sheets are named;
    others know where these end.
    """
    text = '\n'.join(line for line, _ in lines)
    closed = {match['name'].lower() for match in _ELEMENT.finditer(text) if match['closes']}
    is_code = code_lines([line for line, _ in lines])
    made: list[Line] = []
    said: list[tuple[int, Message]] = []
    for (line, index), code in zip(lines, is_code):
        found = [] if code else [*_elements(line, closed)]
        for match in found:
            if not match['closes']:
                tag = f'<{match["name"].lower()}>'
                said.append((index, Message('{tag} has no place in a book', tag=tag)))
        for match in reversed(found):
            if match['name'].lower() in _STANDS_IN:
                line = line[: match.start()] + line[match.end() :]
        made.append((line, index))
    return made, said


def _elements(line: str, closed: set[str]) -> Iterator[re.Match[str]]:
    for match in _ELEMENT.finditer(line):
        if match['name'] and match['name'].lower() in closed:
            yield match
