"""Cleaned articles to the chapters of a manuscript."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from ..cleaning import Block
from ..cleaning.article import Article
from ..notation import escape, escape_closing_marks, printed_text, table
from ..seed.notation import LINE_BY_LINE, plain_text, runs_of
from ..settings import slug_of
from .indents import indent_mark, leaves_line_empty, line_end_mark, usual_blank_lines
from .links import heads_of, settle_links
from .notes import settle_notes
from .runs import markdown_of
from .text_notes import notes_in_markdown

_OPENING = '序'
_ONLY = '本文'
_NUMBER = re.compile('^[0-9０-９]+　')


@dataclass(frozen=True)
class ChapterText:
    """A chapter as cleaning makes it.

    ``name`` is its file's name, ``text`` its Markdown. ``places`` gives for
    ``(file, number of the line)`` of a seed the line of ``text`` that came of it, from 1.
    """

    name: str
    text: str
    places: dict[tuple[Path, int], int]


def compose(articles: list[Article], each: str = 'part') -> list[ChapterText]:
    """The ``ChapterText`` of all ``Article``s, in order.

    The topmost heads of an article begin chapters; where most of them have whole chapters below
    them (第一章 above 第一話), they are parts, and the heads below them begin chapters. Of several
    articles each that has a title is a part: its title and what stands before its first head are
    a file of their own, and its heads begin the chapters of the part. With ``each='chapter'``,
    and where no article has a head, it is a chapter, and its heads are sections. An article
    without a title goes on from the one before. Text before the first head of an only article is
    the opening chapter 序; an only chapter is headed by the title. Notes are in the chapter of
    their call.
    """
    articles = [_with_notes(article) for article in articles]
    drafts = []
    in_parts = each == 'part' and any(
        block.kind == 'head' for article in articles if article.title for block in article.blocks
    )
    titled = len(articles) > 1 and any(article.title for article in articles)
    for article in articles:
        below = 0
        if titled and article.title:
            drafts.append(_Draft(article.head, article, is_part=in_parts))
            below = 0 if in_parts else 1
        # Where titles of articles are parts, their own heads are not.
        has_parts = not titled and any(block.part for block in article.blocks if block.level == 1)
        below -= has_parts
        for block in article.blocks:
            if block.kind == 'head' and block.level + below <= 1:
                is_part = has_parts and block.part and block.level == 1
                drafts.append(_Draft(block.text, article, block, is_part))
            else:
                if not drafts:
                    drafts.append(_Draft(''))
                drafts[-1].add(article, block, below)
    opening = not drafts[0].head and len(drafts) > 1
    if not drafts[0].head:
        drafts[0].article = articles[0]
        drafts[0].head = _OPENING if opening else articles[0].head or _ONLY
    settled = settle_notes([draft.all for draft in drafts])
    for draft, ((_, head, _), *rest) in zip(drafts, settled):
        draft.head, draft.rest = head.text, rest
    width = max(2, len(str(len(drafts))))
    usual = {id(article): usual_blank_lines(article) for article in articles}
    chapters = [
        draft.finish(f'{number:0{width}d}', usual)
        for number, draft in enumerate(drafts, 0 if opening else 1)
    ]
    heads = {head for chapter in chapters for head in heads_of(chapter.text)}
    return [replace(chapter, text=settle_links(chapter.text, heads)) for chapter in chapters]


class _Draft:
    """A chapter while blocks are added."""

    def __init__(
        self,
        head: str,
        article: Article | None = None,
        block: Block | None = None,
        is_part: bool = False,
    ) -> None:
        self.head, self.is_part = head, is_part
        self.article, self.block = article, block
        self.rest: list[tuple[Article, Block, int]] = []

    def add(self, article: Article, block: Block, below: int) -> None:
        self.rest.append((article, block, below))

    @property
    def all(self) -> list[tuple[Article, Block, int]]:
        """``(Article, Block, levels below)`` of the head and of what is below it."""
        # One whose head is of no article has been given one by now.
        return [(cast(Article, self.article), Block('head', self.head, ()), 0), *self.rest]

    def finish(self, number: str, usual: dict[int, int]) -> ChapterText:
        """The chapter; ``usual`` has by ``id`` of an article how many blank lines are usual."""
        notation = self.article.notation if self.article else 'plain'
        lines, places = [f'# {_head(self.head, notation)}'], {}
        if self.is_part:
            lines.append('{: .part }')
        if self.article and self.block:
            places[self.article.file, self.block.lines[0]] = 1
        runs, before = list(_runs(self.rest)), None
        for run, after in zip(runs, [*runs[1:], []]):
            lines.append('')
            is_tight = not (run[0][1].apart or after and after[0][1].apart)
            for (article, block, below), following in zip(run, [*run[1:], None]):
                last = block.text.count('\n')
                # Below the first row of a table stands the line that rules it off.
                rule = block.kind == 'table'
                for offset, line in enumerate(block.lines):
                    place = min(offset, last) + (rule and offset > 0)
                    places.setdefault((article.file, line), len(lines) + 1 + place)
                lines += _block_lines(article, block, below)
                if leaves_line_empty(article, before, block, usual[id(article)]):
                    lines.append('{: .apart }')
                before = block
                # One mark is enough for all lines that are set in alike.
                if block.indent and (not following or following[1].indent != block.indent):
                    lines.append(indent_mark(block.indent, is_tight))
        head = plain_text(self.head, notation)
        if notation == 'markdown':
            head = printed_text(head)
        head = _NUMBER.sub('', head)
        name = f'{number}-{slug_of(head)}.md'
        return ChapterText(name, '\n'.join(lines) + '\n', places)


def _runs(
    drafted: list[tuple[Article, Block, int]],
) -> Iterator[list[tuple[Article, Block, int]]]:
    """``drafted`` in lists of what stands in one block: one each, but for lines set in.

    Those go on with the ones before where no blank line is between.
    """
    run: list[tuple[Article, Block, int]] = []
    for each in drafted:
        article, block, _ = each
        if run and not (
            block.indent and run[-1][1].indent and not block.apart and article is run[-1][0]
        ):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _block_lines(article: Article, block: Block, below: int) -> list[str]:
    if block.kind == 'head':
        return [f'{"#" * min(block.level + below, 6)} {_head(block.text, article.notation)}']
    if block.kind in ('table', 'list'):
        lines = [_markdown(line, article.notation) for line in block.text.split('\n')]
        cells = [line.split('\t') for line in lines]
        return table(cells) if block.kind == 'table' else _list(lines, block.level)
    if article.notation == 'markdown' or block.kind in ('scene-break', 'picture'):
        lines = block.text.split('\n')
    else:
        lines = [_markdown(block.text, article.notation)]
    if block.kind == 'quotation':
        lines = [f'> {line}' for line in lines]
    if block.kind == 'caption':
        lines.append('{: .caption }')
    if block.kind == 'line-end':
        lines.append(line_end_mark(block.level))
    return lines


def _list(items: Sequence[str], first: int) -> list[str]:
    marks = [f'{first + number}.' if first else '-' for number in range(len(items))]
    return [f'{mark} {item}' for mark, item in zip(marks, items)]


def _with_notes(article: Article) -> Article:
    if article.notation not in LINE_BY_LINE:
        return article
    return notes_in_markdown(
        article,
        lambda text: _markdown(text, article.notation),
        lambda text: _head(text, article.notation),
    )


def _head(text: str, notation: str) -> str:
    if notation == 'markdown':
        return text
    return escape_closing_marks(_markdown(text, notation))


def _markdown(text: str, notation: str) -> str:
    if notation == 'markdown':
        return text
    return escape(text) if notation == 'plain' else markdown_of(runs_of(text, notation))
