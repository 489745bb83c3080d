"""Code and front matter of a Markdown seed."""

import re
from collections.abc import Sequence

from ...seed import SeedText
from ..rules import EDGE

_FENCE = re.compile(r'\s*(`{3,}|~{3,})')
#: By the first line: the lines that end it, and the form of those between (YAML, TOML).
_FRONT_MATTER = {
    '---': (('---', '...'), re.compile(r'[A-Za-z][\w-]*\s*:(?:\s|$)|\s+\S|-\s|#|\s*$')),
    '+++': (('+++',), re.compile(r'[A-Za-z"][\w."-]*\s*=\s*\S|\s+\S|[\[\]]|#|\s*$')),
}


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


def front_matter(seed: SeedText, texts: Sequence[str]) -> int:
    """How many lines at the top are between --- and ---, or +++: keys and values."""
    opening = texts[0].strip(EDGE) if texts else ''
    if seed.notation != 'markdown' or opening not in _FRONT_MATTER:
        return 0
    closing, form = _FRONT_MATTER[opening]
    for number, text in enumerate(texts[1:], 2):
        if text.rstrip() in closing:
            return number if number > 2 else 0
        if not form.match(text):
            break
    return 0
