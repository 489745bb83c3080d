"""What a store wants to know of a book, and what is told where ``book.yaml`` does not say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..messages import Message
from ..settings import UNTITLED, Settings

_KANA = re.compile(r'[\u3041-\u3096\u30a1-\u30fa\u30fc・\s　]+')
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


@dataclass(frozen=True)
class Lack:
    """What a book lacks: the ``key`` of book.yaml, and ``message`` of what to write there."""

    key: str
    message: Message


@dataclass(frozen=True)
class Demand:
    """A thing of ``kind``, of ``KINDS``, that a store wants; ``source`` is where it says so.

    Without it, if it ``is_needed``, the store takes no book.
    """

    kind: str
    source: str
    is_needed: bool = True


def reading_of(text: str) -> str:
    """``text`` in katakana where it is all kana, which needs no dictionary; else ''."""
    return text.translate(_TO_KATAKANA) if _KANA.fullmatch(text) else ''


def _title(settings: Settings) -> Iterator[Lack]:
    if settings.title == UNTITLED:
        yield Lack('title', Message('the title (title: 港の灯)'))


def _title_reading(settings: Settings) -> Iterator[Lack]:
    if not settings.title_reading:
        yield Lack('title_reading', _reading('title_reading', settings.title))


def _title_romanized(settings: Settings) -> Iterator[Lack]:
    if not settings.title_romanized:
        yield Lack('title_romanized', Message('the title in Latin letters (title_romanized:)'))


def _creators(settings: Settings) -> Iterator[Lack]:
    if not settings.creators:
        yield Lack('creators', Message('who made the text (creators:)'))


def _readings(settings: Settings) -> Iterator[Lack]:
    for creator in settings.creators:
        if not creator.reading:
            yield Lack('creators', _reading('reading', creator.name))


def _reading(key: str, name: str) -> Message:
    guess = reading_of(name)
    if guess:
        return Message(
            'how {name} is read ({key}: {guess} – a guess, of its kana)',
            name=name,
            key=key,
            guess=guess,
        )
    # No dictionary of the press knows names; a wrong reading would be worse than none.
    return Message('how {name} is read, in kana ({key}:)', name=name, key=key)


def _publisher(settings: Settings) -> Iterator[Lack]:
    if not settings.publisher:
        yield Lack('publisher', Message('who publishes it (publisher:)'))


def _date(settings: Settings) -> Iterator[Lack]:
    if not re.fullmatch(r'\d{4}-\d{2}-\d{2}', settings.date):
        yield Lack('date', Message('the day of publication (date: 2024-05-01)'))


def _isbn(settings: Settings) -> Iterator[Lack]:
    if not settings.colophon.isbn and not settings.identifier.startswith('urn:isbn:'):
        yield Lack('colophon', Message('its ISBN, if it has one (colophon: isbn:)'))


def _description(settings: Settings) -> Iterator[Lack]:
    if not settings.description:
        yield Lack('description', Message('what it is about, in a few sentences (description:)'))


def _long_description(settings: Settings) -> Iterator[Lack]:
    if len(settings.description) < _LONG:
        yield Lack(
            'description',
            Message('what it is about, in {count} characters or more (description:)', count=_LONG),
        )


def _subjects(settings: Settings) -> Iterator[Lack]:
    if not settings.subjects:
        yield Lack(
            'subjects',
            Message('its subjects, in words or codes (subjects: [FIC019000, NDC 913.6])'),
        )


#: In characters (Apple Books, Metadata: Description).
_LONG = 50

#: What a store may want, by its name: each tells what ``settings`` lack of it.
KINDS = {
    'title': _title,
    'title in kana': _title_reading,
    'title in Latin letters': _title_romanized,
    'makers': _creators,
    'makers in kana': _readings,
    'publisher': _publisher,
    'date': _date,
    'ISBN': _isbn,
    'description': _description,
    'description of 50 characters': _long_description,
    'subjects': _subjects,
}
