"""Detects Markdown in files whose names do not say so."""

import re
from collections.abc import Iterable

#: Forms that prose has by accident hardly ever (CommonMark; tables as GitHub writes them).
_FORMS = (
    re.compile(r'^#{2,6} +\S', re.MULTILINE),
    re.compile(r'(?<!\\)\[[^\[\]\n]+\]\(https?://[^()\s]+\)'),
    re.compile(r'^[ \t]*+\|?(?:[ \t]*+:?-{3,}+:?[ \t]*+\|)+[ \t]*+:?-*+:?[ \t]*$', re.MULTILINE),
)
_USUAL = (
    re.compile(r'^# +\S', re.MULTILINE),
    re.compile(r'^`{3,}[^`\n]*$', re.MULTILINE),
    re.compile(r'^ {0,3}[-*+] +\S.*\n+ {0,3}[-*+] +\S', re.MULTILINE),
    re.compile(r'\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*'),
)
#: How a note begins, and its label.
NOTE = re.compile(r' {0,3}\[\^([^\s\[\]^]+)\]:')
_FENCE = re.compile(r'\s*(`{3,}|~{3,})')
_NOTATION = re.compile(r' *(?:[-*+]|\d{1,9}\.|>)(?: |$)| *\|.*\| *$')
_RULE = re.compile(r' *([-*_])(?: *\1){2,} *$')
_SET_IN = re.compile(r' {2,}\S')


def is_written_in_markdown(text: str) -> bool:
    """Whether ``text`` has a form of Markdown that is no accident, and another beside it."""
    telling = sum(bool(form.search(text)) for form in _FORMS)
    return telling > 1 or telling == 1 and any(form.search(text) for form in _USUAL)


def continuations(lines: Iterable[str]) -> list[bool]:
    """For each of ``lines`` whether it goes on from the one before: in code, lists, tables.

    In such a file a line of prose is a paragraph, as in any text copied from a
    page, though Markdown would join it to the next.
    """
    continues, fence, before = [], '', False
    for line in lines:
        mark = _FENCE.match(line)
        notation = bool(_NOTATION.match(line) and not _RULE.match(line)) or (
            before and bool(_SET_IN.match(line))
        )
        continues.append(bool(fence) or before and notation)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ''
        before = notation
    return continues
