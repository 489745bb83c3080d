"""The lines that may be the title of a text, and what each shows."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ...people import ALONE, credits_of, is_full_name
from ..lines import Line, reads_as_prose, without_calls
from ..structures import Claim
from .evidence import binned
from .verse import verse_above

#: So many lines above the text are looked at, and so many of it down to its first sentence.
_ABOVE, _WITHIN = 40, 40
#: Half-width columns: what is narrower names a section, what is wider is a sentence or a teaser.
_NARROWEST, _WIDEST = 5, 220
#: So wide, in half-width columns, is a sentence that is no title.
_WIDE = 70
#: So many lines of verse are a text without a sentence.
_POEM = 4
#: What structures claim is a title of nothing but a part, if of anything.
_OTHERS = {'item', 'field', 'byline', 'dateline', 'post', 'table', 'contents', 'head-again'}
#: A label of who wrote the text, or an address.
NAMED = re.compile(
    r'(?:作者|著者|文|by|text|取材)\s?[:：●・/／ ]|\A[作著訳]\s?[:：]|\A[^\s。]{1,8}[／/]文|氏名'
    '|@',
    re.IGNORECASE,
)
#: Whoever wrote it on a site: a handle, an account.
_ACCOUNT = re.compile(r'[\w.-]{2,24} ?さん|原[创創] .+')
_PICTURE = re.compile('photo|image|picture|写真|画像|图|圖|キーワード|keyword|提供|撮影')
#: Behind it stands whose the page is.
_FROM = re.compile('来源[:：]|出典[:：]|配信元[:：]|提供[:：]|版权所有|版權所有|저작권자')
_STOPS, _ASKS = '。．.…', '？?'
#: How talk ends that a title may end as, too.
_EXCLAIMS = ('！', '!', '♪', '☆', '〜', '～')
_CREDIT = re.compile(r'(?i:credit|photo(?:graph)?|image)\W{0,4}[.:©(]|Getty')
_PATH = re.compile('\\s?[>＞›»≫→/／|｜]\\s?')
_LABEL = re.compile('[^:：]{1,10}[:：]')
_WORDS = re.compile(
    '[\u4e00-\u9fff]{2}|[ァ-ヴー]{3,}|[가-힣]{2,}|[^\\W\\d_\u3040-\u9fff가-힣]{4,}'
)


def candidates_of(
    lines: Sequence[Line], start: int, end: int, claims: Mapping[int, Claim]
) -> dict[int, list[str]]:
    """``{place: names}``: the lines that may be the title, and what each shows."""
    text = _first_sentence(lines, start, end)
    about = set(_WORDS.findall(' '.join(line.text for line in lines[text:end]).casefold()))
    owners = ' '.join(
        line.text for line in lines if line.width <= _WIDEST and _names_the_site(line)
    )
    places = [
        place
        for place in range(max(0, text - _ABOVE), text)
        if _may_be(lines[place], claims.get(lines[place].index))
        and not _is_talk(lines, place)
        and lines[place].text not in owners
    ]
    known = {place: _known(lines[place], about) for place in places}
    alone = [place for place in places if lines[place].block == 1]
    ranks = {
        'widest': _most(places, lambda place: lines[place].width),
        'widest alone': _most(alone, lambda place: lines[place].width),
        'most known': _most([place for place in places if known[place] > 1], known.__getitem__),
        'nearest': places[-1:],
        'nearest alone': alone[-1:],
    }
    return {
        place: [
            *_of_line(lines[place]),
            *_of_place(lines, place, text, about),
            *(name for name, those in ranks.items() if place in those),
        ]
        for place in places
    }


def _first_sentence(lines: Sequence[Line], start: int, end: int) -> int:
    """The place at which the prose begins, or the verse above it.

    A title may end as a sentence does, too: a day stands below it, or the page says it again.
    """
    for place in range(start, min(end, start + _WITHIN)):
        line, after = lines[place], lines[place + 1 : min(end, place + 3)]
        is_sentence = line.is_prose and bool(line.ending) and line.repeats == 1
        is_dated = line.text[-1] not in _STOPS and any(
            each.has_date and not each.is_prose for each in after
        )
        # A question right below a site's line is what is asked there.
        is_asked = line.text[-1] in _ASKS and line.width < _WIDE and not line.is_indented
        is_asked = is_asked and place > 0 and lines[place - 1].is_of_a_site
        is_long = line.width >= _WIDE or any(other.is_prose for other in after[:1])
        if is_sentence and is_long and not (is_dated or is_asked):
            return verse_above(lines, place).start
    for place in range(end, start, -1):
        if len(verse := verse_above(lines, place)) >= _POEM:
            return verse.start
    return start


def _known(line: Line, about: set[str]) -> int:
    return len(about.intersection(_WORDS.findall(line.text.casefold())))


def _most(places: Sequence[int], key: Callable[[int], int]) -> list[int]:
    most = max(map(key, places), default=None)
    return [place for place in places if key(place) == most]


def _may_be(line: Line, claim: Claim | None) -> bool:
    bare = without_calls(line.text)
    return (
        _NARROWEST <= line.width <= _WIDEST
        and not line.is_of_a_site
        and any(map(str.isalpha, line.text))
        and not line.has_rights
        and not _CREDIT.search(line.text)
        and not is_full_name(line.text)
        and not credits_of(line.text)
        and not _ACCOUNT.fullmatch(line.text)
        and not (line.width >= _WIDE and bare.endswith('.'))
        and not bare.endswith(('。', '、', '，', ',', '：', ':'))
        and not (claim and (claim.kind in _OTHERS or _is_head_of_part(claim)))
    )


def _names_the_site(line: Line) -> bool:
    return line.has_rights or bool(_FROM.search(line.text))


def _is_talk(lines: Sequence[Line], place: int) -> bool:
    """Whether somebody talks: the line is said, and so is one beside it, or goes on from one."""
    line = lines[place]
    if line.text.endswith(_EXCLAIMS):
        above = [] if line.gap else lines[max(0, place - 1) : place]
        below = [each for each in lines[place + 1 : place + 2] if not each.gap]
        if any(
            reads_as_prose(each.text) and not (each.share or each.has_date) for each in above
        ) or any(each.text.endswith(_EXCLAIMS) for each in below):
            return True
    beside = [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]]
    return _is_said(line) and any(map(_is_said, beside))


def _is_said(line: Line) -> bool:
    return line.text[0] == '「' and line.text[-1] == '」'


def _is_head_of_part(claim: Claim) -> bool:
    return claim.kind == 'head' and claim.own and bool(claim.number)


def _of_line(line: Line) -> Iterator[str]:
    yield binned('width', line.width, (8, 16, 24, 40, 70, 110))
    yield binned('share', line.share, (0, 0.3, 0.6, 0.8))
    yield binned('block', line.block, (1, 2, 4))
    yield f'gap {line.gap}'
    shows = {
        'date': line.has_date,
        'count first': not line.text[0].isalpha() and line.has_count,
        'separator': line.has_separator,
        'sentence': line.sentences > 0,
        'full stop': line.text.endswith(('.', '...', '…')),
        'name': bool(NAMED.search(line.text)),
        'a name': bool(ALONE.fullmatch(line.text)),
        'picture': bool(_PICTURE.search(line.text.casefold())),
        'address': line.has_address,
        'quoted': line.text[0] in '「“' and line.text[-1] in '」”',
        'repeated': line.repeats > 1,
        'path': len(_PATH.split(line.text)) > 2,
        'label': bool(_LABEL.match(line.text)),
        'in brackets': line.text[0] in '(（[［【' and line.text[-1] in ')）]］】',
        'between marks': line.text[0] == line.text[-1] and not line.text[0].isalnum(),
    }
    yield from (name for name, holds in shows.items() if holds)


def _of_place(lines: Sequence[Line], place: int, text: int, about: set[str]) -> Iterator[str]:
    line = lines[place]
    words = _WORDS.findall(line.text.casefold())
    known = sum(word in about for word in words) / len(words) if words else 0
    yield binned('known', known, (0, 0.3, 0.6, 0.99))
    # Words of sites and days may stand between a title and its text.
    between = sum(not (each.share >= 0.6 or each.has_date) for each in lines[place + 1 : text])
    yield binned('between', between, (0, 1, 2, 4, 8))
    yield binned('above', text - place, (-1, 0, 1, 2, 3, 5, 9, 16))
    after, before = lines[place + 1 : place + 4], lines[max(0, place - 2) : place]
    shows = {
        'date after': any(each.has_date for each in after[:1]),
        'date soon after': any(each.has_date for each in after[1:]),
        'date before': any(each.has_date for each in before),
        'name after': any(NAMED.search(each.text) for each in after),
        'site after': any(each.is_of_a_site for each in after[:2]),
        'site before': any(each.is_of_a_site for each in before),
        'first of the seed': place == 0,
        'ends a path': len(line.text) >= 5
        and any(
            other.text.endswith(line.text) and other.text != line.text
            for other in lines[: text + 1]
        ),
        'first below the site': all(each.is_of_a_site or each.has_date for each in before[-1:]),
        'said again': len(line.text) >= 5
        and any(
            other is not line and line.text in other.text and other.text != line.text
            for other in lines[: text + 1]
        ),
    }
    yield from (name for name, holds in shows.items() if holds)
