"""The manuscript: Markdown chapters an editor can read and change.

``composing`` makes chapters of cleaned articles, ``desk`` lays them in ``book/``
without touching what an editor changed, ``read`` gives them to the press.
From there on the seeds are not read.
"""

from importlib import import_module

_HOMES = {
    'Chapter': 'read',
    'ChapterText': 'composing',
    'CleaningResult': 'desk',
    'clean': 'desk',
    'compose': 'composing',
    'read_chapters': 'read',
}

__all__ = [*_HOMES]


def __getattr__(name):
    # Who only reads the manuscript has no use for all that cleans seeds, which takes long to load.
    if name not in _HOMES:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    return getattr(import_module(f'.{_HOMES[name]}', __name__), name)
