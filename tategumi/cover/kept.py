"""A typeset cover is kept, and taken again where it would look the same.

Whether it would is found without WeasyPrint, which takes longer to load than an EPUB to make.
"""

import json
import platform
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from ..cache import codec
from ..cache.digests import press_digest
from ..cache.machine import environment, is_as_it_was, libraries, state_of
from ..cache.store import Store
from ..errors import BadInput
from ..lazy import lazy
from ..settings import Settings
from ..sheets import read_sheets
from ..sheets.files import named_files

# It loads WeasyPrint.
surroundings = lazy('tategumi.pdf.cache.surroundings')

#: The sheets of a cover that is a picture.
SHEETS = ('book.css', 'cover.css')

#: What decoding raises for a file that only looks like one of the cache.
_FAULTS = (ValueError, TypeError, LookupError, AttributeError)


def kept_cover(
    settings: Settings,
    styles: Path,
    folder: Path,
    typeset_cover: Callable[[Settings, Path], bytes],
) -> bytes:
    """``typeset_cover(settings, styles)``, or what is kept of it in ``folder``, one at a time."""
    store = Store(folder, settings.root)
    try:
        key = _key(settings, styles)
    except BadInput:
        # Who typesets it says so.
        return typeset_cover(settings, styles)
    cover = _read(store, key)
    if cover is None:
        cover = typeset_cover(settings, styles)
        _keep(store, key, cover)
    return cover


def _key(settings: Settings, styles: Path) -> bytes:
    """32 bytes that are others where another press, book or sheet may make another cover."""
    sheets = read_sheets(settings, styles, SHEETS).values()
    parts = [
        press_digest(),
        platform.python_version(),
        environment(),
        # All of them, as it takes longer to load what tells which of them show.
        repr(replace(settings, root=Path())),
        list(sheets),
        [(url, digest) for _, url, digest in named_files(settings.root, sheets)],
    ]
    return blake2b(json.dumps(parts).encode(), digest_size=32).digest()


def _read(store: Store, key: bytes) -> bytes | None:
    """The cover that is kept, where the machine is as it was when that was made."""
    file = store.read(key)
    try:
        state, (cover,) = codec.read(key, file)
        return cover if is_as_it_was(state) else None
    except _FAULTS:
        return None


def _keep(store: Store, key: bytes, cover: bytes) -> None:
    loaded = libraries()
    if loaded:
        parts = codec.Bytes()
        parts.add(cover)
        state = [*state_of(loaded), *surroundings.state_of_fonts()]
        store.write(key, codec.written(key, state, parts))
        store.keep_only([key])
