"""The lines of a page above its prose: which is the title, and which are the site's."""

import re

from .rules import EDGE
from .stretches import between_prose, may_be_a_sites, width

#: So many lines that rules know, and so much evidence (sure ones count twice), are a page's head.
_KNOWN, _EVIDENCE = 2, 3
#: What a title scores at least, and by how much more than any other line.
_SCORE, _AHEAD = 3, 2
#: A name is no wider than this, nor is the name of a section.
_NAME = 12
_ROW = 3
_MENU = 5
#: What is wider is no title, and what has more lines no head of a page.
_WIDEST, _LINES = 60, 200
#: So many lines from either end of a text may say its title again, none longer than this.
_LOOKED_AT, _LONGEST_LISTING = 1000, 200
#: What is as wide as this is hardly a name of a site or its author.
_PHRASE = 8
_SHORTEST = 4
#: A line that recurs below the prose is a title from this length on; shorter ones may be names.
_LISTED = 10
#: What quotes or answers a title, which stands as a NUL in it.
_QUOTING = re.compile(
    r'[“"「『《]\0[”"」』》]|(?:^|\s)(?i:re)\s?[:：]\s?\0|^\0\s?[|｜–—-]|[|｜–—-]\s?\0$'
)
#: The name of a site is no wider than this.
_SITE = 24
_BESIDE_TITLE = re.compile(
    r'\0\s*[|｜–—:：«»<>＜＞/／-]\s*\S.*|.*\S\s*[|｜–—:：«»<>＜＞/／-]\s*\0'
)
_MARKS = re.compile(r'\W|_')
_IS_TITLE = re.compile(
    r'(?!(?=.*[\u3041-\u9fff])\S+(?:[\s|｜/／・·>＞»›]+\S+){4})[^。]*[^。．.、，,：:]'
)


def head_of(kinds):
    """Indexes of the lines above the prose where enough are the site's; else none."""
    lines = next(between_prose(kinds))
    known = [index for index in lines if kinds[index] in ('site', 'sure')]
    sure = sum(kinds[index] == 'sure' for index in known)
    is_page = len(known) >= _KNOWN and len(known) + sure >= _EVIDENCE
    return lines if is_page and len(lines) < sum(map(bool, kinds)) else []


def is_a_menu(kinds, lines):
    """Whether rules know so many of ``lines`` that all they know is the site's, title or not."""
    known = sum(kinds[index] in ('site', 'sure') for index in lines)
    return known >= _MENU and known >= sum(kinds[index] == 'open' for index in lines)


def title_by_evidence(texts, kinds, lines, stamps):
    """The index of the line of ``lines`` that must be the title, or ``None``.

    ``lines`` are those above the prose, ``kinds`` as ``between_prose`` takes them, ``stamps``
    the indexes of names and dates of the text. Its place speaks for a line where the page says
    it again, where it stands apart and where the name or date of the text is below it; its form
    where it is wide, and wider than all others, and where it is the last that no rule knows.
    Where no line has much more for it than all others, or one might be the title and the next
    its standfirst and no blank line tells, none is the title.
    """
    open_lines = [
        index
        for index in lines
        if kinds[index] == 'open'
        and _SHORTEST <= width(_bare(texts, index)) <= _WIDEST
        and _IS_TITLE.fullmatch(_bare(texts, index))
    ]
    if not open_lines or len(lines) > _LINES:
        return None
    again = _said_again(texts, lines, open_lines)
    widths = {index: width(_bare(texts, index)) for index in open_lines}
    scores = {}
    for index in open_lines:
        narrower = max(
            (
                other
                for place, other in widths.items()
                if _bare(texts, place) != _bare(texts, index)
            ),
            default=0,
        )
        place = (
            3 * (index in again)
            + _stands_apart(texts, index)
            + bool(stamps & {*[other for other in lines if other > index][:2]})
        )
        form = (
            sum(widths[index] >= times * narrower for times in (1.25, 2))
            + (widths[index] >= _PHRASE)
            + (_bare(texts, open_lines[-1]) == _bare(texts, index))
            - (index == lines[0] and len(open_lines) > 1 and bool(kinds[index + 1]))
        )
        scores.setdefault(
            _bare(texts, index),
            (place + form if place > 0 or widths[index] >= 2 * narrower else 0, index),
        )
    (best, index), (second, _) = sorted(
        [*scores.values(), (0, None)], key=lambda score: -score[0]
    )[:2]
    ahead = _AHEAD - (index in again and _bare(texts, open_lines[-1]) == _bare(texts, index))
    if best < max(_SCORE, second + ahead):
        return None
    above = index - 1
    if index in again or widths.get(above, 0) < _PHRASE:
        return index
    return above if _stands_apart(texts, above) else None


def _bare(texts, index):
    return texts[index].strip(EDGE)


def _said_again(texts, lines, open_lines):
    """Those lines that the head has twice, or that a line elsewhere quotes, answers or lists."""
    # What lies in the midst of a long text says nothing of its title.
    elsewhere = {
        *range(min(_LOOKED_AT, len(texts))),
        *range(max(len(texts) - _LOOKED_AT, 0), len(texts)),
    }
    others = [
        (place, _bare(texts, place))
        for place in sorted(elsewhere)
        if len(texts[place]) <= _LONGEST_LISTING
    ]
    found = set()
    for index in open_lines:
        text = _bare(texts, index)
        words = len(_MARKS.sub('', text))
        if words >= _SHORTEST and any(
            text in other
            and place != index
            and (
                text == other
                and (place <= lines[-1] or words >= _LISTED)
                or _QUOTING.search(other.replace(text, '\0', 1))
            )
            for place, other in others
        ):
            found.add(index)
    return found


def _stands_apart(texts, index):
    """2 with blank lines on both sides, 1 with one on one."""
    sides = [texts[index - 1] if index else '', texts[index + 1] if index + 1 < len(texts) else '']
    return sum(not side.strip(EDGE) for side in sides) - (index == 0)


def lines_of_a_head(texts, kinds, lines, title, is_clear):
    """Indexes of the open lines of ``lines`` that are the site's, the ``title`` known.

    Above it they are where as many are known, narrower ones than the title where it
    ``is_clear``, else names alone; and below such a title names and the like, at most three in
    a row, with a known line further down.
    """
    above = [index for index in lines if index < title]
    known = [index for index in above if kinds[index] in ('site', 'sure')]
    unknown = [index for index in above if kinds[index] == 'open']
    widest = width(texts[title].strip(EDGE)) if is_clear else _NAME
    found = [
        index
        for index in unknown
        if len(known) >= len(unknown)
        and width(texts[index].strip(EDGE)) < widest
        and may_be_a_sites(texts[index])
    ]
    found += [
        index
        for index in unknown
        if index not in found and _names_the_site(texts[title].strip(EDGE), texts[index])
    ]
    row = []
    for index in [index for index in lines if is_clear and index > title]:
        if kinds[index] in ('open', 'other'):
            row.append(index)
            continue
        if len(row) <= _ROW:
            found += [
                each
                for each in row
                if kinds[each] == 'open'
                and width(texts[each].strip(EDGE)) <= _NAME
                and may_be_a_sites(texts[each])
            ]
        row = []
    return found


def _names_the_site(title, text):
    """Whether the line is the title and the site's name, as a browser's window has it."""
    before, has, after = text.strip(EDGE).partition(title)
    return (
        bool(has)
        and width(before + after) <= _SITE
        and bool(_BESIDE_TITLE.fullmatch(before + '\0' + after))
    )
