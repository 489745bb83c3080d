"""A time limit for code that may run for ever."""

import ctypes
import threading
import time
from types import TracebackType

#: Seconds after which what caught the exception is told again.
_AGAIN = 1


class OutOfTime(BaseException):
    """Raised when the time limit of ``seconds`` is over.

    No ``Exception``: libraries that go on after any of those must not after this.
    """

    def __init__(self, seconds: float):
        super().__init__(seconds)
        self.seconds = seconds

    def __str__(self) -> str:
        return f'it takes longer than {self.seconds:.0f} seconds'


class time_limit:
    """Raises ``OutOfTime`` in this context after ``seconds``.

    It is raised between two steps of Python: work that waits, or that a library in C does,
    goes on to its end. With ``seconds`` of 0 there is no limit.
    """

    def __init__(self, seconds: float):
        self._seconds, self._running = seconds, threading.Lock()
        self._is_over, self._is_watched, self._is_raised = False, False, False

    def __enter__(self) -> None:
        if not self._seconds:
            return
        self._running.acquire()
        self._is_watched = True
        arguments = threading.get_ident(), _exception(self._seconds)
        try:
            threading.Thread(target=self._watch, args=arguments, daemon=True).start()
        except OutOfTime as error:
            # Nobody else would end what has begun.
            self.__exit__(None, error, None)
            raise

    def __exit__(
        self, kind: type | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        # Between any two of these steps it may still come; of what is interrupted there, none
        # may be left half done. So there is no lock held, but one let go.
        while True:
            try:
                self._is_over = True
                if self._is_watched and self._running.locked():
                    self._running.release()
                while self._is_watched:
                    time.sleep(0.0001)
                if self._is_raised:
                    # It may still be on its way. To take it back leaves CPython 3.11 looking for
                    # it at every step, for ever where a function is traced: so let it come.
                    self._is_raised = False
                    _raise_in(threading.get_ident(), _exception(self._seconds))
                    while True:
                        time.sleep(0)
                return
            except OutOfTime:
                continue

    def _watch(self, thread: int, exception: type) -> None:
        seconds = self._seconds
        while not self._running.acquire(timeout=seconds):
            if not self._is_over:
                self._is_raised = True
                _raise_in(thread, exception)
            seconds = _AGAIN
        self._is_watched = False


def _exception(limit: float) -> type:
    """``OutOfTime`` as a class that is raised without arguments."""

    class Out(OutOfTime):
        def __init__(self) -> None:
            super().__init__(limit)

        def __reduce__(self) -> tuple[type[OutOfTime], tuple[float]]:
            return OutOfTime, (limit,)

    return Out


def _raise_in(thread: int, exception: type) -> None:
    """Have ``thread`` raise ``exception`` at its next step, in the place of one on its way."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(exception))
