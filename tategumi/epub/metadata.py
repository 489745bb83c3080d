"""What the package document says of the book (EPUB 3.3 §5.5, EPUB Accessibility 1.1 §2)."""

import hashlib
import os
import re
from datetime import datetime, timedelta, timezone

from ..errors import BadInput

_W3C_DATE = re.compile(r'[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?')
_LANGUAGE = re.compile(r'[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*')


def describe(book, settings, sections):
    """Put the metadata of ``settings`` into ``book``, an ``ebooklib.epub.EpubBook``.

    ``sections`` are the chapters as XHTML elements; accessibility is claimed
    by what is in them. A date in other words than a W3C date is left out.
    Raises ``BadInput`` for a language that is no BCP 47 tag and a blank identifier.
    """
    path = settings.book / 'book.yaml'
    if not settings.identifier:
        raise BadInput(path, '"identifier" must not be empty')
    if not _LANGUAGE.fullmatch(settings.language):
        raise BadInput(
            path, f'"language" must be a language tag such as ja, not {settings.language}')
    book.metadata = {}
    book.set_identifier(settings.identifier)
    book.set_title(settings.title)
    book.set_language(settings.language)
    book.add_metadata('DC', 'type', 'text')
    if settings.subtitle:
        _refine_titles(book, settings)
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
    book.add_metadata(None, 'meta', '', {'name': 'primary-writing-mode', 'content': 'vertical-rl'})
    for name, value in accessibility(sections):
        book.add_metadata(None, 'meta', value, {'property': f'schema:{name}'})


def accessibility(sections):
    """Pairs of schema.org property and value that hold for these chapters."""
    pictures = [picture for section in sections for picture in section.iter('{*}img')]
    described = all(picture.get('alt') for picture in pictures)
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
    yield 'accessibilityHazard', 'none'
    yield 'accessibilitySummary', _summary(pictures, described)


def modified(settings, content):
    """The ``dcterms:modified`` of a book (UTC), from anything but the clock.

    ``SOURCE_DATE_EPOCH`` where the environment has it. Otherwise the day is
    the book's date (1980-01-01 where it has none) and the time of day comes
    from a hash of ``content`` (bytes), so that another text is another
    release of the same identifier (EPUB 3.3 §5.5.4).
    """
    epoch = os.environ.get('SOURCE_DATE_EPOCH', '')
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), timezone.utc)
    year, month, day = 1980, 1, 1
    if _is_date(settings.date):
        year, month, day = (*map(int, settings.date.split('-')), 1, 1)[:3]
    second = int.from_bytes(hashlib.sha256(content).digest()[:8], 'big') % 86400
    return datetime(year, month, day, tzinfo=timezone.utc) + timedelta(seconds=second)


def _is_date(date):
    if not _W3C_DATE.fullmatch(date):
        return False
    try:
        datetime(*(*map(int, date.split('-')), 1, 1)[:3])
    except ValueError:
        return False
    return True


def _refine_titles(book, settings):
    book.set_unique_metadata('DC', 'title', settings.title, {'id': 'title'})
    book.add_metadata('DC', 'title', settings.subtitle, {'id': 'subtitle'})
    _refine(book, 'title', 'title-type', 'main')
    _refine(book, 'subtitle', 'title-type', 'subtitle')


def _refine(book, id_, name, value, **attributes):
    book.add_metadata(
        None, 'meta', value, {'refines': f'#{id_}', 'property': name, **attributes})


def _summary(pictures, described):
    if not pictures:
        return '本文はすべて文字で、見出しと目次からたどれます。書体と配色は変えられます。'
    if described:
        return '本文は文字で、図には代わりの説明があり、見出しと目次からたどれます。'
    return '本文は文字で、見出しと目次からたどれます。代わりの説明のない図があります。'
