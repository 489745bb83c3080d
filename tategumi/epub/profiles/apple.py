"""Apple Books: Apple Books Asset Guide 5.3."""

from ...settings import Settings
from .publication import Publication
from .rule import Profile, Rule
from .steps import jpeg_cover, set_meta

_GUIDE = 'Apple Books Asset Guide 5.3'


def _apply(publication: Publication, settings: Settings) -> None:
    jpeg_cover(publication)
    # The fonts of the sheets are on Apple's devices, or come with the book.
    set_meta(publication, 'ibooks:specified-fonts', 'true')


PROFILE = Profile(
    'apple',
    (
        Rule(
            'ibooks:specified-fonts, or text is set in another font',
            f'{_GUIDE}, Fonts',
            'said; Hiragino Mincho ProN is among the families',
        ),
        Rule('the cover is a JPEG or PNG', f'{_GUIDE}, Book Cover Art', 'a JPEG'),
        Rule(
            'footnotes that pop up are asides that something calls',
            f'{_GUIDE}, Pop-up Footnotes',
            'as in every EPUB; notes nobody calls are no footnotes',
        ),
        Rule(
            'ids of the spine stay from one release to the next',
            f'{_GUIDE}, Book Versioning',
            'they follow the chapters’ order, as in every EPUB',
        ),
        Rule(
            'ibooks:version, of books that had one before; who gives it tells Apple what is new, '
            'and samples may have none',
            f'{_GUIDE}, Book Versioning Overview',
            'none is said; the moment of the last change is, as in every EPUB',
        ),
        Rule('one writing mode a document', f'{_GUIDE}, Text Directions', 'as in every EPUB'),
    ),
    _apply,
)
