"""When the book was last changed (EPUB 3.3 §5.5.4), of which nothing but what is said is known."""

import os
import re
from datetime import datetime, timezone

from ..errors import BadSettings
from ..settings import Settings, place_of

_DATE = re.compile(r'[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?')

#: Said of a book of which nothing is known; the files in its archive bear it too.
UNKNOWN = datetime(1980, 1, 1, tzinfo=timezone.utc)


def modified(settings: Settings) -> datetime:
    """The ``dcterms:modified`` of a book (UTC), without the clock.

    ``SOURCE_DATE_EPOCH`` where the environment has it, else ``modified`` of
    book.yaml, else its ``date``, else ``UNKNOWN``. A day begins at midnight.
    Raises ``BadInput`` for a moment that is none.
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
    return _beginning(settings.date) if is_date(settings.date) else UNKNOWN


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
