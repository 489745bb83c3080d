"""Loads ``book/book.yaml`` as ``Settings``; errors name the line."""

import dataclasses
import difflib
import re
import typing
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ..errors import BadSettings, Place, PressError, raise_all
from ..files import is_there
from ..messages import Message
from .isbn import plain_c_code, plain_isbn
from .keys import choices_of, is_required, keys_of
from .roles import role_code
from .schema import Settings
from .state_file import STATE_FILE, UNWRITABLE, read_state_file
from .usable import unusable
from .yaml_file import parse_yaml, place_of_key, place_of_node, value_of

#: So many faults are told at once; who has more mends these first.
_MOST_FAULTS = 20
#: No number of a book is larger.
_LARGEST = 1_000_000


def load_settings(root: Path) -> Settings:
    """Read the settings of the book in folder ``root``.

    A missing ``book.yaml`` means defaults throughout. Raises ``BadInput``
    with file and line for YAML that does not parse, a key that is not in the
    schema, a key given twice, a value of the wrong type, a slug that would lead
    out of ``dist/``, a language that is no tag and an ISBN that is none.
    """
    root = Path(root)
    path = root / 'book' / 'book.yaml'
    values = dict(read_state_file(root / 'book' / STATE_FILE)['metadata'])
    if is_there(path):
        values.update(_read_yaml(path))
    settings = _plain(Settings(root=root, **values))
    raise_all([*unusable(settings)])
    creators = (
        dataclasses.replace(each, role=role_code(each.role) or '') for each in settings.creators
    )
    return dataclasses.replace(
        settings,
        creators=tuple(creators),
        slug=settings.slug or slug_of(settings.title),
        identifier=settings.identifier or _identifier_of(settings),
    )


def _plain(settings: Settings) -> Settings:
    """``settings`` with ISBN and C-code in one form, however they are typed."""
    return dataclasses.replace(
        settings,
        colophon=dataclasses.replace(settings.colophon, isbn=plain_isbn(settings.colophon.isbn)),
        wrap=dataclasses.replace(settings.wrap, c_code=plain_c_code(settings.wrap.c_code)),
    )


def place_of(settings: Settings, key: str) -> Place:
    """The ``Place`` of ``key`` in ``book.yaml``, without a line where it is not written."""
    return place_of_key(settings.book / 'book.yaml', key)


def slug_of(text: str, limit: int = 40) -> str:
    """A file name of ``text``: its letters and figures, runs of the rest a ``-``.

    Japanese stays as it is. ``limit`` is in characters.
    """
    return re.sub(r'[^\w]+', '-', text)[:limit].strip('-_') or 'book'


def _identifier_of(settings: Settings) -> str:
    name = '\n'.join((settings.title, *(c.name for c in settings.creators)))
    return f'urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, "tategumi:" + name)}'


def _read_yaml(path: Path) -> dict[str, Any]:
    node = parse_yaml(path)
    return {} if node is None else _record(path, node, Settings, 'book.yaml')


def _record(path: Path, node: yaml.Node, schema: type, name: str) -> dict[str, Any]:
    """The values by key; what is wrong with any of them is raised together."""
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(path, node, '{name} must be a list of "key: value" lines', name=name)
    keys, values = keys_of(schema), {}
    faults: list[PressError] = []
    for key_node, value_node in node.value:
        key = key_node.value
        try:
            if not isinstance(key, str):
                raise _wrong(path, key_node, 'a key of {name} must be a word', name=name)
            if key not in keys:
                raise _unknown(path, key_node, name, keys)
            if key in values:
                raise _wrong(path, key_node, 'key "{key}" is given twice', key=key)
            values[key] = _value(path, value_node, keys[key].type, keys[key])
        except BadSettings as fault:
            faults += [fault, *fault.also]
            if len(faults) >= _MOST_FAULTS:
                rest = 'the lines below are looked at when those above are mended'
                faults.append(_wrong(path, value_node, rest))
                break
    raise_all(faults)
    return values


def _unknown(path: Path, node: yaml.Node, name: str, keys: Mapping[str, Any]) -> BadSettings:
    near = difflib.get_close_matches(node.value, keys, 1)
    if near:
        return _wrong(
            path,
            node,
            'unknown key "{key}"; perhaps "{near}" is meant. {name} knows {keys}',
            key=node.value,
            near=near[0],
            name=name,
            keys=[*keys],
        )
    return _wrong(
        path,
        node,
        'unknown key "{key}"; {name} knows {keys}',
        key=node.value,
        name=name,
        keys=[*keys],
    )


