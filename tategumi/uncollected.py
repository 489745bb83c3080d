"""Work during which nothing becomes garbage."""

import atexit
import gc
from contextlib import contextmanager


@contextmanager
def uncollected():
    """Leave objects alone: all are in use to the end, and looking for others takes long."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def uncollected_to_the_end():
    """From here on leave objects alone, when the process ends too: all goes with it."""
    gc.disable()
    atexit.register(gc.freeze)
