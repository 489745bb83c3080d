"""Pauses garbage collection where almost nothing becomes garbage."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Inside this context no garbage is collected: looking through objects in use takes long."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def pause_gc_to_exit() -> None:
    """From here on no garbage is collected, at exit either: the memory goes with the process."""
    gc.disable()
    atexit.register(gc.freeze)
