"""The lines before and after the prose."""

from ...seed.markdown import NOTE
from ..repeats import is_sentence
from .matching import first_match, is_aside, is_sites

#: Beyond so many lines that no rule names nothing is a site's, unless most lines are;
_PASSED = 3
#: beyond fewer, those that stand in such a row.
_ROW = 3
#: One word that a site also uses on a button may be prose; two lines of them are not.
_BLOCK = 2


def name_edge(rules, texts, named, fenced, order, where):
    """Lines of the site in ``order`` from one end of the seed (``where``: head or tail)."""
    zone, found, known = _edge(rules, texts, named, fenced, order, where)
    rows = _rows(texts, named, found)
    mostly_sites = known + len(found) >= max(_ROW, 2 * (len(zone) - len(found)))
    taken, passed = {}, 0
    for index in zone:
        each = found.get(index)
        if each and (each.rule.sure or mostly_sites or not passed or rows[index] >= _ROW):
            taken[index], passed = each, 0
        elif passed == _PASSED and not mostly_sites:
            break
        else:
            passed += 1
    buttons = [index for index, found in taken.items() if found.rule.does == 'drop']
    alone = len(taken) < _BLOCK and any(
        named[index] is None and index not in taken for index in order
    )
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
            match = None if is_head else first_match(rules, texts[index], where)
            if match:
                found[index] = match
            elif NOTE.match(texts[index]):
                continue
            elif is_sentence(texts[index]) and not is_head:
                break
            zone.append(index)
        elif not is_aside(named[index]):
            break
        else:
            known += is_sites(named[index])
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
