"""The manuscript: Markdown chapters an editor can read and change.

``chapters``        makes chapters of cleaned articles
``workspace``       lays them in ``book/`` without touching what an editor changed: ``plan`` says
                    which, ``merge`` what becomes of one that both changed, ``merge_base`` of what,
                    ``state`` what is remembered, ``questions`` what is left to settle
``read``            gives them to the press; from there on the seeds are not read
"""

from ..lazy import lazy_names

_HOMES = {
    'Chapter': 'read',
    'ChapterText': 'chapters',
    'CleaningResult': 'workspace',
    'Question': 'questions',
    'chapter_of': 'read',
    'chapter_texts': 'read',
    'clean': 'workspace',
    'compose': 'chapters',
    'open_questions': 'questions',
    'read_chapters': 'read',
}

__all__ = [*_HOMES]

# Who only reads the manuscript has no use for all that cleans seeds, which takes long to load.
__getattr__ = lazy_names(__name__, _HOMES)
