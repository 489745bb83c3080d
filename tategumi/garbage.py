"""Pauses garbage collection where almost nothing becomes garbage."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


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


def collect_and_freeze() -> None:
    """Collect garbage; what is in use by now is never looked through again."""
    gc.collect()
    gc.freeze()


def pause_gc_to_exit() -> None:
    """Pause garbage collection until the process ends, its exit included."""
    gc.disable()
    atexit.register(gc.freeze)
