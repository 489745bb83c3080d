"""What can be seen of each line of a seed by itself and beside its neighbours: facts, taken once.

A fact says how a line looks, never what it is: that is for who weighs the facts.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..east_asian import columns
from .lexicon import COUNT_SLOT, DATE_SLOT, fold, hits_of_folded

#: Half-width columns: no word of a site's own is on a line that is wider.
WIDEST_OF_A_SITE = 240
#: Half-width columns from which a line that ends as a sentence does is taken for prose, and from
#: which any line is.
_JAPANESE_PROSE, _WESTERN_PROSE, _ANY_PROSE = 30, 60, 160
#: The share of a line's letters that a site's words cover in a line that is the site's own.
_COVERED = 0.8
#: Half-width columns of the widest line that can be a site's own by its words.
_WORDS_OF_A_SITE = 80

#: Half-width columns of the widest line that is no prose, and of the widest title with a mark.
_NO_PROSE, _TITLE = 200, 120

_PROSE_ENDS, _CLOSING = '。．…‥♪～〜.', '"”’»\'*」』）)】'
_OTHER_ENDS, _SAID_ENDS, _QUOTES = '！？!?」』）)】"”’', '！？!?」』"”’', '"”\'’*'
_SPOKEN = '「『“"‘〝（(—―–-'
_WORD = re.compile(r'[\w’\'-]+')
_JAPANESE_END = re.compile(r'[。！？…」』][」』）)〉》】"”]*$')
_WESTERN_END = re.compile(r'[.!?…:]["”’)\]]*$')
_SENTENCE = re.compile(r'[。！？]|[.!?] (?=[A-Z“"])')
# Marks of notes, [1] [注 2], which stand behind the end of a sentence.
_CALLS = re.compile(r'(?:\[[^\]\d\s]{0,3} ?\d{1,3}\])+$')
_COMMA = re.compile(r'[、，]|, ')
_ADDRESS = re.compile(r'https?:|www\.|@\w|\.com|\.jp')
_RIGHTS = re.compile(r'©|\(c\)|copyright|all rights')
_SEPARATOR = re.compile(r'[|｜>»›]| / ')
_HIRAGANA = re.compile('[ぁ-ん]')
_OTHER_LETTERS = re.compile('[\u4e00-\u9fffァ-ヴー]')


@dataclass(frozen=True, slots=True)
class Line:
    """The facts of one line that is not blank.

    ``index`` is its place among all lines; ``text`` is without the space around it, ``folded``
    as the lexicon matches it; ``width`` is in half-width columns. ``share`` of its letters are
    covered by a site's words, which are of ``kinds``. ``gap`` counts the blank lines before it
    (no more than 2; 3 before the first line), ``block`` the lines of the block it stands in, and
    ``repeats`` how often the text has it.
    """

    index: int
    text: str
    folded: str
    width: int
    ending: str
    sentences: int
    commas: int
    is_indented: bool
    has_date: bool
    has_count: bool
    has_address: bool
    has_rights: bool
    has_separator: bool
    share: float
    kinds: frozenset[str]
    hiragana: float | None
    capitals: float
    gap: int
    block: int
    repeats: int

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence, or is longer than any line of a list."""
        return (
            self.width >= _ANY_PROSE
            or self.ending == 'japanese'
            and self.width >= _JAPANESE_PROSE
            or self.ending == 'western'
            and self.width >= _WESTERN_PROSE
            and ' ' in self.text
        )

    @property
    def is_of_a_site(self) -> bool:
        """Whether nearly all its words are those of sites: an anchor for who looks for one."""
        return (
            self.width <= _WORDS_OF_A_SITE
            and (self.share >= _COVERED and bool(self.kinds) or self.text[0] == '©')
            and any(map(str.isalpha, self.text))
        ) or self.folded.startswith('copyright')


def facts_of(texts: Sequence[str]) -> list[Line]:
    """The ``Line`` of each of ``texts`` that is not blank, in their order.

    Time grows with the text.
    """
    places = [index for index, text in enumerate(texts) if text.strip()]
    folded = [fold(texts[index]) for index in places]
    repeats = Counter(folded)
    gaps = [
        min(index - before - 1, 2) if place else 3
        for place, (index, before) in enumerate(zip(places, [-1, *places]))
    ]
    return [
        _facts(texts[index], index, fold_, gap, block, repeats[fold_])
        for index, fold_, gap, block in zip(places, folded, gaps, _blocks(gaps))
    ]


def reads_as_prose(text: str) -> bool:
    """Whether a line is a sentence, an utterance or long; a title may end in a mark, too."""
    text = text.strip()
    if '。' in text[:-1] or len(text) > _NO_PROSE // 2 and columns(text) > _NO_PROSE:
        return True
    if _ends_in(text, _PROSE_ENDS, _CLOSING):
        # A name may end in its initial: Tom B.
        return not (text.isascii() and len(_WORD.findall(text)) <= 2)
    return _ends_in(text, _OTHER_ENDS, _QUOTES) and (text[0] in _SPOKEN or columns(text) > _TITLE)


def without_calls(text: str) -> str:
    """``text`` without the marks of notes at its end."""
    return _CALLS.sub('', text)


def ends_as_said(text: str) -> bool:
    """Whether it ends as what somebody says does."""
    return _ends_in(text.strip(), _SAID_ENDS, _QUOTES)


def _ends_in(text: str, marks: str, closing: str) -> bool:
    """Whether one of ``marks`` ends the text, with nothing but ``closing`` ones after it."""
    bare = text.rstrip(closing)
    return any(mark in marks for mark in text[max(0, len(bare) - 1) :])


def _facts(line: str, index: int, folded: str, gap: int, block: int, repeats: int) -> Line:
    text = line.strip()
    width, bare = columns(text), without_calls(text)
    found = hits_of_folded(folded) if width <= WIDEST_OF_A_SITE else None
    hiragana, others = len(_HIRAGANA.findall(text)), len(_OTHER_LETTERS.findall(text))
    words = text.split()
    return Line(
        index,
        text,
        folded,
        width,
        'japanese'
        if _JAPANESE_END.search(bare)
        else 'western'
        if _WESTERN_END.search(bare)
        else '',
        len(_SENTENCE.findall(text)),
        len(_COMMA.findall(text)),
        line.startswith('　'),
        DATE_SLOT in folded,
        COUNT_SLOT in folded,
        bool(_ADDRESS.search(folded)),
        bool(_RIGHTS.search(folded)),
        bool(_SEPARATOR.search(text)),
        found.share if found else 0,
        found.kinds if found else frozenset(),
        hiragana / (hiragana + others) if hiragana + others else None,
        sum(word[:1].isupper() for word in words) / len(words),
        gap,
        block,
        repeats,
    )


def _blocks(gaps: Sequence[int]) -> list[int]:
    """For each line how many stand in a row with it, no blank one between."""
    sizes, start = [], 0
    for end in range(1, len(gaps) + 1):
        if end == len(gaps) or gaps[end]:
            sizes += [end - start] * (end - start)
            start = end
    return sizes
