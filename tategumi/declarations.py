"""What WeasyPrint and the press declare of libraries in C, made ready for cffi.

cffi parses such declarations whenever WeasyPrint is imported, which takes longer than some pages
do. What comes of it is in ``declarations.json`` (``make declarations``); any other are parsed.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.resources import files
from typing import Any

import _cffi_backend
import cffi

#: What cffi writes into a module made ahead has this version (``_version`` there).
_VERSION = 0x2601


class OtherDeclarations(Exception):
    """Something else is declared than was made ready."""


class _Ready(_cffi_backend.FFI):  # type: ignore[misc]
    """Stands for ``cffi.FFI``: knows the types already; ``sources`` are digests of their C."""

    sources: frozenset[str]

    def cdef(self, source: str) -> None:
        if digest_of(source) not in self.sources:
            raise OtherDeclarations


@contextmanager
def ready_declarations() -> Iterator[None]:
    """Inside this context what is declared to cffi is known already.

    Raises ``OtherDeclarations`` for what is not.
    """
    original, cffi.FFI = cffi.FFI, _ready
    try:
        yield
    finally:
        cffi.FFI = original


def digest_of(source: str) -> str:
    """The hexadecimal SHA-256 of declarations."""
    return sha256(source.encode()).hexdigest()


def _ready() -> _Ready:
    known = json.loads((files(__package__) / 'declarations.json').read_text(encoding='ascii'))
    kinds = {f'_{name}': _in_bytes(value) for name, value in known['kinds'].items()}
    ready = _Ready('declarations', _version=_VERSION, **kinds)
    ready.sources = frozenset(known['sources'])
    return ready


def _in_bytes(value: Any) -> Any:
    """``value`` as cffi has it: texts are bytes, one a character, and lists are tuples."""
    if isinstance(value, str):
        return value.encode('latin-1')
    return tuple(map(_in_bytes, value)) if isinstance(value, list) else value
