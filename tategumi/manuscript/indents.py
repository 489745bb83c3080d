"""Where lines stand, in the notation of the manuscript."""

from ..indents import MOST


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
        'indent': least, 'first': indent.first - least, 'hanging': indent.rest - least,
        'line-length': indent.length}
    names = [f'.{kind}-{min(figure, MOST[kind])}' for kind, figure in figures.items() if figure]
    return f'{{: {" ".join(names)}{" .tight" if tight else ""} }}'
