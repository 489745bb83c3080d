"""Changes of a chapter by the line: a paragraph goes on from the one above."""

import re

#: A line that begins with notation of a block: a heading, a list, a table, a quotation, a mark.
_BLOCK = re.compile(
    r'#{1,6}[ 　]|[-*+][ ]|\d+\.[ ]|[|>]|\{:|!\[|`{3}|~{3}|\[\^|={3,}|-{3,}|\*{3,}'
)


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
