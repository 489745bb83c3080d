"""Apple Books: Apple Books Asset Guide 5.3."""

import hashlib
from collections import Counter

from ...markup import Element
from ...settings import Settings
from .publication import Publication
from .rule import Profile, Rule
from .steps import jpeg_cover, set_meta

_GUIDE = 'Apple Books Asset Guide 5.3'

#: How the ids of chapters begin, and of how many characters of their text they are made.
_CHAPTER, _WORDS = 'chapter-', 40


def _apply(publication: Publication, settings: Settings) -> None:
    jpeg_cover(publication)
    _name_chapters(publication)
    # The fonts of the sheets are on Apple's devices, or come with the book.
    set_meta(publication, 'ibooks:specified-fonts', 'true')


def _name_chapters(publication: Publication) -> None:
    """Give chapters ids that are theirs wherever they stand in the book.

    They are made of their headings, or of the words they begin with, and the number among those
    that are the same: a chapter put in or moved changes the id of no other.
    """
    ids: dict[str, str] = {}
    known: Counter[str] = Counter()
    for item in publication.items():
        old = item.get('id')
        if old.startswith(_CHAPTER):
            said = _beginning(publication.documents[publication.name_of(item)])
            known[said] += 1
            digest = hashlib.sha256(said.encode()).hexdigest()[:12]
            ids[old] = f'{_CHAPTER}{digest}-{known[said]}'
            item.set('id', ids[old])
    for reference in publication.spine.iter('{*}itemref'):
        reference.set('idref', ids.get(reference.get('idref'), reference.get('idref')))


def _beginning(document: Element) -> str:
    body = document.find('{*}body')
    heading = body.find('.//{*}h1')
    words = ' '.join(''.join((body if heading is None else heading).itertext()).split())
    return words[:_WORDS]


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
            'ids of the spine mean the same content from one release to the next',
            f'{_GUIDE}, Book Versioning in EPUBs',
            'those of chapters are made of their headings',
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
