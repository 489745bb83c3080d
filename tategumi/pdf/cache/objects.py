"""pydyf's objects as plain values, and back.

What comes of it holds names, numbers and other such objects only: no string
that the PDF's syntax would be open to.
"""

import re

import pydyf

_NAME = re.compile(r'/?[\w.-]+', re.A)


def plain(value, parts):
    """``value``, a pydyf object or what one holds, as JSON knows it; bytes go to ``parts``.

    Raises ``TypeError`` for an object of another kind.
    """
    if isinstance(value, pydyf.Dictionary):
        return ['dictionary', [[key, plain(item, parts)] for key, item in value.items()]]
    if isinstance(value, pydyf.Array):
        return ['array', [plain(item, parts) for item in value]]
    if isinstance(value, pydyf.Stream):
        # Of dictionaries pydyf itself leaves this one a plain dict.
        extra = pydyf.Dictionary(value.extra)
        content = b'\n'.join(
            item.data if isinstance(item, pydyf.Object) else item for item in value.stream
        )
        return ['stream', plain(extra, parts), parts.add(content), value.compress]
    if isinstance(value, (str, bool, int, float)):
        return value
    raise TypeError(f'no plain value: {type(value).__name__}')


def made(value, parts):
    """The object that ``plain`` told of. Raises ``ValueError`` where it told of none."""
    if isinstance(value, list):
        kind, *values = value
        return _MADE[kind](parts, *values)
    if isinstance(value, str) and not _NAME.fullmatch(value):
        raise ValueError(f'no name: {value}')
    return value


def _dictionary(parts, items):
    return pydyf.Dictionary({made(key, parts): made(item, parts) for key, item in items})


def _array(parts, items):
    return pydyf.Array([made(item, parts) for item in items])


def _stream(parts, extra, content, compress):
    return pydyf.Stream([parts[content]], made(extra, parts), bool(compress))


_MADE = {'dictionary': _dictionary, 'array': _array, 'stream': _stream}
