"""``book/book.yaml`` → ``Settings``, with the line of every fault."""

import dataclasses
import re
import typing
import uuid
from pathlib import Path
from typing import Literal

import yaml

from ..errors import BadInput, Place
from ..files import is_there
from .found import FOUND, UNWRITABLE, read_found
from .schema import Settings
from .yaml_file import composed, value_of

_FILE_NAME = re.compile(r'[^./\\\x00-\x1f\x7f-\x9f][^/\\\x00-\x1f\x7f-\x9f]*')
#: Of bytes: what file systems take, with the longest suffix and room for a number.
_LONGEST_NAME = 200
#: No number of a book is larger.
_LARGEST = 1_000_000


def load_settings(root):
    """Read the settings of the book in folder ``root``.

    A missing ``book.yaml`` means defaults throughout. Raises ``BadInput``
    with file and line for YAML that does not parse, a key that is not in the
    schema, a key given twice, a value of the wrong type and a slug that would
    lead out of ``dist/``.
    """
    root = Path(root)
    path = root / 'book' / 'book.yaml'
    values = dict(read_found(root / 'book' / FOUND)['metadata'])
    if is_there(path):
        values.update(_read_yaml(path))
    settings = Settings(root=root, **values)
    if settings.slug and not _FILE_NAME.fullmatch(settings.slug):
        raise BadInput(place_of(settings, 'slug'), '"slug" must be the name of a file, not a path')
    if len(settings.slug.encode()) > _LONGEST_NAME:
        raise BadInput(place_of(settings, 'slug'), '"slug" is too long for the name of a file')
    return dataclasses.replace(
        settings,
        slug=settings.slug or slug_of(settings.title),
        identifier=settings.identifier or _identifier_of(settings),
    )


def place_of(settings, key):
    """The ``Place`` of ``key`` in ``book.yaml``, without a line where it is not written."""
    path = settings.book / 'book.yaml'
    if not is_there(path):
        return Place(path)
    root = composed(path)
    lines = [
        name.start_mark.line + 1 for name, _ in getattr(root, 'value', ()) if name.value == key
    ]
    return Place(path, lines[0] if lines else None)


def slug_of(text, limit=40):
    """A file name of ``text``: its letters and figures, runs of the rest a ``-``.

    Japanese stays as it is. ``limit`` is in characters.
    """
    return re.sub(r'[^\w]+', '-', text)[:limit].strip('-_') or 'book'


def _identifier_of(settings):
    name = '\n'.join((settings.title, *(c.name for c in settings.creators)))
    return f'urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, "tategumi:" + name)}'


def _read_yaml(path):
    node = composed(path)
    return {} if node is None else _record(path, node, Settings, 'book.yaml')


def _record(path, node, schema, name):
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(path, node, f'{name} must be a list of "key: value" lines')
    fields = {f.name: f for f in dataclasses.fields(schema) if f.name != 'root'}
    values = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key, str):
            raise _wrong(path, key_node, f'a key of {name} must be a word')
        if key not in fields:
            raise _wrong(path, key_node, f'unknown key "{key}"; {name} knows {", ".join(fields)}')
        if key in values:
            raise _wrong(path, key_node, f'key "{key}" is given twice')
        values[key] = _value(path, value_node, fields[key].type, key)
    return values


def _value(path, node, kind, key):
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is Literal:
        if isinstance(node, yaml.ScalarNode) and node.value in arguments:
            return node.value
        raise _wrong(path, node, f'"{key}" must be one of {", ".join(arguments)}')
    if origin is tuple:
        if _is_null(node):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise _wrong(path, node, f'"{key}" must be a list')
        return tuple(_value(path, item, arguments[0], key) for item in node.value)
    if dataclasses.is_dataclass(kind):
        values = _record(path, node, kind, key)
        required = [
            f.name
            for f in dataclasses.fields(kind)
            if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
        ]
        for name in required:
            if name not in values:
                raise _wrong(path, node, f'"{key}" needs "{name}"')
        return kind(**values)
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(path, node, f'"{key}" must be {_NAMES[kind]}')
    if kind is str:
        return '' if _is_null(node) else _text(path, node, key)
    value = value_of(path, node)
    if kind is float and type(value) is int:
        value = float(min(value, 2 * _LARGEST))
    if type(value) is not kind or (kind in (int, float) and not 0 <= value <= _LARGEST):
        raise _wrong(path, node, f'"{key}" must be {_NAMES[kind]}, not {node.value}')
    return value


def _text(path, node, key):
    unwritable = UNWRITABLE.search(node.value)
    if unwritable:
        raise _wrong(
            path, node, f'"{key}" holds U+{ord(unwritable[0]):04X}, which no book may; delete it'
        )
    return node.value


_NAMES = {
    str: 'text',
    int: 'a whole number from 0 to 1,000,000',
    float: 'a number from 0 to 1,000,000',
    bool: 'true or false',
}


def _is_null(node):
    return node.tag == 'tag:yaml.org,2002:null'


def _wrong(path, node, message):
    return BadInput(Place(path, node.start_mark.line + 1), message)
