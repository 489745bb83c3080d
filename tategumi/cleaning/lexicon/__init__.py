"""The words of sites: what a line of a page has of them, as evidence, without place or verdict.

``<kind>.<language>.txt``
    one phrase a line, sorted, as a reader of the site sees it. Slots: ``{count}``, ``{date}``,
    ``{name}``. The kinds are ``KINDS``.
``join.<language>.txt``
    parts that are no evidence alone (「の」, "of") and count where they touch a phrase.
"""

from .folding import COUNT, COUNT_SLOT, DATE, DATE_SLOT, fold
from .matcher import KINDS, Hits, hits, hits_of_folded

__all__ = [
    'COUNT',
    'COUNT_SLOT',
    'DATE',
    'DATE_SLOT',
    'KINDS',
    'Hits',
    'fold',
    'hits',
    'hits_of_folded',
]
