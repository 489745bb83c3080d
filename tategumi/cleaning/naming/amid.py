"""Short lines amid the site's own, and fields that are of a block of text."""

from ..amid import amid_site_lines
from ..fields import torn_fields
from ..repeats import is_sentence
from .matching import is_sites, take
from .title import title_of


def give_back_fields(texts, named):
    """Below the first sentence no field is taken out of a block that is not the site's."""
    begun = next(
        (index for index, text in enumerate(texts) if named[index] is None and is_sentence(text)),
        len(texts),
    )
    taken = [
        index > begun and bool(found) and found.rule.does == 'drop'
        for index, found in enumerate(named)
    ]
    for index in torn_fields(texts, taken):
        named[index] = None


def name_amid(rules, texts, named, fenced):
    """Short lines amid a site's own, but for those that may be the title where none is known."""
    open_lines = [found is None and not fence for found, fence in zip(named, fenced)]
    title = next(iter(title_of(named)), None)
    take(
        rules,
        texts,
        named,
        amid_site_lines(texts, [is_sites(found) for found in named], open_lines, title),
        'amid',
    )
