"""Google Play Books: Google Books Partner Center, EPUB files."""

from ...settings import Settings
from .publication import Publication
from .rule import Profile, Rule
from .steps import without_webp

_HELP = 'Google Books Partner Center help'


def _apply(publication: Publication, settings: Settings) -> None:
    without_webp(publication)


PROFILE = Profile(
    'google',
    (
        Rule(
            'pictures are GIF, JPEG, PNG or SVG',
            f'{_HELP}, EPUB files (answer 3316879)',
            'WebP becomes PNG',
        ),
        Rule(
            'the front cover is in the file',
            f'{_HELP}, Files & uploading (answer 3424254)',
            'as in every EPUB, 1600 × 2560 pixels where it is typeset',
        ),
        Rule(
            'the file is called by the ISBN',
            f'{_HELP}, Files & uploading (answer 3424254)',
            'where the book has one and its slug is not ASCII',
        ),
    ),
    _apply,
)
