"""Changes of a chapter by the line: a paragraph becomes a heading, or goes on from another."""

import re

#: A line that begins with notation of a block: a heading, a list, a table, a quotation, a mark.
_BLOCK = re.compile(
    r'#{1,6}[ 　]|[-*+][ ]|\d+\.[ ]|[|>]|\{:|!\[|`{3}|~{3}|\[\^|={3,}|-{3,}|\*{3,}'
)
_HEAD = re.compile(r'#{1,6}[ 　]+')


def with_heading(text: str, line: int, level: int = 2) -> str:
    """``text`` of a chapter with its ``line`` (from 1) as a heading of ``level`` by itself.

    A heading becomes a paragraph again with ``level`` 0.
    """
    lines = text.split('\n')
    content = _HEAD.sub('', lines[line - 1]).strip(' 　')
    made = f'{"#" * level} {content}' if level else content
    before = [''] if line > 1 and lines[line - 2].strip() else []
    after = [''] if line < len(lines) and lines[line].strip() else []
    return '\n'.join([*lines[: line - 1], *before, made, *after, *lines[line:]])


def with_line_joined(text: str, line: int) -> str | None:
    """``text`` with its ``line`` as a part of the paragraph above; ``None`` if there is none."""
    lines = text.split('\n')
    above = line - 2
    while above >= 0 and not lines[above].strip():
        above -= 1
    if above < 0 or _BLOCK.match(lines[above].lstrip()) or _BLOCK.match(lines[line - 1].lstrip()):
        return None
    end, start = lines[above].rstrip(), lines[line - 1].strip(' 　')
    # Western words are parted by a space.
    link = ' ' if end[-1:].isascii() and start[:1].isascii() else ''
    return '\n'.join([*lines[:above], f'{end}{link}{start}', *lines[line:]])
