"""青空文庫 notation that an editor typed, line by line in that of the manuscript.

What a line says is known by the rules that read it in a seed (``cleaning/catalogue``); what
becomes of each note is in docs/aozora.md.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial

from ..cleaning.rules import Rule, catalogue
from ..fences import code_lines
from ..messages import Message
from ..notation import RUBY
from ..seed.aozora import (
    UNENDED,
    Indent,
    indents_of,
    is_aozora,
    lines_as_markdown,
    runs_of,
    sources_of,
)
from ..seed.aozora.notes import AT_LINE_END
from .aozora_ranges import is_across, remarks_of
from .comments import Line
from .indents import indent_mark, line_end_mark
from .runs import markdown_of

_Inline = Callable[[str], str]
_RUBY = re.compile(RUBY)
_PAGE_BREAK = re.compile('［＃改(?:ページ|丁|見開き)］')
#: What a backslash makes text, and code.
_SHIELDED = re.compile(r'\\.|(?<!`)(`+)(?!`)[^`\n]+\1(?!`)')
#: Characters that stand for such text, of those that nobody gives a meaning (Unicode §23.5).
_FIRST, _MOST = 0xF0000, 0xFFFD
_SHIELDS = re.compile(f'[{chr(_FIRST)}-{chr(_FIRST + _MOST - 1)}]')
#: Marks of Markdown at the head of a line, of which notes say nothing.
_HEAD = re.compile(r'(?:[ ]*(?:(?:[-+*]|\d{1,9}\.)[ ]+|>[ ]?|#{1,6}[ 　]+))+')
_HEADING = re.compile(r'#{1,6}[ 　]+\S')


def from_aozora(lines: Sequence[str]) -> tuple[list[Line], list[tuple[int, Message]]]:
    """``lines`` in the notation of the manuscript, each with the index of the one it came from.

    With them, what an editor should see to, by the index of a line.
    """
    is_code, shields = code_lines(lines), _Shields()
    text = ['' if code else shields.over(line) for line, code in zip(lines, is_code)]
    # Where a picture lies, who marks the chapter up finds out.
    pictures = {source: source for source in sources_of('\n'.join(text))}
    said = lines_as_markdown(text, pictures, _HEAD)
    remarks = list(remarks_of(text, _of_whole_line))
    whole = '\n'.join(text)
    # Who writes all of it so has ruby over kana, too; others set names in such brackets.
    inline = partial(_inline, reads_ruby=is_aozora(whole) and not _RUBY.search(whole))
    made: list[tuple[list[str], Indent | None]] = []
    for index, (indent, (line, losses)) in enumerate(zip(indents_of(text), said)):
        if is_code[index]:
            made.append(([lines[index]], None))
            continue
        left_out = [loss.found for loss in losses if loss.rule != UNENDED]
        remarks += [(index, _why(note)) for note in left_out]
        for note in left_out:
            line = line.replace(note, '')
        if left_out and not line.strip():
            made.append(([''], None))
        elif line.startswith('![') and line != text[index]:
            made.append((['', line, ''], None))
        else:
            made.append(_made(line, indent, inline))
    return [
        (shields.off(line), index)
        for index, (each, below) in enumerate(zip(made, [*made[1:], ([''], None)]))
        for line in _set_in(*each, below[1])
    ], sorted(remarks, key=lambda remark: remark[0])


def _why(note: str) -> Message:
    if is_across(note):
        return Message('{note}: these lines are set as the others are', note=note)
    return Message('{note}: these lines are set in one column', note=note)


def _set_in(lines: list[str], indent: Indent | None, below: Indent | None) -> list[str]:
    """``lines`` with the mark of their ``indent``, where what is ``below`` has another or none."""
    if indent is None or indent == below:
        return lines
    return [*lines, indent_mark(indent, True), '']


class _Shields:
    """Hides what the notation says nothing of: code, and what a backslash makes text."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._places: dict[str, int] = {}

    def over(self, line: str) -> str:
        """``line`` with a character for each such text; the same for the same."""
        return line if _SHIELDS.search(line) else _SHIELDED.sub(self._character, line)

    def off(self, line: str) -> str:
        """``line`` with the texts again."""
        return _SHIELDS.sub(self._text, line)

    def _character(self, match: re.Match[str]) -> str:
        place = self._places.setdefault(match[0], len(self._texts))
        if place == len(self._texts):
            if place == _MOST:
                return match[0]
            self._texts.append(match[0])
        return chr(_FIRST + place)

    def _text(self, match: re.Match[str]) -> str:
        place = ord(match[0]) - _FIRST
        return self._texts[place] if place < len(self._texts) else match[0]


def _made(line: str, indent: Indent | None, inline: _Inline) -> tuple[list[str], Indent | None]:
    """The lines of the manuscript that ``line`` is, and by what they are still to be set in."""
    text = line.strip(' 　\t')
    if _PAGE_BREAK.fullmatch(text):
        return ['', '===', ''], None
    if _PAGE_BREAK.search(text):
        parts = [[inline(part)] if part.strip(' 　') else [] for part in _PAGE_BREAK.split(text)]
        return [*parts[0], *(line for part in parts[1:] for line in ('', '===', '', *part))], None
    found = _of_whole_line(text) if '［＃' in text else None
    if found:
        return _by_rule(*found, inline), None
    at_end = AT_LINE_END.fullmatch(text)
    if at_end:
        mark = line_end_mark(int(at_end['raised'] or 0))
        before = [inline(at_end['before']), *([indent_mark(indent, True)] if indent else [])]
        return [*before, '', inline(at_end['text']), mark, ''], None
    if indent is None or not text:
        return [inline(line)], None
    if _HEADING.match(text):
        # Where a heading stands is the house's.
        return ['', inline(text), ''], None
    if indent.raised is not None:
        return [inline(text), line_end_mark(indent.raised), ''], None
    return [inline(line)], indent


def _of_whole_line(text: str) -> tuple[Rule, re.Match[str]] | None:
    """The first rule that reads ``text``, a line or a note by itself, and its match."""
    matches = ((rule, rule.match_line(text)) for rule in _rules('line'))
    return next(((rule, match) for rule, match in matches if match), None)


@cache
def _rules(kind: str) -> tuple[Rule, ...]:
    """The rules of the notation for a whole ``line``, or those that rewrite what is ``inside``."""
    of_notation = [rule for rule in catalogue().rules if rule.notation == 'aozora']
    if kind == 'inside':
        return tuple(rule for rule in of_notation if rule.does == 'rewrite')
    return tuple(rule for rule in of_notation if rule.line and 'anywhere' in rule.where)


def _by_rule(rule: Rule, match: re.Match[str], inline: _Inline) -> list[str]:
    groups = match.groupdict()
    text = inline(groups.get('text') or '')
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


def _inline(line: str, reads_ruby: bool) -> str:
    """``line`` of Markdown with what its notes say; with ``reads_ruby``, its ruby too."""
    for rule in _rules('inside'):
        line = rule.rewrite(line)
    return markdown_of(runs_of(line), typed=True) if _has_notes(line, reads_ruby) else line


def _has_notes(line: str, reads_ruby: bool) -> bool:
    return '［＃' in line or reads_ruby and '《' in line
