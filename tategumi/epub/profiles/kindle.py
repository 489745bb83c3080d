"""Kindle: Amazon Kindle Publishing Guidelines (KPG 2019.2), and KDP's help."""

from ...settings import Settings
from .publication import Declarations, Publication
from .rule import Profile, Rule
from .steps import guide, jpeg_cover, separate_navigation, without_negatives, without_webp

_KPG = 'Kindle Publishing Guidelines'
#: What the reader chooses, not the book.
_OF_THE_READER = frozenset({'font-family', 'line-height', 'font-size'})
_WHOLE = frozenset({'html', 'body'})


def _apply(publication: Publication, settings: Settings) -> None:
    jpeg_cover(publication)
    without_webp(publication)
    without_negatives(publication)
    publication.edit_rules(_with_the_readers_text)
    _cover_once(publication)
    separate_navigation(publication)
    guide(publication)


def _with_the_readers_text(selector: str, declared: Declarations) -> Declarations:
    parts = {part.strip() for part in selector.split(',')}
    if not parts <= _WHOLE:
        return declared
    return [(name, value) for name, value in declared if name not in _OF_THE_READER]


def _cover_once(publication: Publication) -> None:
    """Kindle shows the picture itself: a page with it would show it a second time."""
    names = publication.spine_names()
    for ref, name in zip(publication.spine.iter('{*}itemref'), names):
        if name.endswith('/cover.xhtml'):
            ref.set('linear', 'no')


PROFILE = Profile(
    'kindle',
    (
        Rule('the cover is a JPEG', f'{_KPG} 4.2', 'PNG is converted'),
        Rule('the cover is shown once', f'{_KPG} 4.2, 9.1', 'its page is not linear'),
        Rule(
            'body text has the reader’s font, size and line height',
            f'{_KPG} 10.3.2',
            'html and body say none of them',
        ),
        Rule(
            'no negative indents and margins',
            f'{_KPG} 6.3, 10.3.5',
            'they go, with what the other lines were set in by',
        ),
        Rule('pictures are JPEG, PNG, GIF or SVG', f'{_KPG} 10.4.1', 'WebP becomes PNG'),
        Rule(
            'an HTML page of contents, and navigation of its own',
            f'{_KPG} 5.1, 5.2',
            'nav.xhtml beside contents.xhtml',
        ),
        Rule('guide items for cover, contents and text', f'{_KPG} 5.3', 'a guide'),
        Rule('the direction of pages', f'{_KPG} 10.1', 'primary-writing-mode, as in every EPUB'),
    ),
    _apply,
)
