"""Where lines stand, in the notation of the manuscript."""

from ..indents import MOST

#: At most one paragraph in so many has a blank line before it that is to be left empty.
_SPACED = 4


def line_end_mark(raised):
    """The line below a paragraph at the line end, or ``raised`` characters before it."""
    return f'{{: .line-end-{min(raised, MOST["raised"])} }}' if raised else '{: .line-end }'


def indent_mark(indent, tight):
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
    return f'{{: {" ".join(names)}{" .tight" if tight else ""} }}'


def stands_apart(before, block):
    """Whether a line is left empty between two blocks; heads and the like bring their own."""
    return (
        before is not None
        and block.apart
        and block.kind == 'paragraph'
        and before.kind in ('paragraph', 'line-end')
    )


def leaves_lines_empty(article):
    """Whether the blank lines in the seed of ``article`` are those of the book.

    In notation of 青空文庫 and on a page they are, and not where most paragraphs have one
    between.
    """
    blocks = article.blocks
    paragraphs = sum(block.kind == 'paragraph' for block in blocks)
    return (article.notation == 'aozora' or article.is_page) and sum(
        map(stands_apart, blocks, blocks[1:])
    ) * _SPACED <= paragraphs
