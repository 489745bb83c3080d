"""Rakuten Kobo: Kobo EPUB Guidelines, and what Kobo Writing Life in Japan refuses."""

from ...settings import Settings
from .publication import Publication
from .rule import Profile, Rule
from .steps import without_outside_links

_KOBO = 'Kobo EPUB Guidelines (github.com/kobolabs/epub-spec)'


def _apply(publication: Publication, settings: Settings) -> None:
    without_outside_links(publication)


PROFILE = Profile(
    'kobo',
    (
        Rule(
            'no links out of the book',
            '楽天Koboライティングライフ refuses books with them (authors’ reports, 2024)',
            'their words stay, the links go; addresses in words are for you to judge',
        ),
        Rule(
            'the ISBN is a dc:identifier, or in the name of the file',
            f'{_KOBO}, OPF',
            'both, where the book has one',
        ),
        Rule(
            'names of files in letters and figures alone',
            f'{_KOBO}, OPF',
            'so in every EPUB of the press; the file’s own name too',
        ),
        Rule('the cover in a document of its own', f'{_KOBO}, Cover Images', 'as in every EPUB'),
        Rule('a toc nav', f'{_KOBO}, TOC', 'as in every EPUB'),
    ),
    _apply,
)
