"""Verse above the first sentence of a text, or in place of sentences."""

import re
from collections.abc import Callable, Sequence

from ..lines import Line

#: Half-width columns of the widest line of a stanza, and so many stand in a row.
_STANZA, _LINES = 28, 3
#: Of a longer poem no more lines are looked at.
_MOST = 60
#: A line with a whole poem is so wide; so many stand in a row, none much wider than another.
_POEM, _POEMS, _ALIKE = (20, 70), 2, 1.35
#: The share of a line's words that are a site's in what is no verse, and of its letters that are
#: hiragana: heads have fewer.
_SITES_OWN, _HIRAGANA = 0.5, 0.15
_WORDS = re.compile('[ぁ-ゖ一-鿿々ァ-ヴー 　、]+')


def verse_above(lines: Sequence[Line], end: int) -> range:
    """The places of the verse that stands right above the place ``end`` of ``lines``, if any.

    Of three short lines at least, or of two that have a whole poem each. A line apart above it is
    its title.
    """
    stanza = _run(lines, end, lambda run: max(run) <= _STANZA, _LINES)
    poems = _run(lines, end, _are_poems, _POEMS)
    return max(stanza, poems, key=len)


def _run(
    lines: Sequence[Line], end: int, fits: Callable[[Sequence[int]], bool], least: int
) -> range:
    start = end
    while (
        end - start < _MOST
        and start
        and _may_be(lines, start - 1)
        and fits([line.width for line in lines[start - 1 : end]])
    ):
        start -= 1
    if end - start > least and lines[start].block == 1 and lines[start + 1].block != 1:
        start += 1
    return range(start, end) if end - start >= least else range(end, end)


def _are_poems(widths: Sequence[int]) -> bool:
    least, most = _POEM
    return least <= min(widths) and max(widths) <= min(most, _ALIKE * min(widths))


def _may_be(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    # A word of a site may stand amid a stanza.
    is_amid = not line.gap and not any(below.gap for below in lines[place + 1 : place + 2])
    return (
        (line.share < _SITES_OWN or is_amid)
        and not (line.has_date or line.has_count)
        and (line.hiragana or 0) >= _HIRAGANA
        and bool(_WORDS.fullmatch(line.text))
    )
