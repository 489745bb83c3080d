"""Notes of plain text: ``*1`` amid the text and ``*1：…`` below it are a call and its note.

Taken for notes is only what can be nothing else: lines in a row, numbered one by one, with
nothing below them down to the next head or the end, all of which are called above, in
their order, while nothing calls another.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..cleaning import Block
from ..cleaning.article import Article

_OPENING, _CLOSING = r'[\[［〔【(（]', r'[\]］〕】)）]'
_MARK = (
    rf'(?P<open>{_OPENING})?(?P<sign>[*＊※]|脚注|原注|訳注|注|註)?'
    rf'(?P<number>[0-9０-９]{{1,3}})(?P<close>{_CLOSING})?'
)
_NOTE = re.compile(rf'{_MARK}(?![0-9０-９])[ 　]*[:：.．、]?[ 　]*(?P<text>\S.*)')
_CALL = re.compile(rf'(?<![0-9A-Za-z*＊※]){_MARK}(?![0-9０-９A-Za-z])')
_SAME = str.maketrans('＊註', '*注')
#: Without brackets only these call a note; figures in round ones may number anything.
_BARE, _ROUND = '*※', '(（'
_STANDS_FOR_CALL = '\x02{}\x03'
_CALLS = re.compile('\x02([0-9]+)\x03')
_KINDS = ('paragraph', 'quotation', 'indent', 'caption', 'line-end', 'head')


@dataclass(frozen=True)
class _Row:
    """Notes in a row: the blocks from ``start`` to ``end``, signed ``sign``, from ``first`` on."""

    start: int
    end: int
    sign: str
    first: int


def notes_in_markdown(
    article: Article, markdown: Callable[[str], str], head: Callable[[str], str]
) -> Article:
    """``article`` in Markdown where it has notes, or as it is.

    ``markdown`` and ``head`` give the Markdown of a text and of a head of it.
    """
    texts = [block.text if block.kind in _KINDS else '' for block in article.blocks]
    labels, called = _labels(article.blocks, texts)
    if not labels:
        return article
    blocks = []
    for index, block in enumerate(article.blocks):
        text = _with_calls(texts[index], called.get(index, {}))
        note_match = _NOTE.fullmatch(block.text.strip()) if index in labels else None
        if note_match:
            note = markdown(note_match['text'])
            block = Block('notation', f'[^{labels[index]}]: {note}', block.lines)
        elif texts[index]:
            converted = (head if block.kind == 'head' else markdown)(text)
            block = replace(block, text=_CALLS.sub(r'[^\1]', converted))
        elif block.kind in ('table', 'list'):
            lines = block.text.split('\n')
            block = replace(block, text='\n'.join(map(markdown, lines)))
        blocks.append(block)
    return replace(article, blocks=tuple(blocks), notation='markdown', head=head(article.head))


def _labels(
    blocks: Sequence[Block], texts: Sequence[str]
) -> tuple[dict[int, str], dict[int, dict[tuple[str, int], str]]]:
    """``({index of a note: label}, {index of a block: {(sign, number): label}})``."""
    labels: dict[int, str] = {}
    called: dict[int, dict[tuple[str, int], str]] = {}
    last: dict[str, int] = {}
    done = 0
    for row in _rows(blocks, texts):
        numbers = [*range(row.first, row.first + row.end - row.start)]
        calls = [
            (index, number)
            for index in range(done, row.start)
            for sign, number, _ in _calls(texts[index])
            if sign == row.sign
        ]
        is_next = row.first in (1, last.get(row.sign, 0) + 1)
        if not is_next or [*dict.fromkeys(number for _, number in calls)] != numbers:
            continue
        given = {number: str(len(labels) + place) for place, number in enumerate(numbers, 1)}
        labels |= {row.start + place: given[number] for place, number in enumerate(numbers)}
        for index, number in calls:
            called.setdefault(index, {})[row.sign, number] = given[number]
        done, last[row.sign] = row.end, numbers[-1]
    return labels, called


def _rows(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[_Row]:
    """Each ``_Row`` that ends above a head, or at the end."""
    ends = [index for index, block in enumerate(blocks) if block.kind == 'head' and index]
    for end in (*ends, len(blocks)):
        start, sign, number = end, '', 0
        while start:
            note = _note(texts[start - 1]) if blocks[start - 1].kind != 'head' else None
            if not note or number and note != (sign, number - 1):
                break
            (sign, number), start = note, start - 1
        if start < end:
            yield _Row(start, end, sign, number)


def _note(text: str) -> tuple[str, int] | None:
    match = _NOTE.fullmatch(text.strip())
    sign = _sign(match) if match else ''
    return (sign, int(match['number'])) if match and sign else None


def _calls(text: str) -> Iterator[tuple[str, int, re.Match[str]]]:
    """``(sign, number, match)`` of all in ``text`` that may call a note."""
    for match in _CALL.finditer(text):
        sign = _sign(match)
        if match.start() and sign and (match['open'] or sign in _BARE):
            yield sign, int(match['number']), match


def _sign(match: re.Match[str]) -> str:
    """What tells marks of notes from others, or '' where it may be none."""
    opening = match['open']
    if bool(opening) != bool(match['close']):
        return ''
    if match['sign']:
        return match['sign'].translate(_SAME)
    return '[' if opening and opening not in _ROUND else ''


def _with_calls(text: str, labels: Mapping[tuple[str, int], str]) -> str:
    parts, done = [], 0
    for sign, number, match in _calls(text):
        if (sign, number) in labels:
            parts += [text[done : match.start()], _STANDS_FOR_CALL.format(labels[sign, number])]
            done = match.end()
    return ''.join(parts) + text[done:]
