"""Who draws the segments: this process, or several beside each other."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

from .segment import draw_segment

#: Characters of HTML that take longer to set than a process to start.
_WORTH_A_PROCESS = 30_000

_at_work = None


class Workers:
    """Draws and finishes segments with ``press`` and ``paper``, in ``jobs`` processes.

    With one, in this process itself. What comes out is the same.
    """

    def __init__(self, press, paper, jobs=1):
        self.press, self.paper, self.jobs = press, paper, jobs
        self._pool = None

    def __enter__(self):
        global _at_work
        if self.jobs > 1:
            _at_work = self
            # Children of a fork have the sheets and fonts at once.
            self._pool = ProcessPoolExecutor(
                self.jobs, multiprocessing.get_context('fork'))
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
        for text, segment in zip(segments, self._map('draw_text', segments)):
            drawn.append(segment)
            done += len(text)
            if progress:
                progress(done, total)
        return drawn

    def finish(self, segments):
        """The ``FinishedPage`` of every page of ``segments``, ``(pages, their places)``."""
        return list(self._map('finish_pages', [
            ([replace(page, links=[], anchors={}, bookmarks=[], tagged=[], marks={})
              for page in pages], places)
            for pages, places in segments]))

    def draw_front(self, html, folios):
        """The front matter drawn, with ``folios`` (id → number) in its contents."""
        return draw_segment(html, self.press, folios, True)

    def draw_on(self, html, side):
        """One segment whose first page is on ``side``."""
        return self.draw_text(html.replace('<html', f'<html style="break-before: {side}"', 1))

    def draw_text(self, html):
        """One segment after the front matter."""
        return draw_segment(html, self.press)

    def finish_pages(self, pages_and_places):
        """The pages of one segment."""
        return self.paper.finish(*pages_and_places)

    def _map(self, name, arguments):
        if not self._pool:
            return map(getattr(self, name), arguments)
        return self._pool.map(_call, [name] * len(arguments), arguments)


def _call(name, argument):
    return getattr(_at_work, name)(argument)


def processes_for(documents, jobs):
    """How many of ``jobs`` processes pay for ``documents``, the HTML of the segments.

    Others than this one need a system where they share what it has read, and a
    process that may have any.
    """
    if sys.platform != 'linux' or multiprocessing.current_process().daemon:
        return 1
    return max(1, min(jobs, len(documents) - 1, sum(map(len, documents)) // _WORTH_A_PROCESS))
