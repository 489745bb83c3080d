"""Calls deep in the stack that cost no more than others.

CPython keeps the frames of running functions in chunks of 16 KiB. A function called just where
one ends gets a chunk of its own from the system, and when it returns, the chunk goes back: in a
loop, two system calls and a page fault a turn. Layout calls loops from a hundred frames deep,
and which of them stands at an end is chance.
"""

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar('_T')

#: Words of memory of one frame. As much again as is left of the power of two above is for
#: those it calls: some thousand frames.
_LARGE = 70_000


def with_room(work: Callable[[], _T]) -> _T:
    """What ``work`` returns; what it calls finds room in one chunk."""
    return work()


# A frame that does not fit into a chunk gets one as large as it needs, rounded up.
with_room.__code__ = with_room.__code__.replace(co_stacksize=_LARGE)
