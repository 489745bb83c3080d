"""The manuscript: Markdown chapters an editor can read and change.

``compose`` makes chapters of cleaned articles, ``desk`` lays them in ``book/``
without touching what an editor changed, ``read`` gives them to the press.
From there on the seeds are not read.
"""

from .compose import ChapterText, compose
from .desk import CleaningResult, clean
from .read import Chapter, read_chapters

__all__ = ['Chapter', 'ChapterText', 'CleaningResult', 'clean', 'compose', 'read_chapters']
