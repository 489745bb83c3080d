"""When the book was last changed (EPUB 3.3 §5.5.4): what is said of it, or what is remembered."""

import hashlib
import os
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timezone

from ..errors import BadSettings
from ..settings import UNKNOWN, Settings, place_of

_DATE = re.compile(r'[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?')

#: How a moment stands in the package document.
_WRITTEN = '<meta property="dcterms:modified">{:%Y-%m-%dT%H:%M:%SZ}</meta>'


def said_moment(settings: Settings) -> datetime | None:
    """The ``dcterms:modified`` of a book (UTC) that somebody said; ``None`` where nobody did.

    ``SOURCE_DATE_EPOCH`` where the environment has it, else ``modified`` of
    book.yaml, else its ``date``. A day begins at midnight. Raises ``BadInput``
    for a moment that is none.
    """
    epoch = os.environ.get('SOURCE_DATE_EPOCH', '')
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), timezone.utc)
        except (ValueError, OverflowError, OSError) as error:
            raise BadSettings(
                'SOURCE_DATE_EPOCH', 'must be seconds since 1970, not {epoch}', epoch=epoch
            ) from error
    if settings.modified:
        return _moment(settings)
    return _beginning(settings.date) if is_date(settings.date) else None


def dated(files: Mapping[str, bytes], first_made: Callable[[str], datetime]) -> dict[str, bytes]:
    """``files`` (content by name) of an EPUB of ``UNKNOWN`` date, modified when they came to be.

    ``first_made`` tells when what has this digest (hexadecimal SHA-256) first
    came to be (UTC).
    """
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f'{name}\0{len(content)}\0'.encode() + content)
    moments = (UNKNOWN, first_made(digest.hexdigest()))
    old, new = (_WRITTEN.format(moment).encode() for moment in moments)
    package = next(name for name in files if name.endswith('.opf'))
    return {**files, package: files[package].replace(old, new)}


def is_date(date: str) -> bool:
    """Is ``date`` a year, month or day that there is (``2024-05-01``)?"""
    try:
        return bool(_DATE.fullmatch(date) and _beginning(date))
    except ValueError:
        return False


def _moment(settings: Settings) -> datetime:
    written = settings.modified
    if is_date(written):
        return _beginning(written)
    try:
        return datetime.strptime(written, '%Y-%m-%dT%H:%M:%SZ').replace(tzinfo=timezone.utc)
    except ValueError as error:
        raise BadSettings(
            place_of(settings, 'modified'),
            '"modified" must be as 2024-05-01 or 2024-05-01T12:00:00Z, not {written}',
            written=written,
        ) from error


def _beginning(date: str) -> datetime:
    year, month, day = (*map(int, date.split('-')), 1, 1)[:3]
    return datetime(year, month, day, tzinfo=timezone.utc)
