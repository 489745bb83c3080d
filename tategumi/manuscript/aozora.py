"""青空文庫 notation that an editor typed, line by line in that of the manuscript.

What becomes of each note is in docs/aozora.md.
"""

import re
from collections.abc import Iterator, Sequence

from ..indents import MOST
from ..seed.aozora import Indent, indents_of, lines_as_markdown, resolve_gaiji, runs_of
from .indents import indent_mark, line_end_mark
from .runs import markdown_of

_NOTE = re.compile(r'(?<!\\)［＃')
_REPEAT = re.compile(r'(?<!\\)／([″゛]?)＼')
_FENCE = re.compile(r'[ ]*(?:`{3,}|~{3,})')
_PAGE_BREAK = re.compile('［＃改(?:ページ|丁|見開き)］')
_BLOCK_MARKS = re.compile(r'(?:［＃(?:ここ(?:から|で)[^［］]*|改段|ページの左右中央[^［］]*)］)+')
_LINE_END = re.compile(
    '(?P<before>.*)［＃地(?:付き|(?:から|より)(?P<raised>[0-9０-９]{1,3})字上げ)］(?P<text>.+)'
)
_INDENT = re.compile(
    '［＃(?:天から|この行)?(?P<figure>[1-9１-９][0-9０-９]{0,2})字下げ］(?P<text>.+)'
)
_HEAD = re.compile(
    '(?:［＃[^［］]*字下げ］)?(?:［＃(?:同行|窓)?[大中小]見出し］)?(?P<text>.+?)'
    '［＃(?:「(?:[^［］]|［[^［］]*］)+」は(?:同行|窓)?|(?:同行|窓)?)(?P<size>[大中小])見出し(?:終わり)?］'
)
_PICTURE = re.compile(
    r'［＃(?P<words>[^［］（）()]*)[（(](?P<source>[^［］（）()、\s]+\.[A-Za-z]{3,4})[^［］]*入る］'
)
_LEVELS = {'大': '#', '中': '##', '小': '###'}


def holds_notes(text: str) -> bool:
    """Whether ``text`` of a chapter has anything of the notation that Markdown has not."""
    return bool(_NOTE.search(text) or _REPEAT.search(text))


def from_aozora(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """``lines`` in the notation of the manuscript, each with the index of the one it came from."""
    is_code = False
    indents: list[Indent | None] = indents_of(lines)
    for index, (line, _) in enumerate(lines_as_markdown(lines, {})):
        is_fence = bool(_FENCE.match(line))
        is_code ^= is_fence
        if is_code or is_fence:
            yield lines[index], index
            continue
        indent = indents[index]
        after = lines[index + 1].strip() if index + 1 < len(lines) else ''
        is_last = not after or indents[index + 1] != indent or bool(_BLOCK_MARKS.fullmatch(after))
        for line_of_markdown in _made(line, indent, is_last):
            yield line_of_markdown, index


def _made(line: str, indent: Indent | None, is_last: bool) -> list[str]:
    text = line.strip(' 　\t')
    if _PAGE_BREAK.fullmatch(text):
        return ['', '===', '']
    if _BLOCK_MARKS.fullmatch(text):
        return ['']
    picture = _PICTURE.fullmatch(text)
    if picture:
        return ['', f'![{picture["words"]}]({picture["source"]})', '']
    head = _HEAD.fullmatch(text)
    if head:
        return ['', f'{_LEVELS[head["size"]]} {_inline(head["text"])}', '']
    at_end = _LINE_END.fullmatch(text)
    if at_end:
        before = [_inline(at_end['before'])] if at_end['before'] else []
        mark = line_end_mark(int(at_end['raised'] or 0))
        return [*before, '', _inline(at_end['text']), mark, '']
    alone = _INDENT.fullmatch(text)
    if alone:
        figure = min(int(alone['figure']), MOST['indent'])
        return ['', _inline(alone['text']), indent_mark(Indent(figure, figure), True), '']
    if indent is None or not text:
        return [_inline(line)]
    if indent.raised is not None:
        return [_inline(text), line_end_mark(indent.raised), '']
    return [_inline(line), *([indent_mark(indent, True), ''] if is_last else [])]


def _inline(line: str) -> str:
    line = _REPEAT.sub(lambda match: '〴〵' if match[1] else '〳〵', line)
    if not _NOTE.search(line):
        return line
    return markdown_of(runs_of(resolve_gaiji(line)), typed=True)
