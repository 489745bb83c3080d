"""The manuscript: Markdown chapters an editor can read and change.

``chapters``        makes chapters of cleaned articles
``workspace``       lays them in ``book/`` without touching what an editor changed: ``plan`` says
                    which, ``merge`` what becomes of one that both changed, ``merge_base`` of what,
                    ``state`` what is remembered, ``questions`` what is left to settle,
                    ``pictures`` those that chapters take from the seeds
``read``            gives them to the press; from there on the seeds are not read
"""

from ..lazy import lazy_names

_HOMES = {
    'Chapter': 'read',
    'ChapterText': 'chapters',
    'CleaningResult': 'workspace',
    'Question': 'questions',
    'all_questions': 'questions',
    'chapter_of': 'read',
    'chapter_texts': 'read',
    'clean': 'workspace',
    'compose': 'chapters',
    'digest_of': 'state',
    'not_chapters': 'read',
    'open_questions': 'questions',
    'is_settled': 'questions',
    'named_in_chapters': 'pictures',
    'read_chapters': 'read',
    'read_merge_base': 'merge_base',
    'read_state': 'state',
    'unchanged_lines': 'questions',
}

__all__ = [*_HOMES]

# Who only reads the manuscript has no use for all that cleans seeds, which takes long to load.
__getattr__ = lazy_names(__name__, _HOMES)
