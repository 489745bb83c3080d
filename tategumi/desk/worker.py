"""The thread that works at the session, and when it collects its garbage.

Setting pages leaves much garbage, and looking for it takes longer than a page does: so it is
collected when nobody waits.
"""

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from ..call_stack import with_room

_T = TypeVar('_T')

#: After so many seconds without work garbage is collected, or after so many pieces of work.
_IDLE, _MANY = 4, 60


class Worker:
    """Does one piece of work after the other, in a thread of its own."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, 'desk')
        self._timer: asyncio.TimerHandle | None = None
        self._done_since, self._is_over = 0, False

    async def run(self, work: Callable[[], _T]) -> _T:
        """What ``work`` returns; raises what it raises."""
        loop = asyncio.get_running_loop()
        self._cancel_timer()
        try:
            return await loop.run_in_executor(self._thread, self._done, work)
        finally:
            if not self._is_over:
                self._cancel_timer()
                self._timer = loop.call_later(_IDLE, self._thread.submit, self._collect)

    def shut_down(self) -> None:
        """Begin nothing more; what is at work is not waited for."""
        self._is_over = True
        self._cancel_timer()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _done(self, work: Callable[[], _T]) -> _T:
        self._done_since += 1
        if self._done_since > _MANY:
            self._collect()
        return with_room(work)

    def _collect(self) -> None:
        gc.collect()
        self._done_since = 0

    def _cancel_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
