"""Named rules decide what becomes of every line of a seed.

``catalogue/`` holds the rules as data; ``rules`` says how they are written.
``naming`` finds the rule for each line, ``rewriting`` changes the text of the
lines that are kept, ``suspicions`` points at what only an editor can judge.
A rule removes only what it can name; every line's fate is in the record.
"""

from .article import Article, Block
from .clean import clean_seed
from .record import Change, CleaningRecord, LineRecord, SeedRecord, Summary, Suspicion, record_json
from .report import record_html
from .rewriting import rewrite

__all__ = [
    'Article', 'Block', 'Change', 'CleaningRecord', 'LineRecord', 'SeedRecord', 'Summary',
    'Suspicion', 'clean_seed', 'record_html', 'record_json', 'rewrite']
