"""Finds links to other texts: lists below a label, and rows of teasers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from .page import Page
from .piece import Piece

#: No label is longer.
_LONGEST = 40
_LABEL = re.compile(
    r"""\W*(?: 関連 | お?(?:すす|勧|薦)め | オススメ | (?:あわ|合わ|併)せて | こちらも | 人気
      | ランキング | 最新 | 新着 | 注目 | 最近 | (?:次|前)の | もっと
      | 相关 | 推荐 | 热门 | 延伸阅读 | 更多 | 猜你喜欢
      | related | recommend | more\ (?:from|on|stories|in) | read\ (?:more|next|also)
      | see\ also | you\ (?:may|might) | most\ (?:read|popular) | popular | trending | latest
      | top\ stories | (?:also|don.t)\ (?:read|miss) )""",
    re.IGNORECASE | re.VERBOSE,
)
#: So many blocks alike make a row, if so many of them hold words that are all a link.
_ROW, _SHARE = 4, 0.75
#: A teaser has no more paragraphs of prose.
_PARAGRAPHS = 2


def related_links(pieces: Sequence[Piece], indexes: Iterable[int], prose: Set[int]) -> set[int]:
    """The indexes, among ``indexes``, of such labels and of the links below or beside them.

    ``indexes`` are those of the pieces with text, in order, ``prose`` those of sentences.
    """
    related, label = set(), None
    for index in indexes:
        piece = pieces[index]
        is_link = piece.is_link
        is_label = bool(_LABEL.match(piece.plain))
        if is_link and (label is not None or is_label):
            related |= {index} if label is None else {label, index}
        elif not is_link:
            short = len(piece.plain) <= _LONGEST and index not in prose
            label = index if is_label and short else None
    return related


def teasers_of(page: Page) -> set[int]:
    """The numbers of the elements of a ``Page`` that are teasers by their form."""
    links, paragraphs = [0] * len(page.elements), [0] * len(page.elements)
    for index in page.with_text:
        piece = page.pieces[index]
        links[piece.container] += piece.linked >= len(piece.plain.strip())
        paragraphs[piece.container] += index in page.prose
    for number in range(len(page.elements) - 1, 0, -1):
        parent = page.elements[number].parent
        links[parent] += links[number]
        paragraphs[parent] += paragraphs[number]
    rows = defaultdict(list)
    for number, element in enumerate(page.elements[1:], 1):
        rows[element.parent, element.tag, element.attributes.get('class')].append(number)
    return {
        number
        for row in rows.values()
        if len(row) >= _ROW and sum(links[number] > 0 for number in row) >= _SHARE * len(row)
        for number in row
        if links[number] and paragraphs[number] <= _PARAGRAPHS
    }
