"""What each line is to those around it: prose, the site's, or open."""

from ..rules import EDGE
from ..stretches import reads_as_prose
from .matching import is_sites


def kinds_of(texts, named, known, fenced):
    """The kind of each line, as ``stretches.between_prose`` takes them.

    ``known`` has the rules for lines that have none yet.
    """
    return [
        _kind(text, found, match, fence)
        for text, found, match, fence in zip(texts, named, known, fenced)
    ]


def _kind(text, found, match, fence):
    if fence:
        return 'prose'
    if not text.strip(EDGE):
        return ''
    if found is None and match is None:
        return 'prose' if reads_as_prose(text) else 'open'
    if found is None or is_sites(found):
        rule = (found or match).rule
        return 'sure' if rule.sure or 'label' in rule.where else 'site'
    return '' if found.rule.does in ('drop', 'scene-break') else 'other'
