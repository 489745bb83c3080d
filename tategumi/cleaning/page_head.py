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
#: What is as wide as this is hardly a name of a site or its author.
_PHRASE = 8
_SHORTEST = 4
#: A line that recurs below the prose is a title from this length on; shorter ones may be names.
_LISTED = 10
#: What quotes or answers a title, which stands as a NUL in it.
_QUOTING = re.compile(r'[“"「『《]\0[”"」』》]|(?:^|\s)(?i:re)\s?[:：]\s?\0|^\0\s?[|｜–—-]|[|｜–—-]\s?\0$')
#: The name of a site is no wider than this.
_SITE = 24
_BESIDE_TITLE = re.compile(r'\0\s*[|｜–—:：«»<>＜＞/／-]\s*\S.*|.*\S\s*[|｜–—:：«»<>＜＞/／-]\s*\0')
_MARKS = re.compile(r'\W|_')
_IS_TITLE = re.compile(r'(?!(?=.*[\u3041-\u9fff])\S+(?:[\s|｜/／・·>＞»›]+\S+){4})[^。]*[^。．.、，,：:]')


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
    the indexes of names and dates of the text. Evidence is
    that the page says the line again, that it stands apart, that it is wide, and wider than all others,
    that the name or date of the text is below it, or that nothing but such is between it and the
    prose. Where no line has much more of it than all others, none is the title.
    """
    open_lines = [
        index for index in lines
        if kinds[index] == 'open' and width(texts[index].strip(EDGE)) >= _SHORTEST
        and _IS_TITLE.fullmatch(texts[index].strip(EDGE))]
    if not open_lines:
        return None
    widest = sorted((width(texts[index]) for index in open_lines), reverse=True)
    elsewhere = [_MARKS.sub('', text) for text in texts]
    scores, firsts = {}, {}
    for index in open_lines:
        words = elsewhere[index]
        if words in firsts:
            continue
        firsts[words] = index
        others = [widest[0] if width(texts[index]) < widest[0] else next(
            (other for other in widest if other < widest[0]), 0)]
        scores[index] = (
            3 * _is_said_again(words, texts, elsewhere, lines, index)
            + _stands_apart(texts, index)
            + sum(width(texts[index]) >= times * others[0] for times in (1.25, 2))
            + _has_stamps_below(stamps, lines, index)
            + (width(texts[index].strip(EDGE)) >= _PHRASE)
            + (open_lines[-1] == index or elsewhere[open_lines[-1]] == words)
            - (index == lines[0] and len(open_lines) > 1 and bool(kinds[index + 1])))
    order = sorted(scores, key=lambda index: -scores[index])
    second = scores[order[1]] if len(order) > 1 else 0
    is_clear = scores[order[0]] >= max(_SCORE, second + _AHEAD)
    return order[0] if is_clear else None


def _is_said_again(words, texts, elsewhere, lines, index):
    """Whether the head has it twice, or a line further down quotes, answers or lists it."""
    if len(words) < _SHORTEST:
        return False
    end = lines[-1]
    return any(
        words == other and (place <= end or len(words) >= _LISTED)
        or words in other and bool(_QUOTING.search(texts[place].replace(
            texts[index].strip(EDGE), '\0', 1)))
        for place, other in enumerate(elsewhere) if place != index)


def _stands_apart(texts, index):
    """2 with blank lines on both sides, 1 with one on one."""
    sides = [texts[index - 1] if index else '', texts[index + 1] if index + 1 < len(texts) else '']
    return sum(not side.strip(EDGE) for side in sides) - (index == 0)


def _has_stamps_below(stamps, lines, index):
    return bool(stamps & {*[other for other in lines if other > index][:2]})


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
        index for index in unknown
        if len(known) >= len(unknown) and width(texts[index].strip(EDGE)) < widest
        and may_be_a_sites(texts[index])]
    found += [
        index for index in unknown
        if index not in found and _names_the_site(texts[title].strip(EDGE), texts[index])]
    row = []
    for index in [index for index in lines if is_clear and index > title]:
        if kinds[index] in ('open', 'other'):
            row.append(index)
            continue
        if len(row) <= _ROW:
            found += [
                each for each in row
                if kinds[each] == 'open' and width(texts[each].strip(EDGE)) <= _NAME
                and may_be_a_sites(texts[each])]
        row = []
    return found


def _names_the_site(title, text):
    """Whether the line is the title and the name of the site, as the window of a browser has it."""
    before, has, after = text.strip(EDGE).partition(title)
    return bool(has) and width(before + after) <= _SITE and bool(
        _BESIDE_TITLE.fullmatch(before + '\0' + after))
