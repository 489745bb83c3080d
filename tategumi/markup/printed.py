"""What ``book.yaml`` says, as a book can print it."""

import dataclasses
from pathlib import Path
from typing import Any

from ..errors import BadSettings
from ..settings import Settings, place_of
from .fault import refuse_control_characters


def printed(settings: Settings) -> Settings:
    """``settings``, every text of it on one line without space around it, blank items left out.

    Raises ``BadInput`` naming ``book.yaml`` for a blank title or name of a
    creator, and for a character no XML may hold.
    """
    path = settings.book / 'book.yaml'
    settings = _on_one_line(settings, path)
    if not settings.title:
        raise BadSettings(place_of(settings, 'title'), '"title" must not be empty')
    if not all(creator.name for creator in settings.creators):
        raise BadSettings(place_of(settings, 'creators'), '"name" of a creator must not be empty')
    return dataclasses.replace(
        settings,
        subjects=tuple(filter(None, settings.subjects)),
        credits=tuple(credit for credit in settings.credits if credit.text),
    )


def _on_one_line(value: Any, path: Path) -> Any:
    if isinstance(value, str):
        refuse_control_characters(value, path, show_line=False)
        return ' '.join(line.strip() for line in value.split('\n')).strip()
    if isinstance(value, tuple):
        return tuple(_on_one_line(item, path) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(
            value,
            **{
                field.name: _on_one_line(getattr(value, field.name), path)
                for field in dataclasses.fields(value)
            },
        )
    return value
