"""How the time that a seed takes grows with its length."""

import time

from .shapes import SHAPES
from .way import through

#: Twice the text may take so many times as long; what takes the square of it takes four.
_MOST = 3.2
#: Below so many seconds, nothing can be said.
_LEAST = 0.2
#: A text of one, two and four times this size is tried; the first is of about 30,000 characters.
SIZE = 4_000


def growth():
    """Yield ``(shape, seconds, grows)``: the times of three sizes; whether they grow faster."""
    for shape, (name, text) in SHAPES.items():
        seconds = [_seconds(name, text(SIZE * times).encode()) for times in (1, 2, 4)]
        yield shape, seconds, seconds[2] > max(_LEAST, _MOST * seconds[1])


def _seconds(name, data):
    """The shorter of two tries, in seconds of processor time."""
    tries = []
    for _ in range(2):
        start = time.process_time()
        through(name, data)
        tries.append(time.process_time() - start)
    return min(tries)
