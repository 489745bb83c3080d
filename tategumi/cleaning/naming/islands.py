"""Lines of the site below the first prose."""

from ..boxes import profile
from ..stretches import site_stretches
from .kinds import kinds_of
from .matching import ANYTHING, Named, as_site, first_match, take

#: So many lines in a row are a site's amid prose, too; sure ones count twice.
_ISLAND = 5


def name_islands(rules, texts, named, fenced):
    """Lines of the site below the first prose.

    Three at least in a row, two of them sure (of four one is sure, and of five none
    needs to be), or as many in a stretch without prose, with the lines that stand among them.
    """
    known = [
        None if fence or found else as_site(rules, text)
        for text, found, fence in zip(texts, named, fenced)
    ]
    _name_rows(named, known, fenced)
    kinds = kinds_of(texts, named, known, fenced)
    prose = [index for index, kind in enumerate(kinds) if kind == 'prose']
    for index, kind in enumerate(kinds):
        label = first_match(rules, texts[index], 'profile') if kind and kind != 'prose' else None
        if label and prose and index > prose[0]:
            for place in profile(texts, kinds, index, prose):
                named[place] = Named(label.rule, ANYTHING.fullmatch(texts[place]))
                kinds[place] = 'sure'
    sites, amid = site_stretches(
        texts,
        kinds,
        [
            (found or match).rule.name if found or match else ''
            for found, match in zip(named, known)
        ],
    )
    for index in sites:
        named[index] = named[index] or known[index]
    take(rules, texts, named, amid, 'amid')


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
