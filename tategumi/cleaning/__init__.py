"""Named rules decide what becomes of every line of a seed.

``catalogue/`` holds the rules as data; ``rules`` says how they are written,
``editors_rules`` reads those of a book.
``clean`` is the table of contents: ``classify`` finds the rule for each line, by what ``lines``,
``lexicon``, ``structures`` and ``boundaries`` say of it; ``drafts`` makes of each what it becomes,
with ``rewriting`` for what is kept; ``blocks`` and ``metadata`` make the article of them, and
``fates`` the record, with what ``suspicions`` thinks an editor should look at.
"""

from .article import Article, Block
from .changes import Change
from .clean import clean_seed
from .decisions import Decisions, check_replacements, decisions_of
from .editors_rules import book_catalogue
from .record import CleaningRecord, LineRecord, SeedRecord, Summary, Suspicion, record_json
from .report import record_html
from .rewriting import rewrite

__all__ = [
    'Article',
    'Block',
    'Change',
    'CleaningRecord',
    'Decisions',
    'LineRecord',
    'SeedRecord',
    'Summary',
    'Suspicion',
    'book_catalogue',
    'check_replacements',
    'clean_seed',
    'decisions_of',
    'record_html',
    'record_json',
    'rewrite',
]
