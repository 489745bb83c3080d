"""The blocks of an article, of the drafts of its lines: paragraphs that were cut are one again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import cast

from ..seed import SeedLine, SeedText
from ..seed.aozora import Indent
from ..seed.notation import LINE_BY_LINE
from .article import Block, BlockKind
from .changes import Change
from .divided_words import SOFT_HYPHEN, without_hyphens
from .drafts import Draft
from .protected import begins_notation
from .unwrap import continued_lines

#: A line that is left empty in HTML, as it stands in other texts.
_EMPTY = re.compile(
    r'(?:<br\s*/?>|</?(?:p|div)>|&(?:nbsp|emsp|#12288|#x3000|#160|#xa0);|\s)*', re.IGNORECASE
)
_HYPHEN = 'hyphen-at-line-end'
#: No more blocks stand at the foot of a page.
_FOOT = 20


def blocks_of(seed: SeedText, drafts: Sequence[Draft]) -> tuple[list[Draft], tuple[Block, ...]]:
    """The ``drafts`` with the words whole that a line end cut, and the ``Block``s of them all."""
    cut = _cut_lines(seed, drafts)
    whole = _with_whole_words(drafts, cut)
    return whole, _blocks(seed, whole, cut)


@dataclass
class _Growing:
    """A block whose lines still come in."""

    kind: str
    level: int
    parts: list[str]
    lines: list[int]
    indent: Indent | None
    apart: int
    part: bool = False

    def add(self, link: str, text: str, number: int) -> None:
        """Go on with the line of this number, ``link`` between."""
        self.parts += [link, text]
        self.lines.append(number)

    def finish(self) -> Block:
        """The block with all its lines."""
        text, lines = ''.join(self.parts), tuple(self.lines)
        return Block(
            cast(BlockKind, self.kind), text, lines, self.level, self.indent, self.apart, self.part
        )


def _blocks(seed: SeedText, drafts: Sequence[Draft], cut: Mapping[int, int]) -> tuple[Block, ...]:
    ranks = {
        draft.rank for draft in drafts if draft.kind == 'head' and draft.rank is not None
    } or {1}
    levels = {rank: level for level, rank in enumerate(sorted(ranks), 1)}
    said = sorted({1, *(draft.level for draft in drafts if draft.level)})
    blocks: list[_Growing] = []
    apart: int | None = 0
    before: tuple[int, ...] = ()
    for line, draft in zip(seed.lines, drafts):
        number = line.number
        apart = _blank_lines(seed, line, draft, apart)
        whole = _begun(blocks, cut[number - 1]) if number - 1 in cut else None
        if whole and whole.kind == draft.kind:
            whole.add(_link(drafts[whole.lines[-1] - 1], draft), draft.text, number)
            continue
        joins = (
            line.continues
            and blocks
            and (seed.is_html or blocks[-1].lines[-1] == number - 1)
            and {blocks[-1].kind, draft.kind} <= {'paragraph', 'notation'}
        )
        if draft.goes_on and blocks and blocks[-1].kind == draft.kind:
            blocks[-1].add('　' if draft.kind == 'head' else '', draft.text, number)
        elif joins or draft.together and draft.together == before:
            blocks[-1].add('\n', draft.text, number)
        elif draft.kind in ('', 'metadata'):
            continue
        else:
            is_notation = (
                seed.is_markdown and draft.kind != 'scene-break' and begins_notation(draft.text)
            )
            kind = 'notation' if is_notation else draft.kind
            of_rank = levels[draft.rank or min(ranks)] if kind == 'head' else draft.rank or 0
            level = said.index(draft.level) + 1 if draft.level else of_rank
            blocks += [
                _Growing(kind, level, [text], [number], draft.indent, apart or 0, draft.part)
                for text in draft.text.split('\n')
            ]
            if draft.raised is not None:
                blocks[-1].kind, blocks[-1].level = 'line-end', draft.raised
            apart = 0
        before = draft.together if draft.kind else before
    return tuple(block.finish() for block in blocks)


def _blank_lines(seed: SeedText, line: SeedLine, draft: Draft, above: int | None) -> int | None:
    """How many lines are empty down to this one, ``above`` are so many.

    Where a site's own lines were left out, their blank ones say nothing of the text (``None``);
    notes of 青空文庫 that are left out stand between lines of the book, and of a page most
    pieces print nothing.
    """
    if seed.is_html:
        return int(above or draft.record.rule == 'blank-line' or line.apart)
    if draft.record.rule == 'blank-line' or not draft.kind and _EMPTY.fullmatch(line.text):
        return None if above is None else above + 1
    return None if not draft.kind and seed.notation != 'aozora' else above


def _begun(blocks: Sequence[_Growing], index: int) -> _Growing | None:
    """The block that ends with the line of this index."""
    near = islice(reversed(blocks), _FOOT)
    return next((block for block in near if block.lines[-1] == index + 1), None)


def _cut_lines(seed: SeedText, drafts: Sequence[Draft]) -> dict[int, int]:
    """``{index: index}``: the lines that go on, and from which."""
    if seed.notation not in LINE_BY_LINE:
        return {}
    return continued_lines(
        [draft.record.text for draft in drafts],
        [draft.kind == 'paragraph' and '\n' not in draft.text for draft in drafts],
        [draft.record.rule == 'page-number' for draft in drafts],
    )


def _with_whole_words(drafts: Sequence[Draft], cut: Mapping[int, int]) -> list[Draft]:
    prose = [index for index, draft in enumerate(drafts) if draft.kind == 'paragraph']
    whole = without_hyphens(
        [drafts[index].text for index in prose],
        [
            place
            for place, index in enumerate(prose)
            if place and cut.get(index) == prose[place - 1]
        ],
    )
    drafts = list(drafts)
    for place, text in whole.items():
        draft = drafts[prose[place]]
        change = Change.between(_HYPHEN, draft.text, text)
        drafts[prose[place]] = replace(
            draft, text=text, record=replace(draft.record, changes=(*draft.record.changes, change))
        )
    return drafts


def _link(before: Draft, after: Draft) -> str:
    # Only Western words are parted by a space; a hyphen holds its word together, and a word
    # that lost the hyphen at its end goes on.
    is_western = before.text[-1:].isascii() and after.text[:1].isascii()
    is_divided = (
        re.search('[a-z]-$', before.text)
        or before.record.text.rstrip().endswith(SOFT_HYPHEN)
        or any(change.rule == _HYPHEN for change in before.record.changes)
    )
    return ' ' if is_western and not is_divided else ''
