"""A bar on a terminal, a line for each step or book anywhere else."""

import sys
from contextlib import contextmanager

from ..lazy import lazy

tqdm = lazy('tqdm')


class Progress:
    """Tells on ``stream`` (standard error) what is being done and how far it is."""

    def __init__(self, stream=None):
        self.stream = stream or sys.stderr

    @contextmanager
    def step(self, name):
        """Show ``name`` while the step runs.

        Yields ``update(done, total)``, which may be called as often as there
        is something to tell.
        """
        if not self.stream.isatty():
            print(name, file=self.stream, flush=True)
            yield lambda done, total: None
            return
        with self._bar(total=1, desc=name, bar_format='{desc} {bar} {percentage:3.0f} %') as bar:

            def update(done, total):
                bar.n = done / total if total else 1
                bar.refresh()

            yield update

    @contextmanager
    def books(self, total):
        """Show how many of ``total`` books are done, and a line for each.

        Yields ``tell(line)``, to be called once a book.
        """
        with self._bar(total=total, unit=' books', disable=not self.stream.isatty()) as bar:
            width, done = len(str(total)), 0

            def tell(line):
                nonlocal done
                done += 1
                bar.write(f'{done:{width}}/{total}  {line}', file=self.stream)
                bar.update()

            yield tell

    def _bar(self, **options):
        return tqdm.tqdm(file=self.stream, leave=False, dynamic_ncols=True, **options)


class Quiet(Progress):
    """Tells nothing: what many books do at once nobody can follow."""

    @contextmanager
    def step(self, name):
        yield lambda done, total: None
