"""Where lines stand, in the notation of the manuscript."""

import re

from ..cleaning.article import Article, Block
from ..indents import MOST
from ..seed.aozora.indents import Indent
from ..seed.notation import is_markdown

#: At most one paragraph in so many has a blank line before it that is to be left empty.
_SPACED = 4
_SENTENCE_END = re.compile('[。．！？!?…‥―—」』）)】♪～〜.”’"\'*](?:\\[\\^[^\\]]+\\])*$')


def line_end_mark(raised: int) -> str:
    """The line below a paragraph at the line end, or ``raised`` characters before it."""
    return f'{{: .line-end-{min(raised, MOST["raised"])} }}' if raised else '{: .line-end }'


def indent_mark(indent: Indent, tight: bool) -> str:
    """The line below lines set in by ``indent``, a ``seed.aozora.Indent``.

    ``tight``: they stand no line apart from what is around them. Figures that no page
    has room for are brought down to the largest that the manuscript knows.
    """
    least = min(indent.first, indent.rest)
    figures = {
        'indent': least,
        'first': indent.first - least,
        'hanging': indent.rest - least,
        'line-length': indent.length,
    }
    names = [f'.{kind}-{min(figure, MOST[kind])}' for kind, figure in figures.items() if figure]
    names += ['.frame'] if indent.frame else []
    return f'{{: {" ".join(names)}{" .tight" if tight else ""} }}'


def stands_apart(before: Block | None, block: Block, usual: int = 0) -> bool:
    """Whether a line is left empty between two blocks; heads and the like bring their own.

    ``usual`` blank lines of the seed stand between any two paragraphs.
    """
    return (
        before is not None
        and block.apart > usual
        and block.kind == 'paragraph'
        and before.kind in ('paragraph', 'line-end')
    )


def usual_blank_lines(article: Article) -> int:
    """How many blank lines of the seed of ``article`` part most paragraphs, and mean nothing.

    Where more part two, as few do, the text leaves a line empty there. But in notation of
    青空文庫 and on a page, only between paragraphs that end as sentences do: a label and an
    address may stand apart from them.
    """
    blocks = article.blocks
    # In a file of Markdown, a paragraph ends with a blank line (CommonMark §4.8).
    usual = int(is_markdown(article.file) and not article.is_page)
    pairs = [
        (before, block)
        for before, block in zip(blocks, blocks[1:])
        if block.kind == 'paragraph' and _is_prose(article, before, block)
    ]
    while sum(stands_apart(*pair, usual) for pair in pairs) * _SPACED > len(pairs) + 1:
        usual += 1
    return usual


def leaves_line_empty(article: Article, before: Block | None, block: Block, usual: int) -> bool:
    """Whether the text of ``article`` leaves a line empty between the two blocks."""
    return (
        before is not None
        and stands_apart(before, block, usual)
        and _is_prose(article, before, block)
    )


def _is_prose(article: Article, *blocks: Block) -> bool:
    return (
        article.notation == 'aozora'
        or article.is_page
        or all(_SENTENCE_END.search(block.text) for block in blocks)
    )
