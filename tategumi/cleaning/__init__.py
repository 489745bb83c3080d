"""Named rules decide what becomes of every line of a seed.

``catalogue/`` holds the rules as data; ``rules`` says how they are written,
``names_in_patterns`` what they name, ``editors_rules`` reads those of a book.
``clean`` is the table of contents: ``classify`` finds the rule for each line, by what ``lines``,
``lexicon``, ``structures`` and ``boundaries`` say of it; ``drafts`` makes of each what it becomes,
with ``rewriting`` for what is kept; ``blocks`` and ``metadata`` make the article of them, and
``fates`` the record, with what ``suspicions`` thinks an editor should look at.
"""

from ..lazy import lazy_names

_HOMES = {
    'Article': 'article',
    'Block': 'article',
    'Change': 'changes',
    'CleaningRecord': 'record',
    'Decisions': 'decisions',
    'LineRecord': 'record',
    'SeedRecord': 'record',
    'Summary': 'record',
    'Suspicion': 'record',
    'book_catalogue': 'editors_rules',
    'check_replacements': 'decisions',
    'clean_seed': 'clean',
    'decisions_of': 'decisions',
    'record_html': 'report',
    'record_json': 'record',
    'rewrite': 'rewriting',
}

__all__ = [*_HOMES]

# The manuscript knows what articles are; to load all that makes one takes longer than to read it.
__getattr__ = lazy_names(__name__, _HOMES)
