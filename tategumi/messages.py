"""What the press says, as data: a template with the values in its slots.

Nothing is put into words before the output: a ``Language`` does that. A ``Message`` is at
the same time the text it has in English, so that a log, a test or a program that knows no
language has something to read.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from .printable import printable

#: Characters of one value; the rest of what a message quotes tells nobody more.
_LONGEST = 600

#: ``{name}``, or ``{name:,}`` and ``{name:.1f}`` of a number. Other braces are themselves.
SLOT = re.compile(r'\{([a-z_]+)(?::(,|\.\df|g))?\}')

Value = Any


class Language:
    """English, the language of the templates; others are in ``tategumi.language``.

    ``tag`` is its BCP 47 tag; ``comma`` stands between the items of a list, ``space`` between
    the lines of a text that is to be one, ``stop`` at the end of a sentence.
    """

    tag = 'en'
    comma = ', '
    space = ' '
    stop = '.'

    def translate(self, template: str) -> str:
        """The template in this language; the same where the catalogue has none."""
        return template

    def say(self, thing: object) -> str:
        """``thing`` in words: what ``can be said``, a list of such, or any other as it is."""
        if hasattr(thing, 'said'):
            return str(thing.said(self))
        if isinstance(thing, (tuple, list)):
            return self.comma.join(map(self.say, thing))
        return str(thing)


class Said(Protocol):
    """What is put into words by a ``Language``."""

    def said(self, language: Language) -> str: ...


ENGLISH = Language()


class Message(str):
    """The ``template`` with its ``values``; as a ``str``, its text in English.

    A value is a text, a path, a number, something that can be said (another message) or a
    list of these. Control characters of texts and paths are escapes, for they are anybody's,
    and no more than 600 characters of one are shown. The slots of a template without values
    are text.
    """

    template: str
    values: dict[str, Value]

    def __new__(cls, template: str, /, **values: Value) -> 'Message':
        safe = {name: _safe(value) for name, value in values.items()}
        self = super().__new__(cls, _filled(template, safe, ENGLISH))
        self.template, self.values = template, safe
        return self

    def said(self, language: Language) -> str:
        """Its text in that language."""
        return _filled(language.translate(self.template), self.values, language)

    def mapped(self, change: Callable[[str], str]) -> 'Message':
        """The same with every text among its values changed."""

        def of(value: Value) -> Value:
            if isinstance(value, Message):
                return value.mapped(change)
            if isinstance(value, tuple):
                return tuple(map(of, value))
            return change(value) if isinstance(value, str) else value

        return Message(self.template, **{name: of(each) for name, each in self.values.items()})

    def __reduce__(self) -> tuple[Callable[..., 'Message'], tuple[str, dict[str, Value]]]:
        return _message, (self.template, self.values)


def _message(template: str, values: Mapping[str, Value]) -> Message:
    return Message(template, **values)


def at(place: object, message: str) -> Message:
    """``message`` with the place it is of before it."""
    return Message('{place}: {message}', place=place, message=message)


def _filled(template: str, values: Mapping[str, Value], language: Language) -> str:
    def value_of(slot: re.Match[str]) -> str:
        name, form = slot.groups()
        if name not in values:
            return slot[0]
        value = values[name]
        if form and not isinstance(value, str):
            return format(value, form)
        return language.space.join(language.say(value).splitlines())

    return SLOT.sub(value_of, template) if values else template


def _safe(value: Value) -> Value:
    if isinstance(value, (tuple, list)):
        return tuple(map(_safe, value))
    if hasattr(value, 'said') or isinstance(value, (int, float)):
        return value
    return printable(value, _LONGEST)


def plain(text: str) -> Any:
    """A message, or any text, as JSON knows it; ``from_plain`` reads it back."""
    return [text.template, _plain_values(text.values)] if isinstance(text, Message) else str(text)


def _plain_values(values: Mapping[str, Value]) -> dict[str, Any]:
    return {name: _plain_value(value) for name, value in values.items()}


def _plain_value(value: Value) -> Any:
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, tuple):
        return {'list': [_plain_value(each) for each in value]}
    return plain(value if isinstance(value, str) else str(value))


def from_plain(value: Any) -> str:
    """What ``plain`` wrote. Raises ``TypeError`` or ``ValueError`` for anything else."""
    if isinstance(value, str):
        return value
    template, values = value
    if not isinstance(template, str) or not isinstance(values, dict):
        raise TypeError(f'no message: {value!r}')
    return Message(template, **{name: _from_plain_value(each) for name, each in values.items()})


def _from_plain_value(value: Any) -> Value:
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, dict) and isinstance(value['list'], list):
        return tuple(map(_from_plain_value, value['list']))
    return from_plain(value)


def all_plain(texts: Iterable[str]) -> list[Any]:
    """Each of ``texts`` as JSON knows it."""
    return [plain(text) for text in texts]
