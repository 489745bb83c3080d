"""Which line is the title of the text."""

import re
from collections.abc import Callable, Iterator, Sequence

from ...east_asian import columns
from ...people import LABEL, is_full_name
from ..lines import reads_as_prose
from ..record import ABOVE
from ..repeats import is_sentence
from ..rules import EDGE, Catalogue
from .author import is_name_below_title
from .matching import Named, Names, first_match, is_aside, is_sites
from .page_or_text import who_talks

#: Amid a site's lines shorter ones are of its menu.
_MENU = 5
#: A title right above its text has no more characters, and the text so many lines at least.
_LONGEST, _SENTENCES = 40, 2
#: So many half-width columns it is narrower than the widest of them.
_NARROWER = 8
_ENACTED = re.compile(
    '[（(]?(?:明治|大正|昭和|平成|令和)[元〇一二三四五六七八九十0-9０-９]{1,3}年'
    '.{0,24}[日号][）)]?'
)
#: How a paragraph begins that is set in, or speech.
_INDENT, _SPEECH = '　', '「『（'
_SET_IN = _INDENT + _SPEECH
#: So many short lines, each above one paragraph, head a piece each.
_PIECES = 2


def name_title(
    rules: Catalogue, texts: Sequence[str], named: Names, fenced: Sequence[bool]
) -> None:
    """The title, where no line gives it yet."""
    if title_of(named):
        return
    for index in topmost_head(rules, texts, named, fenced):
        named[index] = title_at(rules, texts, named, index, lambda *_: True)
        if named[index]:
            return
    for is_apart in (_stands_apart, _heads_sentences):
        for index in _above_the_prose(texts, named, fenced):
            found = title_at(rules, texts, named, index, is_apart)
            if found:
                named[index] = found
                return
    doubtful = [
        index
        for index in range(_prose_begins(named))
        if (before := named[index])
        and not before.rule.sure
        and (before.rule.name == ABOVE or is_sites(before))
    ]
    # The one line above the prose is the title, though its words may be a button's.
    if len(doubtful) == 1 and len(texts[doubtful[0]].strip(EDGE)) >= _MENU:
        [index] = doubtful
        named[index] = (
            title_at(rules, texts, [None] * len(named), index, lambda *_: True) or named[index]
        )


def topmost_head(
    rules: Catalogue, texts: Sequence[str], named: Names, fenced: Sequence[bool]
) -> list[int]:
    """The one topmost head of a text, where no sentence stands above it."""
    heads = [
        index
        for rule in rules.of_lines('top')
        if rule.once
        for index, text in enumerate(texts)
        if not fenced[index] and rule.match_line(text)
    ]
    if len(heads) == 1 and not any(
        found is None and is_sentence(text) and not fence
        for found, text, fence in zip(named[: heads[0]], texts, fenced)
    ):
        return heads
    return []


def _prose_begins(named: Names) -> int:
    return next(
        (index for index, found in enumerate(named) if found is None or not is_aside(found)), 0
    )


def _above_the_prose(texts: Sequence[str], named: Names, fenced: Sequence[bool]) -> Iterator[int]:
    """Indexes of the lines that may be the title: the first one of the text.

    Lines that no rule knows do not count as text where a site's stand in their block.
    """
    block_of = {index: block for block in _blocks_of(texts) for index in block}
    talk = who_talks(texts)
    for index, found in enumerate(named):
        if fenced[index] or index in talk:
            return
        if is_full_name(texts[index].strip(EDGE)):
            continue
        if found is None or not is_aside(found):
            yield index
            if (
                found
                or is_sentence(texts[index])
                or not any(is_sites(named[other]) for other in block_of[index])
            ):
                return


def title_at(
    rules: Catalogue,
    texts: Sequence[str],
    named: Names,
    index: int,
    is_apart: Callable[[Sequence[str], Names, int], bool],
) -> Named | None:
    """The ``Named`` rule by which the line at ``index`` is the title, or ``None``.

    ``is_apart(texts, named, index)`` tells whether it stands apart enough.
    """
    found = named[index]
    for rule in rules.of_lines('top'):
        match = rule.match_line(texts[index])
        if (
            match
            and (found is None or rule.once and found.rule.does == 'head')
            and not (rule.apart and not is_apart(texts, named, index))
            and not (rule.once and sum(bool(rule.match_line(text)) for text in texts) > 1)
        ):
            return Named(rule, match)
    return None


def _stands_apart(texts: Sequence[str], named: Names, index: int) -> bool:
    """Whether no text stands beside it, nor, beside a word of a menu, a site's line."""
    beside = [
        other
        for other in (index - 1, index + 1)
        if 0 <= other < len(texts) and texts[other].strip(EDGE)
    ]
    is_wide = len(texts[index].strip(EDGE)) >= _MENU
    return all(
        is_wide
        and (found := named[other]) is not None
        and is_aside(found)
        or other > index
        and _goes_with_title(texts, other)
        for other in beside
    )


