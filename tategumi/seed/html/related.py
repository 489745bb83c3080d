"""Links to other texts below a label that says so."""

import re
from collections.abc import Iterable, Sequence, Set

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


def related_links(pieces: Sequence[Piece], said: Iterable[int], prose: Set[int]) -> set[int]:
    """The indexes, among ``said``, of such labels and of the links below or beside them.

    ``said`` are the indexes of the pieces with text, in order, ``prose`` those of sentences.
    """
    found, label = set(), None
    for index in said:
        piece = pieces[index]
        is_link = piece.is_link
        is_label = bool(_LABEL.match(piece.plain))
        if is_link and (label is not None or is_label):
            found |= {index} if label is None else {label, index}
        elif not is_link:
            short = len(piece.plain) <= _LONGEST and index not in prose
            label = index if is_label and short else None
    return found
