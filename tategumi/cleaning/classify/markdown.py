"""Code of a Markdown seed."""

import re

from ...seed import SeedText

_FENCE = re.compile(r'\s*(`{3,}|~{3,})')


def fenced_lines(seed: SeedText) -> list[bool]:
    """For each line whether it is in a code block of a Markdown seed (CommonMark §4.5)."""
    inside, fenced = '', []
    for line in seed.lines:
        match = _FENCE.match(line.content) if seed.is_markdown and not line.outside else None
        fenced.append(bool(inside or match))
        if match and not inside:
            inside = match.group(1)
        elif match and match.group(1).startswith(inside):
            inside = ''
    return fenced
