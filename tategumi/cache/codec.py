"""Encodes plain values as one file; reading one calls, imports and constructs nothing of it.

A file is a digest, the length of a JSON text, that text, and the byte strings
it counts. The digest is keyed by what the file is to hold, so that a file that
is cut short, garbled, or another's under its name is known as such.
"""

import json
from hashlib import blake2b
from typing import Any

_DIGEST = 32
_LENGTH = 8


class Bytes:
    """The byte strings of one file, beside its JSON."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def add(self, content: bytes) -> int:
        """Keep ``content``; returns what stands for it in the JSON."""
        self._parts.append(content)
        return len(self._parts) - 1

    def joined(self) -> tuple[list[int], bytes]:
        """``(their lengths, all of them)``."""
        return list(map(len, self._parts)), b''.join(self._parts)


def digest(key: bytes, value: Any, parts: Bytes) -> bytes:
    """The digest (32 bytes) of ``value`` and its ``Bytes``; ``key`` are 32 bytes too."""
    return _digest(key, _body(value, parts))


def written(key: bytes, value: Any, parts: Bytes) -> bytes:
    """``value``, of what JSON knows, and its ``Bytes``, as the content of the file of ``key``.

    ``key`` are 32 bytes. Raises ``ValueError`` or ``TypeError`` for what JSON does not know.
    """
    body = _body(value, parts)
    return _digest(key, body) + body


def read(key: bytes, file: bytes) -> tuple[Any, list[bytes]]:
    """``(value, its byte strings)`` of the content of the file of ``key``.

    Raises ``ValueError`` where ``written`` did not write it so for that key.
    """
    body = file[_DIGEST:]
    if file[:_DIGEST] != _digest(key, body):
        raise ValueError('not as it was written')
    end = _LENGTH + int.from_bytes(body[:_LENGTH], 'big')
    value, lengths = json.loads(body[_LENGTH:end])
    parts = []
    for length in lengths:
        parts.append(body[end : end + length])
        end += length
    return value, parts


def _body(value: Any, parts: Bytes) -> bytes:
    lengths, content = parts.joined()
    text = json.dumps([value, lengths], ensure_ascii=False, separators=(',', ':')).encode()
    return b''.join((len(text).to_bytes(_LENGTH, 'big'), text, content))


def _digest(key: bytes, body: bytes) -> bytes:
    return blake2b(body, digest_size=_DIGEST, key=key).digest()
