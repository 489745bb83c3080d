"""The pages of the book as drawings, each under a name that another page never has."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ..cache.digests import digests
from ..lazy import lazy
from ..markup import MarkedChapter
from ..settings import Settings
from ..sheets import STYLES
from .places import PageText, page_texts
from .window import part_of, window_at

preview_module = lazy('tategumi.pdf.preview')

#: Drawings that are kept, newest last.
_DRAWN = 64


class Pages:
    """The pages of a book while it is edited.

    ``names`` are those of its pages in order; ``first_side`` is that of the first;
    ``texts`` what of each part of the book is on them (``places.PageText``).
    """

    def __init__(self) -> None:
        self._preview: Any = None
        self._made_for: object = None
        self._pages: list[Any] = []
        self._last: dict[str, Any] = {}
        self._drawn: dict[str, str] = {}
        self._run, self._count = secrets.token_hex(4), 0
        self.names: list[str] = []
        self.texts: dict[str, list[PageText]] = {}

    @property
    def first_side(self) -> str:
        """``left`` or ``right``."""
        return self._pages[0].side if self._pages else 'left'

    def set(
        self,
        settings: Settings,
        chapters: Sequence[MarkedChapter],
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """Set the book anew; what did not change keeps its name. Raises ``BadInput``."""
        pages = self._preview_for(settings).pages(chapters, progress)
        known = {
            (id(page.frame), id(page.paper)): name for name, page in zip(self.names, self._pages)
        }
        before = dict(zip(self.names, self._pages))
        self.names = [
            known.get((id(page.frame), id(page.paper))) or self._new_name() for page in pages
        ]
        # Who was told of the pages before may still ask for them.
        self._last, self._pages = before, [*pages]
        self.texts = page_texts(pages)

    def set_part(self, chapter: MarkedChapter, unit: int) -> bool:
        """Set but the pages around the flow ``unit`` of a long ``chapter`` anew, for now.

        Folios, and all pages behind them, stay as they were. Whether that could be done.
        """
        texts = self.texts.get(chapter.name, [])
        window = window_at(chapter.section, texts, unit) if self._preview else None
        if window is None:
            return False
        side = self._pages[window.page].side
        segment = self._preview.part(part_of(chapter, window), side)
        last = max(text.page for text in texts)
        # The last page is full where no more of the chapter follows.
        frames = segment.frames if window.is_end else segment.frames[:-1]
        before, start = dict(zip(self.names, self._pages)), window.start
        kept = {text.page: text for text in texts}
        for page, frame in zip(range(window.page, last + 1), frames):
            self._pages[page] = replace(self._pages[page], frame=frame, segment=segment)
            self.names[page] = self._new_name()
            end = start + sum(amount for _, note, amount in frame.flow if not note)
            kept[page] = PageText(page, chapter.name, start, end)
            start = end
        self.texts = {**self.texts, chapter.name: [kept[page] for page in sorted(kept)]}
        self._last = before
        return bool(frames)

    def drawing(self, name: str) -> str | None:
        """The page of this ``name`` as the text of an SVG file; ``None`` where there is none."""
        if name not in self._drawn:
            page = {**self._last, **dict(zip(self.names, self._pages))}.get(name)
            if page is None:
                return None
            self._drawn[name] = self._preview.drawing(page)
            for old in [*self._drawn][:-_DRAWN]:
                del self._drawn[old]
        return self._drawn[name]

    def _preview_for(self, settings: Settings) -> Any:
        # Cleaning has decided by then; the rest of the settings shows on the pages.
        shown = replace(settings.for_paper(), keep=(), drop=(), heading=(), text={}, replace=())
        made_for = shown, digests(settings.root, ('styles',))
        if self._preview is None or made_for != self._made_for:
            self._preview, self._made_for = preview_module.Preview(shown, STYLES), made_for
        return self._preview

    def _new_name(self) -> str:
        self._count += 1
        return f'{self._run}-{self._count}'
