"""The keys of ``book.yaml`` as a table of Markdown, for docs/settings.md."""

import typing
from collections.abc import Iterator
from dataclasses import MISSING, is_dataclass
from typing import Any

from .keys import choices_of, is_required, keys_of
from .load import KINDS
from .schema import Settings


def settings_table() -> str:
    """A row for every key: what it may be, what it is if it is left out, what it decides."""
    rows = ['| key | values | default | what it decides |', '| --- | --- | --- | --- |']
    rows += [f'| {" | ".join(row)} |' for row in _rows(Settings, '')]
    return '\n'.join(rows) + '\n'


def _rows(schema: type, above: str) -> Iterator[tuple[str, str, str, str]]:
    for name, key in keys_of(schema).items():
        told = ' '.join(
            filter(None, (_sentence(key.metadata.get('comment', '')), key.metadata.get('more')))
        )
        each = _item_type(key.type)
        yield f'`{above}{name}`', _values(key), _default(key), told.replace('|', '\\|')
        if isinstance(each, type) and is_dataclass(each):
            yield from _rows(each, f'{above}{name}{"[]" if each is not key.type else ""}.')


def _sentence(comment: str) -> str:
    """A comment on one line; an example of YAML within it is left to book.yaml."""
    text = ' '.join(line for line in comment.splitlines() if not line.startswith('  '))
    text = text.removesuffix(':').removesuffix('.')
    return text and f'{text}.'


def _item_type(kind: Any) -> Any:
    return typing.get_args(kind)[0] if typing.get_origin(kind) in (tuple, dict) else kind


def _values(key: Any) -> str:
    if choices := choices_of(key):
        return ', '.join(f'`{choice}`' if choice else 'empty' for choice in choices)
    each = _item_type(key.type)
    kind = 'keys' if is_dataclass(each) else KINDS[each]
    if typing.get_origin(key.type) is dict:
        return f'{kind} for each {kind}'
    return kind if each is key.type else f'a list of {kind}'


def _default(key: Any) -> str:
    if is_required(key):
        return 'none'
    if is_dataclass(_item_type(key.type)):
        return ''
    values = () if key.default is MISSING else key.default
    values = values if isinstance(values, tuple) else (values,)
    return ', '.join(
        f'`{str(value).lower() if isinstance(value, bool) else value}`'
        for value in values
        if value != ''
    )
