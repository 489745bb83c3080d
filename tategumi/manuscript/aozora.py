"""青空文庫 notation that an editor typed, line by line in that of the manuscript.

What a line says is known by the rules that read it in a seed (``cleaning/catalogue``); what
becomes of each note is in docs/aozora.md.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..cleaning.rules import Rule, catalogue
from ..notation import NOTE
from ..seed.aozora import Indent, indents_of, lines_as_markdown, runs_of, sources_of
from ..seed.aozora.notes import AT_LINE_END
from .indents import indent_mark, line_end_mark
from .runs import markdown_of

_FENCE = re.compile(r'[ ]*(?:`{3,}|~{3,})')
_PAGE_BREAK = re.compile('［＃改(?:ページ|丁|見開き)］')
_ESCAPED = re.compile(r'(\\.)')
_NOTE_ALONE = re.compile(rf'(?:{NOTE})+')


def from_aozora(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """``lines`` in the notation of the manuscript, each with the index of the one it came from."""
    is_code = False
    indents: list[Indent | None] = indents_of(lines)
    # Where a picture lies, who marks the chapter up finds out.
    pictures = {source: source for source in sources_of('\n'.join(lines))}
    for index, (line, losses) in enumerate(lines_as_markdown(lines, pictures)):
        is_fence = bool(_FENCE.match(line))
        is_code ^= is_fence
        if is_code or is_fence:
            yield lines[index], index
            continue
        indent = indents[index]
        after = lines[index + 1].strip() if index + 1 < len(lines) else ''
        is_last = not after or indents[index + 1] != indent or bool(_NOTE_ALONE.fullmatch(after))
        if losses:
            # What nothing can be made of is named where the chapter is marked up.
            made = ['', lines[index], '']
        elif line.startswith('![') and line != lines[index]:
            made = ['', line, '']
        else:
            made = _made(line, indent, is_last)
        for line_of_markdown in made:
            yield line_of_markdown, index


def _made(line: str, indent: Indent | None, is_last: bool) -> list[str]:
    text = line.strip(' 　\t')
    if _PAGE_BREAK.fullmatch(text):
        return ['', '===', '']
    for rule in _rules('line') if '［＃' in text else ():
        match = rule.match_line(text)
        if match:
            return _by_rule(rule, match, indent)
    at_end = AT_LINE_END.fullmatch(text)
    if at_end:
        mark = line_end_mark(int(at_end['raised'] or 0))
        return [_inline(at_end['before']), '', _inline(at_end['text']), mark, '']
    if indent is None or not text:
        return [_inline(line)]
    if indent.raised is not None:
        return [_inline(text), line_end_mark(indent.raised), '']
    return [_inline(line), *([indent_mark(indent, True), ''] if is_last else [])]


@cache
def _rules(kind: str) -> tuple[Rule, ...]:
    """The rules of the notation for a whole ``line``, or those that rewrite what is ``inside``."""
    of_notation = [rule for rule in catalogue().rules if rule.notation == 'aozora']
    if kind == 'inside':
        return tuple(rule for rule in of_notation if rule.does == 'rewrite')
    return tuple(rule for rule in of_notation if rule.line and 'anywhere' in rule.where)


def _by_rule(rule: Rule, match: re.Match[str], indent: Indent | None) -> list[str]:
    groups = match.groupdict()
    text = _inline(groups.get('text') or '')
    if rule.does == 'head':
        return ['', f'{"#" * int(rule.of)} {text}', '']
    if rule.does == 'caption':
        return ['', text, '{: .caption }', '']
    if rule.does == 'line-end':
        return ['', text, line_end_mark(int(groups.get('raised') or 0)), '']
    if rule.does == 'indent':
        figure = int(groups['indent'])
        return ['', text, indent_mark(Indent(figure, figure), True), '']
    return ['']


def _inline(line: str) -> str:
    """``line`` of Markdown with what its notes say."""
    # A backslash makes the mark behind it text.
    parts = _ESCAPED.split(line)
    parts[::2] = [_rewritten(part) for part in parts[::2]]
    line = ''.join(parts)
    return markdown_of(runs_of(line), typed=True) if '［＃' in line else line


def _rewritten(text: str) -> str:
    for rule in _rules('inside'):
        text = rule.rewrite(text)
    return text
