"""Functions of another library, replaced for a time."""

from contextlib import contextmanager


@contextmanager
def replaced(seams):
    """Inside this context each ``(module, name, function)`` of ``seams`` is in place."""
    originals = [(module, name, getattr(module, name)) for module, name, _ in seams]
    try:
        for module, name, function in seams:
            setattr(module, name, function)
        yield
    finally:
        for module, name, function in originals:
            setattr(module, name, function)
