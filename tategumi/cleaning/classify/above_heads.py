"""Title and author above the first head, in 青空文庫 notation without the library's own parts."""

from collections.abc import Sequence

from ..rules import EDGE, Catalogue
from .author import name_author_below_title
from .matching import Names
from .title import title_at, title_of

#: The notes name so many heads at least: one may itself be the title of a piece.
_HEADS = 2
#: Title and author.
_MOST = 2


def name_above_heads(rules: Catalogue, texts: Sequence[str], named: Names) -> None:
    """Name the title, and who wrote the text, where nothing else stands above the first head.

    A writer's own file has neither the library's legend nor its colophon, which tell the title
    from the text elsewhere. What is no title alone, nor title and name, stays text.
    """
    heads = [index for index, found in enumerate(named) if found and found.rule.does == 'head']
    if len(heads) < _HEADS or title_of(named):
        return
    above = [index for index in range(heads[0]) if texts[index].strip(EDGE)]
    if not 1 <= len(above) <= _MOST or any(named[i] or '［＃' in texts[i] for i in above):
        return
    # However many blank lines stand between.
    lines = [*(texts[index] for index in above), '']
    found: Names = [None] * len(lines)
    found[0] = title_at(rules, lines, found, 0, lambda *_: True)
    if found[0]:
        name_author_below_title(rules, lines, found, [0])
    if all(found[: len(above)]):
        for index, each in zip(above, found):
            named[index] = each
