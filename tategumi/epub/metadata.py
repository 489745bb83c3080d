"""What the package document says of the book (EPUB 3.3 §5.5)."""

import re
from collections.abc import Iterator, Sequence

from ebooklib.epub import EpubBook

from ..errors import BadSettings
from ..markup import Element
from ..page.papers import PAPERS
from ..settings import Series, Settings, figures_of, place_of
from .accessibility import accessibility, pictures_of
from .modified import is_date
from .page import COVER

_IBOOKS = 'http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/'
#: The claim of EPUB Accessibility 1.1 §4.2, word for word.
_CONFORMANCE = 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA'

#: ``FIC019000``, ``NDC 913.6``, with words behind it or without.
_CODE = re.compile(
    r'(?:(?P<bisac>[A-Z]{3}\d{6})|NDC[: ]?(?P<ndc>\d{1,3}(?:\.\d+)?))(?:[ 　:：]+(?P<words>\S.*))?'
)

#: As Kindle names them.
_WRITING_MODES = {'vertical': 'vertical-rl', 'horizontal': 'horizontal-lr'}

#: Japanese in Latin letters (BCP 47).
_ROMANIZED = {'{http://www.w3.org/XML/1998/namespace}lang': 'ja-Latn'}


def describe(book: EpubBook, settings: Settings, sections: Sequence[Element]) -> None:
    """Put the metadata of ``settings`` into ``book``, an ``ebooklib.epub.EpubBook``.

    ``sections`` are the chapters as XHTML elements; accessibility is claimed
    by what is in them. A date in other words than a W3C date is left out.
    Raises ``BadInput`` for a blank identifier
    and a claim of accessibility that a picture without words belies.
    """
    if not settings.identifier:
        raise BadSettings(place_of(settings, 'identifier'), '"identifier" must not be empty')
    book.metadata = {}
    book.set_identifier(settings.identifier)
    book.set_language(settings.language)
    _add_titles(book, settings)
    for number, creator in enumerate(settings.creators, 1):
        id_ = f'creator-{number}'
        book.add_metadata('DC', 'creator', creator.name, {'id': id_})
        _refine(book, id_, 'role', creator.role, scheme='marc:relators')
        _write_otherwise(book, id_, creator.reading, creator.romanized)
        _refine(book, id_, 'display-seq', str(number))
    if settings.publisher:
        book.add_metadata('DC', 'publisher', settings.publisher, {'id': 'publisher'})
        _write_otherwise(book, 'publisher', settings.publisher_reading)
    for name, text in _texts(settings):
        if text:
            book.add_metadata('DC', name, text)
    for number, subject in enumerate(settings.subjects, 1):
        _add_subject(book, number, subject)
    if settings.series.title:
        _add_series(book, settings.series)
    if is_date(settings.date):
        book.add_metadata('DC', 'date', settings.date)
    for name in ('layout', 'orientation', 'spread'):
        _add_meta(book, f'rendition:{name}', 'reflowable' if name == 'layout' else 'auto')
    # Kindle takes the direction of its pages from here.
    book.add_metadata(
        None,
        'meta',
        '',
        {'name': 'primary-writing-mode', 'content': _WRITING_MODES[settings.writing]},
    )
    # Without it Apple Books sets the text in a font of its own choice.
    book.add_prefix('ibooks', _IBOOKS)
    _add_meta(book, 'ibooks:specified-fonts', 'true')
    # EPUB 2 readers, and Kindle, know the cover by this alone.
    book.add_metadata(None, 'meta', '', {'name': 'cover', 'content': COVER})
    claims = list(accessibility(sections, settings.writing))
    for name, value in claims:
        _add_meta(book, f'schema:{name}', value)
    if ('accessibilityFeature', 'pageBreakMarkers') in claims:
        _add_meta(
            book, 'pageBreakSource', f'『{settings.title}』PDF {PAPERS[settings.page].label}'
        )
    if settings.certified_by:
        _certify(book, settings, sections)


def _texts(settings: Settings) -> Iterator[tuple[str, str]]:
    """What the book says of itself in one text each: ``(element, text)``."""
    if settings.colophon.isbn:
        yield 'identifier', f'urn:isbn:{figures_of(settings.colophon.isbn)}'
    yield 'rights', settings.rights
    yield 'description', settings.description
    yield 'source', settings.source


def _add_titles(book: EpubBook, settings: Settings) -> None:
    book.add_metadata('DC', 'title', settings.title, {'id': 'title'})
    book.title = settings.title
    _write_otherwise(book, 'title', settings.title_reading, settings.title_romanized)
    if settings.subtitle:
        book.add_metadata('DC', 'title', settings.subtitle, {'id': 'subtitle'})
        _refine(book, 'title', 'title-type', 'main')
        _refine(book, 'subtitle', 'title-type', 'subtitle')


def _add_subject(book: EpubBook, number: int, subject: str) -> None:
    """A subject; of a code of BISAC or the NDC, whose code it is (EPUB 3.3, D.3.3 and D.3.16)."""
    match = _CODE.fullmatch(subject.strip())
    if not match:
        book.add_metadata('DC', 'subject', subject)
        return
    id_ = f'subject-{number}'
    code = match['bisac'] or match['ndc']
    book.add_metadata('DC', 'subject', match['words'] or code, {'id': id_})
    _refine(book, id_, 'authority', 'BISAC' if match['bisac'] else 'NDC')
    _refine(book, id_, 'term', code)


def _add_series(book: EpubBook, series: Series) -> None:
    """The series as a collection the book is of (EPUB 3.3, Meta properties vocabulary)."""
    _add_meta(book, 'belongs-to-collection', series.title, id='series')
    _refine(book, 'series', 'collection-type', 'series')
    _write_otherwise(book, 'series', series.reading)
    if series.number:
        _refine(book, 'series', 'group-position', str(series.number))


def _write_otherwise(book: EpubBook, id_: str, reading: str, romanized: str = '') -> None:
    """How catalogues sort a name, and what it is in Latin letters (EPUB 3.3, D.4)."""
    if reading:
        _refine(book, id_, 'file-as', reading)
    if romanized:
        _refine(book, id_, 'alternate-script', romanized, **_ROMANIZED)


def _certify(book: EpubBook, settings: Settings, sections: Sequence[Element]) -> None:
    """State conformance, with the one who answers for it (EPUB Accessibility 1.1 §4)."""
    if not all(picture.get('alt') for picture in pictures_of(sections)):
        raise BadSettings(
            settings.book / 'book.yaml',
            '"certified_by" claims WCAG 2.1 AA, but a picture of the '
            'book has no words for those who do not see it',
        )
    _add_meta(book, 'dcterms:conformsTo', _CONFORMANCE, id='conformance')
    _refine(book, 'conformance', 'a11y:certifiedBy', settings.certified_by)


def _add_meta(book: EpubBook, name: str, value: str, **attributes: str) -> None:
    book.add_metadata(None, 'meta', value, {**attributes, 'property': name})


def _refine(book: EpubBook, id_: str, name: str, value: str, **attributes: str) -> None:
    _add_meta(book, name, value, refines=f'#{id_}', **attributes)
