"""Reads ``book/.manuscript.json``, which may have been changed by hand."""

import dataclasses
import json
import re
import typing
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from ..errors import BadRecord, Place
from ..files import is_there, text_of
from ..messages import Message
from .keys import keys_of
from .schema import Settings

#: What cleaning found in the seeds, kept beside the manuscript: the defaults
#: of the keys that only a seed can know.
STATE_FILE = '.manuscript.json'

#: What no text of a book or name of a file can hold: NUL, and halves of characters.
UNWRITABLE = re.compile('[\0\ud800-\udfff]')
_TEXTS = ('chapters', 'decisions', 'pictures', 'releases')

#: How a moment (UTC) is written there (EPUB 3.3 §5.5.4).
MOMENT = '%Y-%m-%dT%H:%M:%SZ'


def read_state_file(path: Path) -> dict[str, dict[str, Any]]:
    """The content of the file ``path``: a ``dict`` with these keys, none left out.

    ``metadata`` has values of the types of ``Settings`` under some of its keys;
    ``chapters``, ``decisions``, ``pictures`` and ``releases`` are text by text, where the names
    of chapters are those of files, the names of pictures paths that only lead down, and the
    texts of releases moments. All are empty where there is no such file. Raises ``BadInput``
    for any other content.
    """
    if not is_there(path):
        return dict.fromkeys(('metadata', *_TEXTS), {})
    try:
        content = json.loads(text_of(path))
        return {
            'metadata': _metadata(content['metadata']),
            **{name: _texts(name, content.get(name, {})) for name in _TEXTS},
        }
    except json.JSONDecodeError as error:
        raise _refused(Place(path, error.lineno), error.msg) from error
    except _Fault as fault:
        raise _refused(path, fault) from fault
    except (KeyError, TypeError, AttributeError) as error:
        raise _refused(path, 'metadata is not there') from error
    except (ValueError, RecursionError) as error:
        raise _refused(path, 'it is nested too deep, or holds too large a number') from error


class _Fault(Exception):
    """What is wrong with the content."""


def _refused(place: Place | Path, what: object) -> BadRecord:
    return BadRecord(
        place, 'is not what cleaning wrote ({what}); delete it and clean again', what=what
    )


def _metadata(values: object) -> dict[str, Any]:
    keys = keys_of(Settings)
    return {
        key: _value(keys[key].type, value, key)
        for key, value in _mapping(values, 'metadata').items()
        if key in keys
    }


def _value(kind: Any, value: object, key: str) -> Any:
    if typing.get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise _Fault(Message('{key} is no list', key=key))
        return tuple(_value(typing.get_args(kind)[0], item, key) for item in value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        kinds = {name: key.type for name, key in keys_of(kind).items()}
        values = {
            name: _value(kinds.get(name), item, key) for name, item in _mapping(value, key).items()
        }
        try:
            return kind(**values)
        except TypeError as error:
            raise _Fault(Message('{key} lacks something', key=key)) from error
    if kind is not str or not isinstance(value, str):
        raise _Fault(Message('{key} is no text', key=key))
    return _written(value, key)


def _texts(name: str, content: object) -> dict[str, str]:
    texts = _mapping(content, name)
    for key, value in texts.items():
        if not isinstance(value, str):
            raise _Fault(Message('{name} holds what is no text', name=name))
        _written(key + value, name)
        parts = PurePosixPath(key).parts
        if name == 'chapters' and parts != (key,) or name == 'pictures' and parts[:1] == ('/',):
            raise _Fault(Message('{name} holds what is no name of a file', name=name))
        if name in ('chapters', 'pictures') and ('..' in parts or not parts):
            raise _Fault(Message('{name} holds what is no name of a file', name=name))
        if name == 'releases' and not _is_moment(value):
            raise _Fault(Message('{name} holds what is no moment', name=name))
    return texts


def _is_moment(text: str) -> bool:
    try:
        return bool(datetime.strptime(text, MOMENT))
    except ValueError:
        return False


def _mapping(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _Fault(Message('{name} is no mapping', name=name))
    return value


def _written(text: str, name: str) -> str:
    if UNWRITABLE.search(text):
        raise _Fault(Message('{name} holds a character that no file can', name=name))
    return text
