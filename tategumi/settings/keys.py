"""Keys of ``book.yaml``: dataclass fields with comments and choices."""

from collections.abc import Sequence
from dataclasses import MISSING, field, fields, is_dataclass
from typing import Any, Literal, get_args, get_origin

from ..messages import Language, Message


def setting(
    default: Any = MISSING,
    comment: str = '',
    more: str = '',
    choices: Sequence[str] = (),
    is_filled: bool = False,
) -> Any:
    """A field of the schema.

    ``comment`` is what an editor should know of the key, by lines: it stands above the key in
    the first book.yaml, and in the table of settings; ``more`` in that table alone.
    ``choices`` are the values a text may have, where the type is no ``Literal``. A ``default``
    that is a class is called for the value. ``is_filled``: a text that may not be empty.
    """
    said = comment if isinstance(comment, Message) else Message(comment)
    metadata = {
        'comment': said,
        'more': Message(more),
        'choices': tuple(choices),
        'is_filled': is_filled,
    }
    if isinstance(default, type):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


def keys_of(schema: type) -> dict[str, Any]:
    """The fields of ``schema`` (``dataclasses.Field``) that are keys of book.yaml, by name."""
    return {each.name: each for each in fields(schema) if each.name != 'root'}


def choices_of(key: Any) -> tuple[str, ...]:
    """The values that a key (``dataclasses.Field``) may have; none where it may have others."""
    if get_origin(key.type) is Literal:
        return get_args(key.type)
    return key.metadata.get('choices', ())


def is_required(key: Any) -> bool:
    """Whether a key (``dataclasses.Field``) has no default."""
    return key.default is MISSING and key.default_factory is MISSING


def comment_lines(key: Any, language: Language) -> list[str]:
    """The comment lines of a key (``dataclasses.Field``) in book.yaml, in ``language``,
    those of the keys below it included.
    """
    lines = language.say(key.metadata.get('comment', '')).splitlines()
    below = (
        keys_of(key.type).values() if isinstance(key.type, type) and is_dataclass(key.type) else ()
    )
    comments = [(each.name, each.metadata.get('comment')) for each in below]
    return lines + [f'{name}: {language.say(comment)}' for name, comment in comments if comment]
