"""Which rule of the catalogue names each line of a seed."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ..seed.aozora import Indent, indents_of, parts_of
from ..seed.links import unlinked
from ..seed.markdown import NOTE
from .amid import amid_site_lines, blocks_of
from .boxes import contents, profile, words_of
from .characters import visible
from .fields import torn_fields
from .numerals import number_of
from .page_head import head_of, is_a_menu, lines_of_a_head, title_by_evidence
from .repeats import doubled, is_sentence, page_numbers, running_heads
from .rules import EDGE, Rule
from .stretches import reads_as_prose, site_stretches
from .timecodes import timecodes
from .titles import likely_title

#: So a further paragraph of a note begins.
_SET_IN = re.compile(r'(?: {4}|\t)\s*\S')
_FENCE = re.compile(r'\s*(`{3,}|~{3,})')
_FRONT_MATTER = re.compile(r'[A-Za-z][\w-]*\s*:(?:\s|$)|\s+\S|-\s|#|\s*$')
_ATTRIBUTES = re.compile(r'\{: [^{}]*\}\s*$')
#: Beyond so many lines that no rule names nothing is a site's, unless most lines are;
_PASSED = 3
#: beyond fewer, those that stand in such a row.
_ROW = 3
#: So many lines in a row are a site's amid prose, too; sure ones count twice.
_ISLAND = 5
#: Amid a site's lines shorter ones are of its menu.
_MENU = 5
#: A title that asks a question is no longer than this.
_QUESTION = 60
_ANYTHING = re.compile('.*', re.DOTALL)
_EDGES = ('head', 'tail')
_ADORNS = '•●■▶►▷▸→⇒»＞>*＊+＋-–—―=＝~〜☆★◆◇□▼▲▽△↓↑⇓※♪♡＼\\|｜/／【】［］[]<>〈〉'
#: So many words of a site side by side are a bar of it; each is no longer than this.
_WORDS, _WORD, _WIDE = 3, 24, 200
_BETWEEN_WORDS = re.compile(r'\s*[|｜/／・·•∙>＞»›]\s*|\s{2,}|\u3000|\t|\s[-–—]\s')
#: One word that a site also uses on a button may be prose; two lines of them are not.
_BLOCK = 2


@dataclass(frozen=True)
class Named:
    """A rule and what it matched of the line.

    ``indent`` is that of the block the line stands in, if it stands in one.
    """

    rule: Rule
    match: re.Match
    indent: Indent | None = None

    def group(self, name):
        """The text of the group, or '' if the rule has none of that name."""
        return self.match.groupdict().get(name) or ''


def name_lines(seed, rules, with_title=True):
    """For each line of ``seed`` the ``Named`` rule that takes it, or ``None`` for prose.

    ``rules`` is a ``Catalogue``. Without ``with_title`` no line is taken for the title.
    """
    # What is outside an article is as if it were not there, and so is what nobody sees.
    texts = [
        '' if line.outside else visible(
            unlinked(line.reads) if seed.is_markdown else line.reads)
        for line in seed.lines]
    if seed.notation == 'aozora':
        return [
            _name_by_part(rules, *line) for line in zip(texts, parts_of(texts), indents_of(texts))]
    fenced = fenced_lines(seed)
    front = _front_matter(seed, texts)
    named = [
        _first_match(rules, text, 'front-matter', 'markdown') for text in texts[:front]]
    named += [
        None if fence else _first_match(rules, text, 'anywhere', seed.notation)
        for text, fence in zip(texts[front:], fenced[front:])]
    _name_repeats(rules, texts, named, fenced)
    _name_series(rules, texts, named, fenced)
    _name_lists(rules, texts, named, fenced)
    _name_islands(rules, texts, named, fenced)
    order = range(len(texts))
    _name_edge(rules, texts, named, fenced, order[::-1], 'tail')
    _name_edge(rules, texts, named, fenced, order, 'head')
    if with_title:
        _name_page_head(rules, texts, named, fenced)
        _name_title(rules, texts, named, fenced)
        _name_edge(rules, texts, named, fenced, order, 'head')
        _name_title_again(rules, texts, named, fenced)
    _give_back_fields(texts, named)
    _name_amid(rules, texts, named, fenced)
    _name_above_notes(rules, texts, named, fenced)
    # What notation already says of the line above it, no rule says again.
    return [None if found and found.rule.does == 'caption' and _ATTRIBUTES.match(below) else found
            for found, below in zip(named, [*texts[1:], ''])]


def fenced_lines(seed):
    """For each line whether it is in a code block of a Markdown seed (CommonMark §4.5)."""
    inside, fenced = '', []
    for line in seed.lines:
        match = _FENCE.match(line.reads) if seed.is_markdown and not line.outside else None
        fenced.append(bool(inside or match))
        if match and not inside:
            inside = match.group(1)
        elif match and match.group(1).startswith(inside):
            inside = ''
    return fenced


def _front_matter(seed, texts):
    """How many lines at the top are between --- and ---, keys and values of YAML."""
    if seed.notation != 'markdown' or not texts or texts[0].strip(EDGE) != '---':
        return 0
    for number, text in enumerate(texts[1:], 2):
        if text.rstrip() in ('---', '...'):
            return number if number > 2 else 0
        if not _FRONT_MATTER.match(text):
            break
    return 0


def _name_by_part(rules, text, part, indent):
    # A head or a break that is set in is still one; a title may read like a head.
    wheres = ('anywhere', part) if part in ('indented', 'raised') else (part, 'anywhere')
    for where in wheres:
        found = _first_match(rules, text, where, 'aozora')
        if found:
            return replace(found, indent=indent)
    return None


def _first_match(rules, text, where, notation='plain'):
    find = _find if len(text) > _WIDE else _find_again
    return find(rules, text, where, notation)


def _find(rules, text, where, notation):
    for form in _forms(text, where):
        for rule in rules.of_lines(where, notation):
            match = rule.match_line(form)
            if match:
                return Named(rule, match)
    return _as_row(rules, text) if where in _EDGES else None


# The edges of a text are looked at from either side, and once more when the title is known.
_find_again = lru_cache(maxsize=1 << 15)(_find)


def _forms(text, where):
    """The text, and at the edges of a page the same without the marks that adorn a button."""
    bare = text.strip(EDGE + _ADORNS) if where in _EDGES or where == 'label' else text
    return (text, bare) if bare and bare != text.strip(EDGE) and len(bare) < _WIDE else (text,)


def _as_row(rules, text):
    """The rule for words of the site side by side: three at least that rules know, and most."""
    words = _words_in_a_row(text)
    known = unknown = 0
    for word in words:
        is_known = any(rule.does == 'drop' and rule.match_line(word)
                       for where in _EDGES for rule in rules.of_lines(where))
        known, unknown = known + is_known, unknown + (not is_known)
        if 3 * unknown > len(words):
            return None
    if known < _WORDS:
        return None
    return next((
        Named(rule, rule.match_line(text)) for rule in rules.of_lines('row')), None)


def _words_in_a_row(text):
    text = text.strip(EDGE)
    if len(text) > _WIDE or reads_as_prose(text):
        return ()
    words = [word for word in _BETWEEN_WORDS.split(text) if word]
    if len(words) < _WORDS and not text.isascii():
        words = text.split()
    return words if len(words) >= _WORDS and max(map(len, words)) <= _WORD else ()


def _name_series(rules, texts, named, fenced):
    for rule in rules.of_lines('series'):
        run, number, parted = [], None, True
        for index, text in enumerate(texts):
            match = None if named[index] or fenced[index] else rule.match_line(text)
            # Between two heads of a series stands prose; between items of a list none does.
            parted |= named[index] is None and not match
            if match and parted:
                found = Named(rule, match)
                value = number_of(found.group('number'))
                counts = value is not None and (
                    value == number or number is None and value in (0, 1))
                if counts or not found.group('number'):
                    run.append((index, found))
                    number, parted = (value or 0) + 1, False
        if len(run) >= rule.least:
            for index, found in run:
                named[index] = found


def _name_repeats(rules, texts, named, fenced):
    texts = ['' if fence else text for text, fence in zip(texts, fenced)]
    for rule in rules.of_lines('page'):
        numbers = [
            match['number'] if match else '' for match in map(rule.match_line, texts)]
        pages = page_numbers(texts, numbers)
        _take(rules, texts, named, pages, 'page')
        _take(rules, texts, named, running_heads(texts, pages), 'running-head')
    _take(rules, texts, named, doubled(texts), 'doubled')
    _take(rules, texts, named, timecodes(texts), 'timecode')


def _take(rules, texts, named, indexes, where):
    for index in indexes:
        named[index] = named[index] or _first_match(rules, texts[index], where)


def _name_lists(rules, texts, named, fenced):
    """A label such as 関連記事, and the titles listed below it."""
    end = len(texts)
    prose_after = [False] * (end + 1)
    for index in range(end)[::-1]:
        prose_after[index] = prose_after[index + 1] or fenced[index] or (
            named[index] is None and _is_prose(texts[index])
            and not _first_match(rules, texts[index], 'tail'))
    # Above the prose the title may stand right below the words of a menu.
    again = {}
    begins = next((
        index for index, text in enumerate(texts)
        if fenced[index] or named[index] is None and reads_as_prose(text)), 0)
    for index, text in enumerate(texts):
        found = None if named[index] or fenced[index] else _first_match(rules, text, 'label')
        if found is None:
            continue
        last = end if not prose_after[index + 1] else _end_of_list(rules, texts, index + 1)
        if found.rule.name == 'list-of-contents':
            again = again or {words_of(other): place for place, other in enumerate(texts)}
            last = max([last, *(place + 1 for place in contents(texts, index, again))])
        elif index < begins:
            last = index + 1
        for below in range(index, last):
            if texts[below].strip(EDGE) and (named[below] is None or below > index):
                named[below] = Named(found.rule, _ANYTHING.fullmatch(texts[below]))


def _end_of_list(rules, texts, start):
    """Where the list that begins at ``start`` ends: a blank line, unless prose is in it."""
    index = start
    while index < len(texts) and texts[index].strip(EDGE):
        if _first_match(rules, texts[index], 'tail'):
            break
        if _is_prose(texts[index]):
            return start
        index += 1
    return index


def _is_prose(text):
    """Whether it is no title; one may ask a short question."""
    text = text.strip(EDGE)
    return reads_as_prose(text) and not (len(text) <= _QUESTION and text.endswith(('?', '？')))


def _name_edge(rules, texts, named, fenced, order, where):
    zone, found, known = _edge(rules, texts, named, fenced, order, where)
    rows = _rows(texts, named, found)
    is_sites = known + len(found) >= max(_ROW, 2 * (len(zone) - len(found)))
    taken, passed = {}, 0
    for index in zone:
        each = found.get(index)
        if each and (each.rule.sure or is_sites or not passed or rows[index] >= _ROW):
            taken[index], passed = each, 0
        elif passed == _PASSED and not is_sites:
            break
        else:
            passed += 1
    buttons = [index for index, found in taken.items() if found.rule.does == 'drop']
    alone = len(taken) < _BLOCK and any(
        named[index] is None and index not in taken for index in order)
    for index, found in taken.items():
        if not (alone and index in buttons and not found.rule.sure):
            named[index] = found


def _edge(rules, texts, named, fenced, order, where):
    """``(indexes, found, known)``: the lines before the prose that no rule took yet.

    ``found`` has the rules that may take them, ``known`` counts a site's lines among the others.
    """
    zone, found, known = [], {}, 0
    for index in order:
        is_head = where == 'head' and bool(named[index]) and named[index].rule.does == 'head'
        if fenced[index]:
            break
        if named[index] is None or named[index].rule.does == 'scene-break' or is_head:
            match = None if is_head else _first_match(rules, texts[index], where)
            if match:
                found[index] = match
            elif NOTE.match(texts[index]):
                continue
            elif is_sentence(texts[index]) and not is_head:
                break
            zone.append(index)
        elif not _is_aside(named[index]):
            break
        else:
            known += _is_sites(named[index])
    return zone, found, known


def _rows(texts, named, found):
    """For each line how many of ``found`` stand in a row with it; blank ones do not count."""
    rows, row = [0] * len(texts), []
    for index in range(len(texts) + 1):
        if index in found:
            row.append(index)
        elif index == len(texts) or not named[index] or named[index].rule.name != 'blank-line':
            for each in row:
                rows[each] = len(row)
            row = []
    return rows


def _name_islands(rules, texts, named, fenced):
    """Lines of the site below the first prose.

    Three at least in a row, two of them sure (of four one is sure, and of five none
    needs to be), or as many in a stretch without prose, with the lines that stand among them.
    """
    known = [
        None if fence or found else _as_site(rules, text)
        for text, found, fence in zip(texts, named, fenced)]
    _name_rows(named, known, fenced)
    kinds = _kinds(texts, named, known, fenced)
    prose = [index for index, kind in enumerate(kinds) if kind == 'prose']
    for index, kind in enumerate(kinds):
        label = _first_match(rules, texts[index], 'profile') if kind and kind != 'prose' else None
        if label and prose and index > prose[0]:
            for place in profile(texts, kinds, index, prose):
                named[place] = Named(label.rule, _ANYTHING.fullmatch(texts[place]))
                kinds[place] = 'sure'
    sites, amid = site_stretches(texts, kinds, [
        each.rule.name if each else '' for each in map(_either, named, known)])
    for index in sites:
        named[index] = named[index] or known[index]
    _take(rules, texts, named, amid, 'amid')


def _either(found, match):
    return found or match


def _as_site(rules, text):
    """The rule that drops such a line at the end of a text; else the one that takes a credit."""
    credit = None
    for form in _forms(text, 'tail'):
        for rule in rules.of_lines('tail'):
            match = rule.match_line(form) if credit is None or rule.does == 'drop' else None
            if match and rule.does == 'drop':
                return Named(rule, match)
            if match:
                credit = Named(rule, match)
    return credit or _as_row(rules, text)


def _name_page_head(rules, texts, named, fenced):
    """The title of a page by all that speaks for it, and with it the lines around it."""
    if _title_of(named):
        return
    end = next((
        index for index, (text, found) in enumerate(zip(texts, named))
        if found is None and reads_as_prose(text)), len(texts))
    known = [
        None if fence or found or index >= end else _first_match(rules, text, 'head')
        for index, (text, found, fence) in enumerate(zip(texts, named, fenced))]
    kinds = _kinds(texts, named, known, fenced)
    lines = head_of(kinds)
    stamps = {
        index for index in lines for each in (named[index] or known[index],)
        if each and kinds[index] and (each.rule.sure or each.rule.does == 'metadata')}
    title = title_by_evidence(texts, kinds, lines, stamps)
    is_clear = title is not None
    if not is_clear:
        likely = likely_title(texts, [kind in ('open', 'prose') for kind in kinds])
        title = likely if likely in lines else None
    found = None if title is None else _title(
        rules, texts, [None] * len(named), title, lambda *_: True)
    if found:
        named[title] = found
    if found or is_a_menu(kinds, lines):
        for index in lines:
            named[index] = named[index] or known[index]
    if not found:
        return
    again = [
        index for index in lines
        if named[index] is None and texts[index].strip(EDGE) == texts[title].strip(EDGE)]
    _take(rules, texts, named, again, 'title-again')
    _take(rules, texts, named, lines_of_a_head(
        texts, kinds, lines, title, is_clear), 'amid')


def _kinds(texts, named, known, fenced):
    return [
        _kind(text, found, match, fence)
        for text, found, match, fence in zip(texts, named, known, fenced)]


def _kind(text, found, match, fence):
    if fence:
        return 'prose'
    if not text.strip(EDGE):
        return ''
    if found is None and match is None:
        return 'prose' if reads_as_prose(text) else 'open'
    if found is None or _is_sites(found):
        rule = (found or match).rule
        return 'sure' if rule.sure or 'label' in rule.where else 'site'
    return '' if found.rule.does in ('drop', 'scene-break') else 'other'


def _name_rows(named, known, fenced):
    island = {}
    for index in range(len(known) + 1):
        found = None
        if index < len(known) and not fenced[index]:
            if named[index] and named[index].rule.name == 'blank-line':
                continue
            found = known[index]
        if found and found.rule.does == 'drop':
            island[index] = found
            continue
        sure = sum(each.rule.sure for each in island.values())
        if len(island) >= 3 and len(island) + sure >= _ISLAND:
            for place, each in island.items():
                named[place] = each
        island = {}


def _name_title(rules, texts, named, fenced):
    if _title_of(named):
        return
    for index in _sure_titles(rules, texts, named, fenced):
        named[index] = _title(rules, texts, named, index, lambda *_: True)
        if named[index]:
            return
    for is_apart in (_stands_apart, _stands_apart_from_text):
        for index in _above_the_prose(texts, named, fenced):
            found = _title(rules, texts, named, index, is_apart)
            if found:
                named[index] = found
                return
    doubtful = [
        index for index in range(_prose_begins(texts, named)) if named[index]
        and not named[index].rule.sure and _is_sites(named[index])
        and _stands_apart(texts, named, index)]
    # The one line that stands apart above the prose is the title, though a button may say so.
    if len(doubtful) == 1:
        [index] = doubtful
        named[index] = _title(rules, texts, [None] * len(named), index, _stands_apart)


def _sure_titles(rules, texts, named, fenced):
    """The one topmost head of a text, or the line that most speaks for."""
    heads = [
        index for rule in rules.of_lines('top') if rule.once
        for index, text in enumerate(texts) if not fenced[index] and rule.match_line(text)]
    if len(heads) == 1 and not any(
            found is None and is_sentence(text) and not fence for found, text, fence in zip(
                named[:heads[0]], texts, fenced)):
        return heads
    is_open = [found is None and not fence for found, fence in zip(named, fenced)]
    index = None if heads else likely_title(texts, is_open)
    return [] if index is None else [index]


def _prose_begins(texts, named):
    return next((
        index for index, found in enumerate(named) if found is None or not _is_aside(found)), 0)


def _above_the_prose(texts, named, fenced):
    """Indexes of the lines that may be the title: the first one of the text.

    Lines that no rule knows do not count as text where a site's stand in their block.
    """
    block_of = {index: block for block in blocks_of(texts) for index in block}
    for index, found in enumerate(named):
        if fenced[index]:
            return
        if found is None or not _is_aside(found):
            yield index
            if found or is_sentence(texts[index]) or not any(
                    _is_sites(named[other]) for other in block_of[index]):
                return


def _title(rules, texts, named, index, is_apart):
    found = named[index]
    for rule in rules.of_lines('top'):
        match = rule.match_line(texts[index])
        if (match
                and (found is None or rule.once and found.rule.does == 'head')
                and not (rule.apart and not is_apart(texts, named, index))
                and not (rule.once and sum(bool(rule.match_line(text)) for text in texts) > 1)):
            return Named(rule, match)
    return None


def _stands_apart(texts, named, index):
    return not any(texts[other].strip(EDGE) for other in _around(texts, index))


def _stands_apart_from_text(texts, named, index):
    return all(
        not texts[other].strip(EDGE) or named[other] and _is_aside(named[other])
        for other in _around(texts, index)) and len(texts[index].strip(EDGE)) >= _MENU


def _around(texts, index):
    return [other for other in (index - 1, index + 1) if 0 <= other < len(texts)]


def _title_of(named):
    """The index of the line that gives the title, if any, as a list."""
    return [index for index, found in enumerate(named)
            if found and (found.rule.does, found.rule.of) == ('metadata', 'title')][:1]


def _name_title_again(rules, texts, named, fenced):
    title = next((
        named[index].group('text') or texts[index].strip(EDGE)
        for index in _title_of(named)), '')
    for index, found in enumerate(named):
        if found is None and not fenced[index]:
            if title and texts[index].strip(EDGE + '*') == title:
                _take(rules, texts, named, [index], 'title-again')
                continue
            return


def _give_back_fields(texts, named):
    """Below the first sentence no field is taken out of a block that is not the site's."""
    begun = next((index for index, text in enumerate(texts)
                  if named[index] is None and is_sentence(text)), len(texts))
    taken = [index > begun and bool(found) and found.rule.does == 'drop'
             for index, found in enumerate(named)]
    for index in torn_fields(texts, taken):
        named[index] = None