def _goes_with_title(texts: Sequence[str], index: int) -> bool:
    """Whether the line says who wrote what the one above it names, or when that became law."""
    text = texts[index].strip(EDGE)
    return is_name_below_title(texts, index) or bool(LABEL.match(text) or _ENACTED.fullmatch(text))


def _heads_sentences(texts: Sequence[str], named: Names, index: int) -> bool:
    """Whether it is a short line above nothing but sentences, but for who wrote them.

    Or it is the one line not set in right above paragraphs that are; or heads stand right below.
    """
    if _heads_paragraphs(texts, named, index) or _heads_heads(texts, named, index):
        return True
    below = [
        text
        for text, found in zip(texts[index + 1 :], named[index + 1 :])
        if text.strip(EDGE) and not (found and is_aside(found))
    ]
    if below and is_name_below_title(texts, index + 1):
        del below[0]
    sentences = sum(reads_as_prose(text) or text[0] in _SET_IN for text in below)
    title = texts[index]
    return (
        len(title.strip(EDGE)) <= _LONGEST
        and title[0] not in _SET_IN
        # The first of lines that were wrapped is as wide as they are.
        and columns(title) < max(map(columns, below), default=0) - _NARROWER
        and len(below) >= _SENTENCES
        and 5 * sentences >= 4 * len(below)
        and (reads_as_prose(below[0]) or below[0][0] in _SET_IN)
    )


def _heads_paragraphs(texts: Sequence[str], named: Names, index: int) -> bool:
    """Whether a short line stands flush right above paragraphs that are set in."""
    below = [
        text
        for text, found in zip(texts[index + 1 :], named[index + 1 :])
        if text.strip(EDGE) and not (found and found.rule.does == 'head')
    ]
    paragraphs = [text for text in below if reads_as_prose(text) and text[0] not in _SPEECH]
    flush = [text[0] != _INDENT for text in below]
    # Several such lines, each above a paragraph, are the heads of small pieces.
    alone = sum(
        is_flush and not reads_as_prose(text) and not before and not after
        for text, before, is_flush, after in zip(below, [True, *flush], flush, [*flush[1:], True])
    )
    return (
        len(texts[index].strip(EDGE)) <= _LONGEST
        and texts[index][0] not in _SET_IN
        and not reads_as_prose(texts[index])
        and len(paragraphs) >= _SENTENCES
        and texts[index + 1][:1] == _INDENT
        and 3 * sum(text[0] == _INDENT for text in paragraphs) >= 2 * len(paragraphs)
        and alone < _PIECES
    )


def _heads_heads(texts: Sequence[str], named: Names, index: int) -> bool:
    """Whether the first line of a text stands right above the first of its heads."""
    found = named[index + 1] if index + 1 < len(texts) else None
    claim = found.claim if found and found.rule.does == 'head' else None
    return (
        not any(text.strip(EDGE) for text in texts[:index])
        and len(texts[index].strip(EDGE)) <= _LONGEST
        and not is_sentence(texts[index])
        and claim is not None
        and len(claim.lines) > 1
    )


def title_of(named: Names) -> list[int]:
    """The index of the line that gives the title, if any, as a list."""
    return [
        index
        for index, found in enumerate(named)
        if found and (found.rule.does, found.rule.of) == ('metadata', 'title')
    ][:1]


def name_title_again(
    rules: Catalogue, texts: Sequence[str], named: Names, fenced: Sequence[bool]
) -> None:
    """The title once more, above the prose, also as the one topmost head with heads below it.

    And so who wrote it, where another line has said it.
    """
    title = next(
        (
            found.group('text') or texts[index].strip(EDGE)
            for index in title_of(named)
            if (found := named[index])
        ),
        '',
    )
    authors = {
        _bare(found.group('text'))
        for found in named
        if found and (found.rule.does, found.rule.of) == ('metadata', 'creators')
    } - {''}
    above = topmost_head(rules, texts, named, fenced) if _has_heads(named) else []
    for index, found in enumerate(named):
        if fenced[index] or found and not (found.rule.does == 'head' and index in above):
            continue
        said = _bare(texts[index].strip(EDGE + '*#'))
        if said in authors:
            named[index] = first_match(rules, texts[index], 'author-again')
        elif title and said == _bare(title):
            named[index] = first_match(rules, texts[index], 'title-again')
        else:
            return


def _bare(text: str) -> str:
    """``text`` as it is compared: capitals and spaces are set as the page likes."""
    return re.sub(r'\s', '', LABEL.sub('', text)).casefold()


def _has_heads(named: Names) -> bool:
    """Whether there are heads below another one."""
    return sum(found is not None and found.rule.does == 'head' for found in named) > 1


def _blocks_of(texts: Sequence[str]) -> Iterator[range]:
    """``range`` of each run of lines without a blank one between them."""
    start = None
    for index, text in enumerate([*texts, '']):
        if text.strip(EDGE):
            start = index if start is None else start
        elif start is not None:
            yield range(start, index)
            start = None
