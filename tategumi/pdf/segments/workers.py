"""Who draws the segments: this process, and others beside it."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from ...document.book import empty_document
from ...document.sheets import SHEETS
from ...frames.frame import Frame, Papers, Segment
from ...memory import Sweeper
from ...pool import Pool, processes_worth
from ...settings import Settings
from ...time_limit import time_limit
from ...writers.ahead import write_ahead
from ...writers.fonts import FontCodes
from ..blame import set_in_time
from ..cache.kept import PAPERS, SEGMENT, Cache, Kind
from ..record.paper import PagePlace, PaperMaker
from ..record.segment import draw_segment
from ..render_context import RenderContext

#: Is told how much is done, and of how much.
Progress: TypeAlias = Callable[[int, int], object]

#: The frames of a segment, and where they stand.
_Placed: TypeAlias = tuple[list[Frame], list[PagePlace]]

#: The name of ``worker``, for a ``Pool`` that starts before this module is loaded.
WORKER = f'{__name__}:worker'

#: How many segments another process is given, so that it need not wait for the next.
_AHEAD = 2

#: After so many characters are set, the boxes they were set with are done away with. A page's
#: running head and folio leave as many boxes as so many.
_SWEPT, _PAGE = 200_000, 100


def worker(
    settings: Settings, styles: Path, with_lines: bool = False, with_drawings: bool = True
) -> 'Workers':
    """The ``Workers`` of a process of its own, which has no pool of its own."""
    workers = Workers(RenderContext(settings, styles, (), with_lines, with_drawings))
    # Made before the first segment comes, it keeps nobody waiting.
    _ = workers.maker
    return workers


class Workers:
    """Draws segments and their papers, in up to ``jobs`` processes.

    ``render_context`` (``RenderContext``) is what they are drawn with. With one job,
    this process itself draws them; the others are those of ``pool``, if they are started
    already, or are started where they pay. What ``cache`` has is not drawn again. What comes
    out is the same: of each segment what ``left_of`` (``Segment`` → ``Segment``) leaves.
    """

    def __init__(
        self,
        render_context: RenderContext,
        jobs: int = 1,
        cache: Cache | None = None,
        pool: Pool | None = None,
        left_of: Callable[[Any], Any] = lambda drawn: drawn,
    ) -> None:
        self.render_context, self.jobs = render_context, jobs
        self._left_of = left_of
        self.cache = cache or Cache()
        self._pool = self._given_pool = pool
        self._sweeper = Sweeper(_SWEPT)
        self._codes = FontCodes(render_context.fonts.load)

    def __enter__(self) -> 'Workers':
        return self

    def __exit__(self, kind: Any, *exception: object) -> None:
        if self._pool and self._pool is not self._given_pool:
            self._pool.shut_down(at_once=kind is not None)

    @cached_property
    def maker(self) -> PaperMaker:
        """The ``PaperMaker`` of this process."""
        return PaperMaker(self.render_context, empty_document(self.render_context.settings))

    def draw(self, segments: Sequence[str], progress: Progress | None = None) -> list[Segment]:
        """The ``Segment`` of each of ``segments``, HTML documents.

        ``progress(done, total)`` is told of their characters.
        """
        total, done = sum(map(len, segments)), 0

        def count(segment: str) -> None:
            nonlocal done
            done += len(segment)
            if progress:
                progress(done, total)

        return self._drawn('draw_text', segments, size=len, tell=count)

    def draw_papers(self, segments: Sequence[_Placed]) -> list[Papers]:
        """The ``Papers`` of each of ``segments``, ``(frames, their places)``."""
        return self._made(
            PAPERS,
            'make_papers',
            [([frame.bare() for frame in frames], places) for frames, places in segments],
            lambda argument: len(argument[0]),
        )

    def keep_papers(self, segments: Sequence[_Placed]) -> None:
        """Let the cache not forget what it has of these ``segments``, as of ``draw_papers``."""
        for frames, places in segments:
            asked = [frame.bare() for frame in frames], places
            self.cache.use(self.cache.key(PAPERS, asked))

    def draw_front(self, html: str, folios: dict[str, int]) -> Segment:
        """The front matter drawn, with ``folios`` (id → number) in its contents."""
        (drawn,) = self._drawn('draw_first', [(html, folios)])
        return drawn

    def draw_on(self, segments: Sequence[tuple[str, str]]) -> list[Segment]:
        """The ``Segment`` of each of ``segments``: ``(HTML document, side of its first page)``."""
        on_sides = [
            html.replace('<html', f'<html style="break-before: {side}"', 1)
            for html, side in segments
        ]
        return self._drawn('draw_text', on_sides, size=len)

    def draw_first(self, html_and_folios: tuple[str, dict[str, int]]) -> Segment:
        """The segment the book begins with."""
        html, folios = html_and_folios
        with self._swept(len(html)), self._in_time(len(html)):
            return self._written(draw_segment(html, self.render_context, folios, is_first=True))

    def draw_text(self, html: str) -> Segment:
        """One segment after the front matter."""
        with self._swept(len(html)), self._in_time(len(html)):
            return self._written(draw_segment(html, self.render_context))

    def _written(self, segment: Segment) -> Segment:
        if self.render_context.with_drawings:
            return segment
        return write_ahead(segment, self._codes.of)

    def make_papers(self, frames_and_places: _Placed) -> Papers:
        """The papers of one segment."""
        with self._swept(_PAGE * len(frames_and_places[0])), self._in_time(0):
            return self.maker.papers(*frames_and_places)

    @contextmanager
    def _swept(self, characters: int) -> Iterator[None]:
        """WeasyPrint's boxes hold one another, and would stay to the end of the book."""
        yield
        self._sweeper.count(characters)

    def _in_time(self, size: int) -> time_limit:
        return set_in_time(self.render_context.settings, SHEETS, size)

    def _drawn(self, name: str, arguments: Sequence[Any], **more: Any) -> list[Any]:
        return self._made(SEGMENT, name, arguments, left_of=self._left_of, **more)

    def _made(
        self,
        kind: Kind,
        name: str,
        arguments: Sequence[Any],
        size: Callable[[Any], int] = lambda argument: 0,
        tell: Callable[[Any], object] = lambda argument: None,
        left_of: Callable[[Any], Any] = lambda result: result,
    ) -> list[Any]:
        """What method ``name`` makes of each of ``arguments``, in order, if it is not kept.

        ``size(argument)`` is how many characters there are to set, or how much there is
        to do that takes less time than processes to start; ``tell(argument)`` is called
        when it is made, and of that stays what ``left_of(made)`` leaves.
        """
        keys = [self.cache.key(kind, argument) for argument in arguments]
        results: list[Any] = []
        missing: list[int] = []
        for number, key in enumerate(keys):
            result = self.cache.get(kind, key)
            if result is None:
                missing.append(number)
            else:
                tell(arguments[number])
                result = left_of(result)
            results.append(result)
        # What takes longest is begun first, so that all end at about the same time.
        missing.sort(key=lambda number: -size(arguments[number]))
        for at, result in self._shared(
            name,
            [arguments[number] for number in missing],
            sum(size(arguments[number]) for number in missing),
        ):
            number = missing[at]
            self.cache.keep(kind, keys[number], result)
            results[number] = left_of(result)
            tell(arguments[number])
        return results

    def _shared(self, name: str, arguments: Sequence[Any], size: int) -> Iterator[tuple[int, Any]]:
        """Yield ``(number, result)`` of each of ``arguments``, in the order they are done.

        What a process had to do that died is done here: there may be memory enough for one.
        """
        make, waiting = getattr(self, name), deque(enumerate(arguments))
        given: dict[int, tuple[Any, Future]] = {}
        pool = self._started_pool(size) if len(arguments) > 1 else None
        ahead = _AHEAD * pool.count if pool else 0
        while waiting or given:
            for number, (argument, future) in [*given.items()]:
                if future.done():
                    del given[number]
                    failed = isinstance(future.exception(), BrokenProcessPool)
                    if failed:
                        self.jobs, ahead = 1, 0
                    yield number, make(argument) if failed else future.result()
            while pool and waiting and len(given) < ahead:
                number, argument = waiting.popleft()
                given[number] = argument, pool.submit(name, argument)
            if waiting:
                number, argument = waiting.popleft()
                yield number, make(argument)
            elif given:
                wait([future for _, future in given.values()], return_when=FIRST_COMPLETED)

    def _started_pool(self, size: int) -> Pool | None:
        """The processes beside this one, which are started if ``size`` pays for them."""
        if self.jobs == 1:
            return None
        if not self._pool and (count := processes_worth(size, self.jobs)):
            self._pool = Pool(
                count,
                WORKER,
                self.render_context.settings,
                self.render_context.styles,
                self.render_context.with_lines,
                self.render_context.with_drawings,
            )
        return self._pool
