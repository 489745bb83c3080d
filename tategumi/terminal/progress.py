"""Shows progress: a bar on a terminal, a line for each step or book elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from ..errors import error_context
from ..lazy import lazy
from ..printable import printable
from .output import print_message

tqdm = lazy('tqdm')

#: Called with how much is done, and of how much.
Update = Callable[[int, int], None]


class Progress:
    """Shows on ``stream`` (standard error) the current step and how far it is."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr

    @contextmanager
    def step(self, name: str) -> Iterator[Update]:
        """Show ``name`` while the step runs.

        Yields ``update(done, total)``, which may be called as often as there
        is something to tell.
        """
        with error_context(step=name):
            yield from self._shown(name)

    def _shown(self, name: str) -> Iterator[Update]:
        if not self.stream.isatty():
            print_message(name, self.stream)
            yield lambda done, total: None
            return
        with self._bar(total=1, desc=name, bar_format='{desc} {bar} {percentage:3.0f} %') as bar:

            def update(done: int, total: int) -> None:
                bar.n = done / total if total else 1
                bar.refresh()

            yield update

    @contextmanager
    def books(self, total: int) -> Iterator[Callable[[str], None]]:
        """Show how many of ``total`` books are done, and a line for each.

        Yields ``print_message(line)``, to be called once a book.
        """
        with self._bar(total=total, unit=' books', disable=not self.stream.isatty()) as bar:
            width, done = len(str(total)), 0

            def show(line: str) -> None:
                nonlocal done
                done += 1
                line = f'{done:{width}}/{total}  {printable(line)}'
                if bar.disable:
                    print_message(line, self.stream)
                else:
                    bar.write(line, file=self.stream)
                bar.update()

            yield show

    def _bar(self, **options: Any) -> Any:
        return tqdm.tqdm(file=self.stream, leave=False, dynamic_ncols=True, **options)


class Quiet(Progress):
    """Shows nothing, where many books are made at once."""

    @contextmanager
    def step(self, name: str) -> Iterator[Update]:
        with error_context(step=name):
            yield lambda done, total: None
