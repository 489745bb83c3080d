"""Work during which nothing becomes garbage."""

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
