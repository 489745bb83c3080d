"""Which rule of the catalogue names each line of a seed."""

import re
from dataclasses import dataclass

from ..seed.aozora import parts_of
from ..seed.links import unlinked
from .characters import visible
from .numerals import number_of
from .repeats import doubled, is_sentence, page_numbers, running_heads
from .rules import EDGE, Rule

_FENCE = re.compile(r'\s*(`{3,}|~{3,})')
_FRONT_MATTER = re.compile(r'[A-Za-z][\w-]*\s*:(?:\s|$)|\s+\S|-\s|#|\s*$')
#: A site's block has a line or two that no rule names; beyond them only sure ones count.
_PASSED = 2
_ANYTHING = re.compile('.*', re.DOTALL)
#: One word that a site also uses on a button may be prose; two lines of them are not.
_BLOCK = 2


@dataclass(frozen=True)
class Named:
    """A rule and what it matched of the line."""

    rule: Rule
    match: re.Match

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
        return [_name_by_part(rules, text, part) for text, part in zip(texts, parts_of(texts))]
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
        _name_title(rules, texts, named, fenced)
        _name_edge(rules, texts, named, fenced, order, 'head')
        _name_title_again(rules, texts, named, fenced)
    return named


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


def _name_by_part(rules, text, part):
    # A head or a break that is set in is still one; a title may read like a head.
    wheres = ('anywhere', part) if part == 'indented' else (part, 'anywhere')
    for where in wheres:
        found = _first_match(rules, text, where, 'aozora')
        if found:
            return found
    return None


def _first_match(rules, text, where, notation='plain'):
    for rule in rules.of_lines(where, notation):
        match = rule.match_line(text)
        if match:
            return Named(rule, match)
    return None


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


def _take(rules, texts, named, indexes, where):
    for index in indexes:
        named[index] = named[index] or _first_match(rules, texts[index], where)


def _name_lists(rules, texts, named, fenced):
    """A label such as 関連記事, and the titles listed below it."""
    end = len(texts)
    prose_after = [False] * (end + 1)
    for index in range(end)[::-1]:
        prose_after[index] = prose_after[index + 1] or fenced[index] or (
            named[index] is None and is_sentence(texts[index]))
    for index, text in enumerate(texts):
        found = None if named[index] or fenced[index] else _first_match(rules, text, 'label')
        if found is None:
            continue
        last = end if not prose_after[index + 1] else _end_of_list(texts, index + 1)
        for below in range(index, last):
            if texts[below].strip(EDGE) and (named[below] is None or below > index):
                named[below] = Named(found.rule, _ANYTHING.fullmatch(texts[below]))


def _end_of_list(texts, start):
    """Where the list that begins at ``start`` ends: a blank line, unless prose is in it."""
    index = start
    while index < len(texts) and texts[index].strip(EDGE):
        if is_sentence(texts[index]):
            return start
        index += 1
    return index


def _name_edge(rules, texts, named, fenced, order, where):
    taken, passed = {}, 0
    for index in order:
        if fenced[index]:
            break
        if named[index] is None or named[index].rule.does == 'scene-break':
            found = _first_match(rules, texts[index], where)
            if found and (found.rule.sure or not passed):
                taken[index], passed = found, 0
            elif passed == _PASSED or is_sentence(texts[index]):
                break
            else:
                passed += 1
        elif not _is_aside(named[index]):
            break
    buttons = [index for index, found in taken.items() if found.rule.does == 'drop']
    alone = len(buttons) < _BLOCK and any(
        named[index] is None and index not in taken for index in order)
    for index, found in taken.items():
        if not (alone and index in buttons and not found.rule.sure):
            named[index] = found


def _name_islands(rules, texts, named, fenced):
    """Lines of buttons amid the prose: three at least with nothing between, two of them sure."""
    island = {}
    for index in range(len(texts) + 1):
        found = None
        if index < len(texts) and not fenced[index]:
            if named[index] and named[index].rule.name == 'blank-line':
                continue
            if named[index] is None:
                found = _first_match(rules, texts[index], 'tail')
        if found and found.rule.does == 'drop':
            island[index] = found
            continue
        if len(island) >= 3 and sum(each.rule.sure for each in island.values()) >= 2:
            for place, each in island.items():
                named[place] = each
        island = {}


def _name_title(rules, texts, named, fenced):
    if any(found and (found.rule.does, found.rule.of) == ('metadata', 'title')
           for found in named):
        return
    for index, found in enumerate(named):
        if found is None or not _is_aside(found):
            named[index] = found if fenced[index] else _title(rules, texts, index, found) or found
            return


def _title(rules, texts, index, found):
    around = texts[max(index - 1, 0):index] + texts[index + 1:index + 2]
    for rule in rules.of_lines('top'):
        match = rule.match_line(texts[index])
        if (match
                and (found is None or rule.once and found.rule.does == 'head')
                and not (rule.apart and any(text.strip(EDGE) for text in around))
                and not (rule.once and sum(bool(rule.match_line(text)) for text in texts) > 1)):
            return Named(rule, match)
    return None


def _name_title_again(rules, texts, named, fenced):
    title = next((
        found.group('text') or texts[index].strip(EDGE) for index, found in enumerate(named)
        if found and (found.rule.does, found.rule.of) == ('metadata', 'title')), '')
    for index, found in enumerate(named):
        if found is None and not fenced[index]:
            if title and texts[index].strip(EDGE + '*') == title:
                _take(rules, texts, named, [index], 'title-again')
                continue
            return


def _is_aside(found):
    return found.rule.does in ('drop', 'metadata')
