"""Heads of articles that were pasted one below the other, each above a day or a byline."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...east_asian import columns
from ...people import DAY, LABEL, is_full_name
from ..rules import EDGE
from .lines import Lines

#: So many lines above an article are looked at, and so many articles are no accident.
_ABOVE, _ARTICLES = 16, 2
#: Half-width columns of a line that says when and by whom, and of a title.
_STAMP, _TITLE = 80, (9, 110)
#: An article has so many sentences at least, on so many half-width columns: teasers have less.
_SENTENCES, _WIDTH = 3, 140
#: None has a smaller share of the width of the longest.
_SHARE = 0.1
_DAY = re.compile(DAY)
_END = re.compile(r'[。！？]|[.!?](?=\s|["”’]|$)')
_WORD = re.compile(r'[一-鿿々]{2}|[ァ-ヴー]{3,}|[가-힣]{2,}|[^\W\d_ぁ-ヿ一-鿿가-힣]{4,}')
_NO_TITLE = re.compile(r'[#@:：、,，]|.*(?:さん|さま|様|氏|[、,，:：])$|https?:|.*\bwrote$')


@dataclass(frozen=True)
class PastedHead:
    """The title of an article.

    ``stamps`` are the lines below it that say when and by whom, ``again`` those above that say
    the same.
    """

    index: int
    text: str
    stamps: tuple[int, ...]
    again: tuple[int, ...]


def pasted_heads(lines: Lines) -> list[PastedHead]:
    """The heads of articles in a row, where the first of them begins the text.

    A title stands right above a day or a byline; most articles speak of what theirs says.
    """
    bodies = [*_bodies(lines)]
    names = Counter(
        text
        for index in lines.said
        for text in [lines.texts[index].strip(EDGE)]
        if is_full_name(text)
    )
    heads = [_head(lines, names, start) for start, _ in bodies]
    found = [head for head in heads if head]
    # Where one has its head, sentences up to the next are of its article.
    if not heads or not heads[0] or len(found) < _ARTICLES:
        return []
    ends = [*(head.index for head in found[1:]), None]
    articles = [_sentences(lines, head, end) for head, end in zip(found, ends)]
    about = sum(map(_speaks_of, [head.text for head in found], articles))
    widths = [sum(map(columns, sentences)) for sentences in articles]
    dated = {any(_DAY.search(lines.texts[index]) for index in head.stamps) for head in found}
    is_sure = (
        all(map(_is_article, articles))
        and 2 * about >= len(found)
        and len(dated) == 1
        and min(widths) >= _SHARE * max(widths)
    )
    return found if is_sure and len({head.text for head in found}) == len(found) else []


def _bodies(lines: Lines) -> Iterator[tuple[int, int]]:
    """Places in ``lines.said`` from and up to which sentences stand in a row."""
    start = None
    for place, index in enumerate(lines.said):
        if lines.is_sentence(index):
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(lines.said)


def _head(lines: Lines, names: Counter[str], body: int) -> PastedHead | None:
    """The head of the article whose sentences begin at the place ``body``.

    ``names`` count the lines that are a name: who wrote several may stand there without a day.
    """
    strip = []
    for place in range(body - 1, max(-1, body - 1 - _ABOVE), -1):
        if lines.is_sentence(lines.said[place]):
            break
        strip.append(lines.said[place])
    stamped = [
        place
        for place, index in enumerate(strip)
        if _is_stamp(lines.texts[index]) or names[lines.texts[index].strip(EDGE)] > 1
    ]
    if not stamped:
        return None
    above = stamped[0]
    while above in stamped:
        above += 1
    if above == len(strip) or not _is_title(lines.texts[strip[above]]):
        return None
    title = lines.texts[strip[above]].strip(EDGE)
    again = [index for index in strip[above + 1 :] if title in lines.texts[index]]
    stamps = tuple(strip[place] for place in stamped)
    return PastedHead(strip[above], title, stamps, tuple(again))


def _is_stamp(text: str) -> bool:
    text = text.strip(EDGE)
    return columns(text) <= _STAMP and bool(_DAY.search(text) or LABEL.match(text))


def _is_title(text: str) -> bool:
    text = text.strip(EDGE)
    narrowest, widest = _TITLE
    return narrowest <= columns(text) <= widest and not _NO_TITLE.match(text)


def _sentences(lines: Lines, head: PastedHead, end: int | None) -> list[str]:
    first = lines.place[head.index] + 1
    last = len(lines.said) if end is None else lines.place[end]
    return [lines.texts[index] for index in lines.said[first:last] if lines.is_sentence(index)]


def _is_article(sentences: Sequence[str]) -> bool:
    return (
        sum(len(_END.findall(line)) for line in sentences) >= _SENTENCES
        and sum(map(columns, sentences)) >= _WIDTH
    )


def _speaks_of(title: str, sentences: Sequence[str]) -> bool:
    words = {*_WORD.findall(title.casefold())}
    return not words.isdisjoint(_WORD.findall('\n'.join(sentences).casefold()))
