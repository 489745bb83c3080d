"""What the package document says of the book (EPUB 3.3 §5.5, EPUB Accessibility 1.1 §2)."""

import hashlib
import os
import re
from datetime import datetime, timedelta, timezone

from ..errors import BadInput
from .cover_page import COVER

#: EPUB 3.3 became a Recommendation on this day; no package that follows it is older.
_EPUB_3_3 = datetime(2023, 5, 25, tzinfo=timezone.utc)
_YEAR = 365 * 86400

_IBOOKS = 'http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/'
#: The claim of EPUB Accessibility 1.1 §4.2, word for word.
_CONFORMANCE = 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA'

#: As Kindle names them.
_WRITING_MODES = {'vertical': 'vertical-rl', 'horizontal': 'horizontal-lr'}

#: Papers as a Japanese reader calls them.
_PAPERS = {'bunko': '文庫判', 'shinsho': '新書判', 'shiroku': '四六判', 'a5': 'A5判',
           'reader6': '6インチ画面'}

_W3C_DATE = re.compile(r'[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?')
_LANGUAGE = re.compile(r'[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*')


def describe(book, settings, sections):
    """Put the metadata of ``settings`` into ``book``, an ``ebooklib.epub.EpubBook``.

    ``sections`` are the chapters as XHTML elements; accessibility is claimed
    by what is in them. A date in other words than a W3C date is left out.
    Raises ``BadInput`` for a language that is no BCP 47 tag, a blank identifier,
    and a claim of accessibility that a picture without words belies.
    """
    path = settings.book / 'book.yaml'
    if not settings.identifier:
        raise BadInput(path, '"identifier" must not be empty')
    if not _LANGUAGE.fullmatch(settings.language):
        raise BadInput(
            path, f'"language" must be a language tag such as ja, not {settings.language}')
    book.metadata = {}
    book.set_identifier(settings.identifier)
    book.set_language(settings.language)
    book.add_metadata('DC', 'type', 'text')
    _add_titles(book, settings)
    for number, creator in enumerate(settings.creators, 1):
        id_ = f'creator-{number}'
        book.add_metadata('DC', 'creator', creator.name, {'id': id_})
        _refine(book, id_, 'role', creator.role, scheme='marc:relators')
        if creator.reading:
            _refine(book, id_, 'file-as', creator.reading)
        _refine(book, id_, 'display-seq', str(number))
    for name in ('publisher', 'rights', 'description', 'source'):
        if getattr(settings, name):
            book.add_metadata('DC', name, getattr(settings, name))
    for subject in settings.subjects:
        book.add_metadata('DC', 'subject', subject)
    if _is_date(settings.date):
        book.add_metadata('DC', 'date', settings.date)
    # Kindle takes the direction of its pages from here.
    book.add_metadata(None, 'meta', '', {
        'name': 'primary-writing-mode', 'content': _WRITING_MODES[settings.writing]})
    # Without it Apple Books sets the text in a font of its own choice.
    book.add_prefix('ibooks', _IBOOKS)
    _add_meta(book, 'ibooks:specified-fonts', 'true')
    # EPUB 2 readers, and Kindle, know the cover by this alone.
    book.add_metadata(None, 'meta', '', {'name': 'cover', 'content': COVER})
    claims = list(accessibility(sections))
    for name, value in claims:
        _add_meta(book, f'schema:{name}', value)
    if ('accessibilityFeature', 'pageBreakMarkers') in claims:
        _add_meta(book, 'pageBreakSource', f'『{settings.title}』PDF {_PAPERS[settings.page]}')
    if settings.certified_by:
        _certify(book, settings, sections)


def accessibility(sections):
    """Pairs of schema.org property and value that hold for these chapters."""
    pictures = _pictures(sections)
    described = all(picture.get('alt') for picture in pictures)
    has_pages = any(
        section.find('.//{*}span[@role="doc-pagebreak"]') is not None for section in sections)
    has_ruby = any(section.find('.//{*}ruby') is not None for section in sections)
    yield 'accessMode', 'textual'
    if pictures:
        yield 'accessMode', 'visual'
    if described:
        yield 'accessModeSufficient', 'textual'
    else:
        yield 'accessModeSufficient', 'textual,visual'
    for feature in ('tableOfContents', 'structuralNavigation', 'readingOrder',
                    'displayTransformability'):
        yield 'accessibilityFeature', feature
    if pictures and described:
        yield 'accessibilityFeature', 'alternativeText'
    if has_ruby:
        yield 'accessibilityFeature', 'rubyAnnotations'
    if has_pages:
        yield 'accessibilityFeature', 'pageBreakMarkers'
        yield 'accessibilityFeature', 'pageNavigation'
    yield 'accessibilityHazard', 'none'
    yield 'accessibilitySummary', _summary(pictures, described)


def modified(settings, content):
    """The ``dcterms:modified`` of a book (UTC), from anything but the clock.

    ``SOURCE_DATE_EPOCH`` where the environment has it. Otherwise a hash of
    ``content`` (bytes) gives the time of day on the book's date, so that
    another text is another release of the same identifier (EPUB 3.3 §5.5.4).
    A book without a date gets a moment of the first year of EPUB 3.3.
    """
    epoch = os.environ.get('SOURCE_DATE_EPOCH', '')
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), timezone.utc)
    start, length = _EPUB_3_3, _YEAR
    if _is_date(settings.date):
        year, month, day = (*map(int, settings.date.split('-')), 1, 1)[:3]
        start, length = datetime(year, month, day, tzinfo=timezone.utc), 86400
    chosen = int.from_bytes(hashlib.sha256(content).digest()[:8], 'big') % length
    return start + timedelta(seconds=chosen)


def _is_date(date):
    if not _W3C_DATE.fullmatch(date):
        return False
    try:
        datetime(*(*map(int, date.split('-')), 1, 1)[:3])
    except ValueError:
        return False
    return True


def _add_titles(book, settings):
    book.add_metadata('DC', 'title', settings.title, {'id': 'title'})
    book.title = settings.title
    if settings.title_reading:
        _refine(book, 'title', 'file-as', settings.title_reading)
    if settings.subtitle:
        book.add_metadata('DC', 'title', settings.subtitle, {'id': 'subtitle'})
        _refine(book, 'title', 'title-type', 'main')
        _refine(book, 'subtitle', 'title-type', 'subtitle')


def _certify(book, settings, sections):
    """State conformance, with the one who answers for it (EPUB Accessibility 1.1 §4)."""
    if not all(picture.get('alt') for picture in _pictures(sections)):
        raise BadInput(
            settings.book / 'book.yaml', '"certified_by" claims WCAG 2.1 AA, but a picture of the '
            'book has no words for those who do not see it')
    _add_meta(book, 'dcterms:conformsTo', _CONFORMANCE, id='conformance')
    _refine(book, 'conformance', 'a11y:certifiedBy', settings.certified_by)


def _pictures(sections):
    return [picture for section in sections for picture in section.iter('{*}img')]


def _add_meta(book, name, value, **attributes):
    book.add_metadata(None, 'meta', value, {**attributes, 'property': name})


def _refine(book, id_, name, value, **attributes):
    _add_meta(book, name, value, refines=f'#{id_}', **attributes)


def _summary(pictures, described):
    if not pictures:
        return '本文はすべて文字で、見出しと目次からたどれます。書体と配色は変えられます。'
    if described:
        return '本文は文字で、図には代わりの説明があり、見出しと目次からたどれます。'
    return '本文は文字で、見出しと目次からたどれます。代わりの説明のない図があります。'
