"""What is a value of the right type in ``book.yaml``, and still of no use."""

import difflib
import re
from collections.abc import Iterator

from ..errors import BadSettings, Place
from ..spans import LANGUAGE
from .isbn import is_isbn
from .printing import unusable as unprintable
from .roles import role_code, role_words
from .schema import Settings
from .yaml_file import place_of_key

_FILE_NAME = re.compile(r'[^./\\\x00-\x1f\x7f-\x9f][^/\\\x00-\x1f\x7f-\x9f]*')
_LANGUAGE = re.compile(LANGUAGE)
#: Of bytes: what file systems take, with the longest suffix and room for a number.
_LONGEST_NAME = 200
#: Characters that a house may ask of the last line of a paragraph.
_LONGEST_LAST_LINE = 10
_ISBN = 'urn:isbn:'


def unusable(settings: Settings) -> Iterator[BadSettings]:
    """What of ``settings`` no book can have, each with its line."""
    if settings.slug and not _FILE_NAME.fullmatch(settings.slug):
        yield BadSettings(
            _place(settings, 'slug'), '"slug" must be the name of a file, not a path'
        )
    if len(settings.slug.encode()) > _LONGEST_NAME:
        yield BadSettings(_place(settings, 'slug'), '"slug" is too long for the name of a file')
    if not _LANGUAGE.fullmatch(settings.language):
        yield BadSettings(
            _place(settings, 'language'),
            '"language" must be a language tag such as ja, not {language}',
            language=settings.language,
        )
    if settings.house_style.last_line > _LONGEST_LAST_LINE:
        yield BadSettings(
            _place(settings, 'house_style'),
            '"last_line" of the house style must be {most} at most, not {value}',
            most=_LONGEST_LAST_LINE,
            value=settings.house_style.last_line,
        )
    for creator in settings.creators:
        if role_code(creator.role) is None:
            yield _no_role(settings, creator.role)
    if settings.identifier.startswith(_ISBN) and not is_isbn(
        settings.identifier.removeprefix(_ISBN)
    ):
        yield BadSettings(
            _place(settings, 'identifier'),
            '"identifier" is no ISBN by its check digit: {isbn}',
            isbn=settings.identifier,
        )
    if settings.colophon.isbn and not is_isbn(settings.colophon.isbn):
        yield BadSettings(
            _place(settings, 'colophon'),
            '"isbn" of the colophon is none by its check digit: {isbn}',
            isbn=settings.colophon.isbn,
        )
    for key, message in unprintable(settings):
        yield BadSettings(_place(settings, key), message)


def _no_role(settings: Settings, role: str) -> BadSettings:
    near = difflib.get_close_matches(role, role_words(), 1, 0.4)
    return BadSettings(
        _place(settings, 'creators'),
        '"role" of a creator must be a MARC relator code such as aut, or a word such as {word}, '
        'not {role}',
        word=near[0] if near else '監修',
        role=role,
    )


def _place(settings: Settings, key: str) -> Place:
    return place_of_key(settings.book / 'book.yaml', key)
