"""Shows progress: a bar on a terminal, elsewhere lines for steps, books, and every few seconds."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from ..errors import error_context
from ..lazy import lazy
from ..messages import ENGLISH, Language, Message
from ..printable import printable
from .output import print_message

tqdm = lazy('tqdm')

#: Called with how much is done, and of how much.
Update = Callable[[int, int], None]

#: Where there is no terminal, so many seconds are between two lines of one step.
_SECONDS = 5
#: The columns of a terminal that does not tell how many it has.
_COLUMNS = 80


class Progress:
    """Shows on ``stream`` (standard error) the current step and how far it is."""

    def __init__(self, stream: TextIO | None = None, language: Language = ENGLISH) -> None:
        self.stream, self.language = stream or sys.stderr, language

    @contextmanager
    def step(self, name: str) -> Iterator[Update]:
        """Show ``name``, a message or its template, while the step runs.

        Yields ``update(done, total)``, which may be called as often as there
        is something to tell.
        """
        with error_context(step=name):
            yield from self._shown(
                self.language.say(name if isinstance(name, Message) else Message(name))
            )

    def _shown(self, name: str) -> Iterator[Update]:
        if not self.stream.isatty():
            print_message(name, self.stream)
            yield self._lines(name)
            return
        with self._bar(total=1, desc=name, bar_format='{desc} {bar} {percentage:3.0f} %') as bar:

            def update(done: int, total: int) -> None:
                bar.n = done / total if total else 1
                bar.refresh()

            yield update

    def _lines(self, name: str) -> Update:
        """What prints a line every few seconds."""
        last = time.monotonic()

        def update(done: int, total: int) -> None:
            nonlocal last
            if total and time.monotonic() - last >= _SECONDS:
                last = time.monotonic()
                share = Message('{step}: {percent} %', step=name, percent=done * 100 // total)
                print_message(self.language.say(share), self.stream)

        return update

    @contextmanager
    def books(self, total: int) -> Iterator[Callable[[Message], None]]:
        """Show how many of ``total`` books are done, and a line for each.

        Yields ``show(line)``, to be called once a book with a message.
        """
        with self._bar(
            total=total, unit=self.language.translate(' books'), disable=not self.stream.isatty()
        ) as bar:
            width, done = len(str(total)), 0

            def show(outcome: Message) -> None:
                nonlocal done
                done += 1
                said = printable(self.language.say(outcome))
                line = f'{done:{width}}/{total}  {said}'
                if bar.disable:
                    print_message(line, self.stream)
                else:
                    bar.write(line, file=self.stream)
                bar.update()

            yield show

    def _bar(self, **options: Any) -> Any:
        size = {'dynamic_ncols': True} if self._has_size() else {'ncols': _COLUMNS}
        return tqdm.tqdm(file=self.stream, leave=False, **size, **options)

    def _has_size(self) -> bool:
        """Whether the terminal tells its size; one on a serial line or of a job may not."""
        try:
            return os.get_terminal_size(self.stream.fileno()).columns > 0
        except (OSError, ValueError):
            return False


class Quiet(Progress):
    """Shows nothing, where many books are made at once."""

    @contextmanager
    def step(self, name: str) -> Iterator[Update]:
        with error_context(step=name):
            yield lambda done, total: None
