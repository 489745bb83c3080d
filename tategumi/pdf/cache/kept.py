"""What was drawn is taken from the cache where it would be drawn the same."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...cache import codec
from ...cache.codec import Bytes
from ...cache.store import Store
from ...frames.codec import made, plain
from ...frames.frame import FontUse, Papers, Segment
from ..fetching import BookFetcher
from ..render_context import RenderContext
from .surroundings import surroundings

#: What decoding raises for a file that only looks like one of the cache.
_FAULTS = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


@dataclass(frozen=True)
class Kind:
    """What is kept, by its ``name``: objects of the ``type``."""

    name: str
    type: type[Segment] | type[Papers]


#: Of its HTML, and the folios in it.
SEGMENT = Kind('segment', Segment)

#: Of frames without content, and where they stand.
PAPERS = Kind('papers', Papers)


class Cache:
    """What was drawn, to be taken again; this one keeps nothing."""

    def key(self, kind: Kind, argument: Any) -> bytes:
        """32 bytes that are others where something else comes of ``argument``."""
        return b''

    def get(self, kind: Kind, key: bytes) -> Any:
        """What is kept under ``key``, if it would still be drawn the same; else ``None``."""
        return None

    def keep(self, kind: Kind, key: bytes, drawn: Any) -> None:
        """Keep ``drawn`` under ``key``."""

    def use(self, key: bytes) -> None:
        """Keep what may be there under ``key``, though it is not wanted now."""

    def forget(self) -> None:
        """Forget all that was not asked for since the last time."""


class MemoryCache(Cache):
    """Keeps what was drawn in this process, for as long as it is asked for.

    ``fetcher`` (``BookFetcher``) tells of the files of the book.
    """

    def __init__(self, fetcher: BookFetcher) -> None:
        self._fetcher = fetcher
        self._drawn: dict[bytes, Any] = {}
        self._used: set[bytes] = set()

    def key(self, kind: Kind, argument: Any) -> bytes:
        return _key(bytes(32), kind, argument)

    def get(self, kind: Kind, key: bytes) -> Any:
        self.use(key)
        drawn = self._drawn.get(key)
        fetched = drawn.fetched.items() if drawn else ()
        return drawn if all(self._fetcher.digest(url) == was for url, was in fetched) else None

    def keep(self, kind: Kind, key: bytes, drawn: Any) -> None:
        self._drawn[key] = drawn

    def use(self, key: bytes) -> None:
        self._used.add(key)

    def forget(self) -> None:
        self._drawn = {key: drawn for key, drawn in self._drawn.items() if key in self._used}
        self._used = set()


def _key(surroundings: bytes, kind: Kind, argument: Any) -> bytes:
    parts = Bytes()
    return codec.digest(surroundings, [kind.name, plain(argument, parts)], parts)


def _of_other(key: bytes) -> bytes:
    """The key of the same with drawings, of one without; and back."""
    return key[:-1] + bytes((key[-1] ^ 1,))


class FileCache(Cache):
    """Keeps what was drawn with ``render_context`` in ``folder``, which need not be there."""

    def __init__(self, folder: Path, render_context: RenderContext) -> None:
        self._store = Store(folder, render_context.settings.root)
        self._render_context = render_context
        self._surroundings = surroundings(render_context)
        self._with_drawings = render_context.with_drawings
        self._used: set[bytes] = set()
        self._digests: dict[str, str] = {}
        self._installed: dict[tuple[str, ...], bool] = {}

    def key(self, kind: Kind, argument: Any) -> bytes:
        key = _key(self._surroundings, kind, argument)
        return _of_other(key) if self._with_drawings else key

    def get(self, kind: Kind, key: bytes) -> Any:
        self.use(key)
        file = self._store.read(key)
        if not file:
            return None
        try:
            drawn: Segment | Papers = made(kind.type, *codec.read(key, file))
            return drawn if self._is_fresh(drawn) else None
        except _FAULTS:
            return None

    def keep(self, kind: Kind, key: bytes, drawn: Any) -> None:
        parts = Bytes()
        try:
            file = codec.written(key, plain(drawn, parts), parts)
        except (TypeError, ValueError):
            # There is more in it than plain data: it is drawn again each time.
            return
        self._store.write(key, file)

    def use(self, key: bytes) -> None:
        # Who makes a PDF after one for a printer, or before, finds both.
        self._used |= {key, _of_other(key)}

    def forget(self) -> None:
        self._store.keep_only(self._used)

    def _is_fresh(self, drawn: Any) -> bool:
        """Are the files of the book it took in, and its fonts, what they were?"""
        return all(self._digest(url) == digest for url, digest in drawn.fetched.items()) and all(
            self._is_installed(font) for font in drawn.fonts
        )

    def _digest(self, url: str) -> str:
        if url not in self._digests:
            self._digests[url] = self._render_context.fetcher.digest(url)
        return self._digests[url]

    def _is_installed(self, font: FontUse) -> bool:
        known = font.description, font.name, font.digest
        if known not in self._installed:
            self._installed[known] = self._render_context.fonts.load(font) is not None
        return self._installed[known]