def _name_amid(rules, texts, named, fenced):
    """Short lines amid a site's own, but for those that may be the title where none is known."""
    open_lines = [found is None and not fence for found, fence in zip(named, fenced)]
    title = next(iter(_title_of(named)), None)
    _take(rules, texts, named, amid_site_lines(
        texts, [_is_sites(found) for found in named], open_lines, title), 'amid')


def _name_above_notes(rules, texts, named, fenced):
    """What stands above notes, with nothing else below it down to the next head or the end."""
    only_notes, above_notes = True, False
    for index in range(len(texts))[::-1]:
        found = named[index]
        if NOTE.match(texts[index]) and not fenced[index]:
            above_notes = only_notes
        elif (found and _is_aside(found)) or _SET_IN.match(texts[index]):
            continue
        elif above_notes and _first_match(rules, texts[index], 'above-notes'):
            named[index] = _first_match(rules, texts[index], 'above-notes')
        else:
            only_notes, above_notes = bool(found) and found.rule.does == 'head', False


def _is_sites(found):
    """Whether a rule took the line for the site's own, and not for a mere row of marks."""
    return bool(found) and _is_aside(found) and bool(
        {'head', 'tail', 'label', 'amid', 'row', 'profile'} & {*found.rule.where}
        and any(mark.isalnum() for mark in found.match.string))


def _is_aside(found):
    return found.rule.does in ('drop', 'metadata')