def _value(path: Path, node: yaml.Node, kind: Any, key: Any) -> Any:
    """What ``node`` says, of the type ``kind``, for ``key`` (a field) or an item of its list."""
    is_list = typing.get_origin(kind) is tuple
    if not is_list and (choices := choices_of(key)):
        if isinstance(node, yaml.ScalarNode) and node.value in choices:
            return node.value
        raise _wrong(
            path,
            node,
            '"{key}" must be one of {choices}, not {value}{why}',
            key=key.name,
            choices=[choice or '""' for choice in choices],
            value=node.value if isinstance(node, yaml.ScalarNode) else '…',
            why='' if key.metadata.get('choices') else _why(key),
        )
    if is_list:
        if _is_null(node):
            return ()
        if choices_of(key) and isinstance(node, yaml.ScalarNode):
            return (_value(path, node, typing.get_args(kind)[0], key),)
        if not isinstance(node, yaml.SequenceNode):
            raise _wrong(path, node, '"{name}" must be a list', name=key.name)
        each = typing.get_args(kind)[0]
        return tuple(_value(path, item, each, key) for item in node.value)
    if typing.get_origin(kind) is dict:
        return _mapping(path, node, kind, key)
    if dataclasses.is_dataclass(kind):
        return _dataclass(path, node, kind, key)
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(path, node, '"{name}" must be {kind}', name=key.name, kind=KINDS[kind])
    return _scalar(path, node, kind, key)


def _mapping(path: Path, node: yaml.Node, kind: Any, key: Any) -> dict[Any, Any]:
    if _is_null(node):
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(path, node, '"{name}" must be a list of "key: value" lines', name=key.name)
    of_keys, of_values = typing.get_args(kind)
    return {
        _value(path, name, of_keys, key): _value(path, value, of_values, key)
        for name, value in node.value
    }


def _dataclass(path: Path, node: yaml.Node, kind: Any, key: Any) -> Any:
    values = _record(path, node, kind, key.name)
    for each in keys_of(kind).values():
        if each.name not in values and is_required(each):
            raise _wrong(path, node, '"{key}" needs "{needed}"', key=key.name, needed=each.name)
        if each.metadata.get('is_filled') and not values[each.name]:
            raise _wrong(
                path,
                node,
                '"{name}" of "{key}" must not be empty',
                name=each.name,
                key=key.name,
            )
    return kind(**values)


def _scalar(path: Path, node: yaml.ScalarNode, kind: Any, key: Any) -> Any:
    if kind is str:
        return '' if _is_null(node) else _text(path, node, key)
    value = value_of(path, node)
    if kind is float and type(value) is int:
        value = float(min(value, 2 * _LARGEST))
    if type(value) is not kind or (kind in (int, float) and not 0 <= value <= _LARGEST):
        raise _wrong(
            path,
            node,
            '"{key}" must be {kind}, not {value}{why}',
            key=key.name,
            kind=KINDS[kind],
            value=node.value,
            why=_why(key),
        )
    return value


def _text(path: Path, node: yaml.ScalarNode, key: Any) -> str:
    unwritable = UNWRITABLE.search(node.value)
    if unwritable:
        code = f'U+{ord(unwritable[0]):04X}'
        raise _wrong(
            path,
            node,
            '"{name}" holds the character {code}, which no book may; delete it',
            name=key.name,
            code=code,
        )
    return node.value


#: What a value of each type is called.
KINDS = {
    str: Message('text'),
    int: Message('a whole number from 0 to {most:,}', most=_LARGEST),
    float: Message('a number from 0 to {most:,}', most=_LARGEST),
    bool: Message('true or false'),
}


def _why(key: Any) -> str:
    """What a key decides, for the end of a message."""
    comment = key.metadata.get('comment', '')
    return comment and Message(': {what}', what=comment)


def _is_null(node: yaml.Node) -> bool:
    return node.tag == 'tag:yaml.org,2002:null'


def _wrong(path: Path, node: yaml.Node, template: str, **values: Any) -> BadSettings:
    return BadSettings(place_of_node(path, node), template, **values)
