"""The chapters as the last cleaning made them, from its record of the seeds."""

import json

from ..cleaning import clean_seed, decisions_of
from ..errors import PressError
from ..seed import seed_text
from .compose import compose
from .state import read_state


def last_made(settings, rules):
    """``{name: text}`` of every chapter, made anew of the seeds in ``dist/cleaning.json``.

    Empty where there is no such record, or it cannot be made into chapters
    any more: what is in ``dist/`` may be deleted at any time.
    """
    path = settings.dist / 'cleaning.json'
    try:
        seeds = [
            seed_text(
                settings.root / seed['file'],
                ''.join(line['text'] + line['end'] for line in seed['lines']), seed['encoding'])
            for seed in json.loads(path.read_text(encoding='utf-8'))['seeds']]
        decisions, _ = decisions_of(settings, seeds, read_state(settings.book).decisions)
        articles = [
            clean_seed(seed, settings.captions == 'keep', rules, decisions[seed.path])[0]
            for seed in seeds]
    except (OSError, ValueError, LookupError, TypeError, PressError):
        return {}
    return {chapter.name: chapter.text for chapter in compose(articles, settings.each_seed)}
