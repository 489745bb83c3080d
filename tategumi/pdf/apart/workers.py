"""Who draws the segments: this process, or several beside each other."""

import gc
import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from threading import Thread

from ..cache.cache import PAGES, SEGMENT, NoCache
from ..press import Press
from .paper import Paper
from .segment import draw_segment

#: Characters of HTML that take longer to set than a process to start.
_WORTH_A_PROCESS = 60_000

_at_work = None


class Workers:
    """Draws and finishes segments with ``press`` and ``paper``, in up to ``jobs`` processes.

    With one, in this process itself. What ``cache`` has is not drawn again. What
    comes out is the same.
    """

    def __init__(self, press, paper, jobs=1, cache=None):
        self.press, self.paper, self.jobs = press, paper, jobs
        self.cache = cache or NoCache()
        self._pool = None

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def draw(self, segments, progress=None):
        """The ``DrawnSegment`` of each of ``segments``, HTML documents.

        ``progress(done, total)`` is told of their characters.
        """
        total = sum(map(len, segments))
        done, drawn = 0, []
        for text, segment in zip(segments, self._made(SEGMENT, 'draw_text', segments, len)):
            drawn.append(segment)
            done += len(text)
            if progress:
                progress(done, total)
        return drawn

    def finish(self, segments):
        """The ``FinishedPage`` of every page of ``segments``, ``(pages, their places)``."""
        finished = self._made(PAGES, 'finish_pages', [
            ([replace(page, links=[], anchors={}, bookmarks=[], tagged=[], marks={})
              for page in pages], places)
            for pages, places in segments])
        return [segment.pages for segment in finished]

    def draw_front(self, html, folios):
        """The front matter drawn, with ``folios`` (id → number) in its contents."""
        drawn, = self._made(SEGMENT, 'draw_first', [(html, folios)])
        return drawn

    def draw_on(self, html, side):
        """One segment whose first page is on ``side``."""
        on_side = html.replace('<html', f'<html style="break-before: {side}"', 1)
        drawn, = self._made(SEGMENT, 'draw_text', [on_side])
        return drawn

    def draw_first(self, html_and_folios):
        """The segment the book begins with."""
        return draw_segment(html_and_folios[0], self.press, html_and_folios[1], True)

    def draw_text(self, html):
        """One segment after the front matter."""
        return draw_segment(html, self.press)

    def finish_pages(self, pages_and_places):
        """The pages of one segment."""
        return self.paper.finish(*pages_and_places)

    def _made(self, kind, name, arguments, size=lambda argument: 0):
        """What method ``name`` makes of each of ``arguments``, in order, if it is not kept.

        ``size(argument)`` is how many characters there are to set; what takes less time
        than processes to start has none.
        """
        keys = [self.cache.key(kind, argument) for argument in arguments]
        kept = [self.cache.get(kind, key) for key in keys]
        left = [argument for argument, found in zip(arguments, kept) if found is None]
        made = iter(self._map(name, left, sum(map(size, left))))
        for key, found in zip(keys, kept):
            if found is None:
                found = next(made)
                self.cache.keep(kind, key, found)
            yield found

    def _map(self, name, arguments, size):
        count = processes_for(len(arguments), size, self.jobs)
        if not self._pool and count > 1:
            self._start(count)
        if not self._pool or len(arguments) < 2:
            return map(getattr(self, name), arguments)
        try:
            return self._pool.map(_call, [name] * len(arguments), arguments)
        except BrokenPipeError as error:
            raise BrokenProcessPool('a process died before it was at work') from error

    def _start(self, count):
        # Not forked: Pango's threads are not in the child, which would wait for them for ever.
        self._pool = ProcessPoolExecutor(
            count, multiprocessing.get_context('spawn'), _prepare,
            (self.press.settings, self.press.styles, self.paper.source))


def _prepare(settings, styles, source):
    global _at_work
    # The process that started this one stops it, and takes it along when it is killed.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()
    press = Press(settings, styles)
    _at_work = Workers(press, Paper(press, source))


def _end_with_parent():
    multiprocessing.parent_process().join()
    os._exit(1)


def _call(name, argument):
    return getattr(_at_work, name)(argument)


def processes_for(count, size, jobs):
    """How many of ``jobs`` processes pay for ``count`` segments, of ``size`` characters in all.

    Others than this one need a system that starts them quickly, and a process that may
    have any.
    """
    if sys.platform != 'linux' or multiprocessing.current_process().daemon:
        return 1
    return max(1, min(jobs, count, size // _WORTH_A_PROCESS))
