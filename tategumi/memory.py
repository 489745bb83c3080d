"""Memory: how much the process may take, and pauses of collection where little is garbage."""

import atexit
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:
    # Windows limits no process in this way.
    resource = None  # type: ignore[assignment]

_SIZES = Path('/proc/self/statm')


@contextmanager
def gc_paused() -> Iterator[None]:
    """Inside this context garbage is collected by ``Sweeper`` alone.

    Looking through objects in use takes long.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.unfreeze()
            gc.enable()


class Sweeper:
    """Collects garbage after so much work, where that leaves garbage and collection is paused.

    What is in use by then is never looked through again, so that a long book takes no longer
    for each page of it.
    """

    def __init__(self, size: int) -> None:
        self._size = self._left = size

    def count(self, done: int) -> None:
        """Count ``done`` units of work."""
        self._left -= done
        if self._left < 0:
            collect_and_freeze()
            self._left = self._size


class Circles:
    """Objects that hold themselves, and would wait for a collection with all else they hold."""

    def __init__(self) -> None:
        self._made: list[tuple[Callable[[Any], object], Any]] = []

    def of(self, kind: Callable[..., Any], cut: Callable[[Any], object]) -> Callable[..., Any]:
        """``kind``, whose instances made by this name are among them; ``cut(made)`` parts one."""

        def make(*arguments: Any) -> Any:
            made = kind(*arguments)
            self._made.append((cut, made))
            return made

        return make

    def cut(self) -> None:
        """Part them all, as nobody needs them any more."""
        for cut, made in self._made:
            cut(made)
        self._made.clear()


def collect_and_freeze() -> None:
    """Collect garbage; what is in use by now is never looked through again."""
    gc.collect()
    gc.freeze()


def pause_gc_to_exit() -> None:
    """Pause garbage collection until the process ends, its exit included."""
    gc.disable()
    atexit.register(gc.freeze)


def memory_limit() -> float:
    """Bytes of address space that the process may have (``ulimit -v``), or ``inf``."""
    try:
        limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    except (AttributeError, OSError):
        return inf
    return inf if limit == resource.RLIM_INFINITY else limit


def memory_left() -> float:
    """Bytes of it that the process has not taken yet, where the system tells (proc(5))."""
    limit = memory_limit()
    if limit == inf:
        return inf
    try:
        pages = int(_SIZES.read_text().split()[0])
    except OSError:
        return limit
    return limit - pages * resource.getpagesize()
