"""Writes the schema as text: the first ``book.yaml``, and the table of docs/settings.md."""

import typing
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, asdict, is_dataclass
from pathlib import Path
from typing import Any

import yaml

from ..messages import ENGLISH, Language, Message
from .keys import choices_of, comment_lines, is_required, keys_of
from .load import KINDS
from .schema import Settings

#: What cleaning finds in the seeds.
_FOUND = ('title', 'subtitle', 'creators', 'source', 'credits', 'identifier', 'slug')


def book_yaml(root: Path, metadata: Mapping[str, Any] | None, language: Language = ENGLISH) -> str:
    """The text of ``book.yaml`` for a book of which only ``metadata`` is known.

    Without it, what cleaning finds in the seeds is left for it to find: those keys are
    comments. Comments are in ``language``.

    ``load_settings`` reads back the same settings as without the file.
    """
    known = {**asdict(Settings(root=root)), **(metadata or {})}
    head = Message('What this book is and how it is set. Everything may be changed.')
    parts = [f'# {language.say(head)}\n']
    for name, key in keys_of(Settings).items():
        comments = ''.join(f'# {line}\n' for line in comment_lines(key, language))
        if metadata is None and name in _FOUND:
            parts.append(f'{comments}# {name}:\n')
        else:
            parts.append(f'{comments}{_yaml({name: _plain(known[name])})}')
    return '\n'.join(parts)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def _yaml(value: Any) -> str:
    return yaml.safe_dump(
        value, allow_unicode=True, sort_keys=False, default_flow_style=False, width=float('inf')
    )


def settings_table(language: Language = ENGLISH) -> str:
    """A row for every key: what it may be, what it is if it is left out, what it decides."""
    heads = (
        Message('key'),
        Message('values'),
        Message('default'),
        Message('what it decides'),
    )
    rows = [map(language.say, heads), ['---'] * len(heads), *_rows(Settings, '', language)]
    return ''.join(f'| {" | ".join(row)} |\n' for row in rows)


def _rows(schema: type, above: str, language: Language) -> Iterator[tuple[str, str, str, str]]:
    for name, key in keys_of(schema).items():
        said = (
            _sentence(language.say(key.metadata.get(part, '')), language)
            for part in ('comment', 'more')
        )
        explanation = language.space.join(filter(None, said)).replace('|', '\\|')
        each = _item_type(key.type)
        yield (
            f'`{above}{name}`',
            language.say(_values(key)),
            language.say(_default(key)),
            explanation,
        )
        if isinstance(each, type) and is_dataclass(each):
            yield from _rows(
                each, f'{above}{name}{"[]" if each is not key.type else ""}.', language
            )


def _sentence(text: str, language: Language) -> str:
    """A comment on one line; an example of YAML within it is left to book.yaml."""
    lines = [line for line in text.splitlines() if not line.startswith('  ')]
    joined = language.space.join(lines).rstrip(':：').removesuffix(language.stop)
    return joined and f'{joined}{language.stop}'


def _item_type(kind: Any) -> Any:
    return typing.get_args(kind)[0] if typing.get_origin(kind) in (tuple, dict) else kind


def _values(key: Any) -> object:
    if choices := choices_of(key):
        return [f'`{choice}`' if choice else Message('empty') for choice in choices]
    each = _item_type(key.type)
    kind = Message('keys') if is_dataclass(each) else KINDS[each]
    if typing.get_origin(key.type) is dict:
        return Message('{kind} for each {kind}', kind=kind)
    return kind if each is key.type else Message('a list of {kind}', kind=kind)


def _default(key: Any) -> str:
    if is_required(key):
        return Message('none')
    if is_dataclass(_item_type(key.type)):
        return ''
    values = () if key.default is MISSING else key.default
    values = values if isinstance(values, tuple) else (values,)
    return ', '.join(
        f'`{str(value).lower() if isinstance(value, bool) else value}`'
        for value in values
        if value != ''
    )
