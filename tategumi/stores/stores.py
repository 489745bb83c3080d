"""Which store wants to know what of a book, and where it says so."""

from dataclasses import dataclass

from ..errors import Place
from ..messages import Message, at
from ..settings import Settings, place_of
from .demand import KINDS, Demand

_KDP = 'KDP, Kindle 本の詳細'
_KOBO = 'Kobo Writing Life, 電子書籍の詳細'
_APPLE = 'Apple Books for Authors, Metadata (itunespartner.apple.com/books/support/12-metadata)'
_GOOGLE = 'Google Books Partner Center, Metadata (answer 3237055)'
_GUIDE = '電書連 EPUB 3 制作ガイド, OPFファイル'

#: What each store wants, by its name, that of its profile.
STORES = {
    'ebpaj': (
        Demand('title', _GUIDE),
        Demand('makers', _GUIDE),
        Demand('publisher', _GUIDE),
        Demand('title in kana', f'{_GUIDE} (to 1.1.3)', is_needed=False),
        Demand('makers in kana', f'{_GUIDE} (to 1.1.3)', is_needed=False),
        Demand('description', 'distributors’ forms', is_needed=False),
        Demand('date', 'distributors’ forms', is_needed=False),
    ),
    'kindle': (
        Demand('title', _KDP),
        Demand('title in kana', _KDP),
        Demand('makers', _KDP),
        Demand('makers in kana', _KDP),
        Demand('description', _KDP),
        Demand('title in Latin letters', f'{_KDP}, ローマ字', is_needed=False),
        Demand('subjects', f'{_KDP}, カテゴリー', is_needed=False),
    ),
    'kobo': (
        Demand('title', _KOBO),
        Demand('makers', _KOBO),
        Demand('description', _KOBO),
        Demand('subjects', _KOBO, is_needed=False),
        Demand('title in kana', _KOBO, is_needed=False),
        Demand('publisher', _KOBO, is_needed=False),
        Demand('date', _KOBO, is_needed=False),
        Demand('ISBN', 'Kobo EPUB Guidelines, OPF', is_needed=False),
    ),
    'apple': (
        Demand('title', _APPLE),
        Demand('makers', _APPLE),
        Demand('description of 50 characters', _APPLE),
        Demand('subjects', _APPLE),
        Demand('title in kana', _APPLE, is_needed=False),
        Demand('publisher', _APPLE, is_needed=False),
        Demand('date', _APPLE, is_needed=False),
    ),
    'google': (
        Demand('title', _GOOGLE),
        Demand('subjects', _GOOGLE),
        Demand('makers', _GOOGLE, is_needed=False),
        Demand('ISBN', _GOOGLE, is_needed=False),
        Demand('description', _GOOGLE, is_needed=False),
    ),
}


#: What they are called.
LABELS = {
    'ebpaj': Message('a distributor in Japan'),
    'kindle': 'Kindle',
    'kobo': '楽天Kobo',
    'apple': 'Apple Books',
    'google': 'Google Play',
}


@dataclass(frozen=True)
class Told:
    """What is told of a thing that a book lacks for a store; ``place`` is where to write it.

    ``is_needed``: without it the store takes no book. ``message`` is ``what`` with the place.
    """

    place: Place
    what: Message
    is_needed: bool
    message: Message


def told(settings: Settings, store: str) -> list[Told]:
    """What ``settings`` do not say that ``store`` wants to know; what it needs comes first."""
    found = []
    for demand in sorted(STORES[store], key=lambda demand: not demand.is_needed):
        for lack in KINDS[demand.kind](settings):
            place = place_of(settings, lack.key)
            values = {'store': LABELS[store], 'what': lack.message}
            message = (
                Message('{store} needs to know {what}', **values)
                if demand.is_needed
                else Message('{store} would like to know {what}', **values)
            )
            found.append(Told(place, message, demand.is_needed, at(place, message)))
    return found
