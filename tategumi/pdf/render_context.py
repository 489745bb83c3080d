"""What one process lays out and draws with: the sheets, the fonts, the faces."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from ..document.sheets import print_sheets
from ..fonts.faces import Faces
from ..settings import Settings
from .fetching import ADDRESS, BookFetcher
from .record.fonts import Fonts


class DrawingContext:
    """What documents are drawn with: the sheets ``css`` (strings), in cascade order.

    ``new_fetcher()`` makes what fetches the files that they and the document name. A chapter's
    last page should have ``least_lines`` lines.
    """

    has_side_notes = with_lines = False
    with_drawings = True
    least_lines = 0
    variant: str | None = None
    base_url = ADDRESS

    def __init__(self, css: Sequence[str], new_fetcher: Callable[[], BookFetcher]) -> None:
        self.css, self.new_fetcher = css, new_fetcher
        self.fetcher = new_fetcher()
        self.font_config = FontConfiguration()
        self.fonts = Fonts(self.font_config.font_map)
        self.faces = Faces()
        self.sheets = [
            CSS(string=sheet, url_fetcher=self.fetcher, font_config=self.font_config)
            for sheet in css
        ]


class RenderContext(DrawingContext):
    """``left_out`` are sheets that the book's own are not taken of. Raises as ``print_sheets``.

    ``with_lines`` frames tell of their lines, for the proof; but ``with_drawings`` they are
    written, for a PDF alone.
    """

    def __init__(
        self,
        settings: Settings,
        styles: Path,
        left_out: Collection[str] = (),
        with_lines: bool = False,
        with_drawings: bool = True,
    ) -> None:
        super().__init__(
            print_sheets(settings, styles, left_out), lambda: BookFetcher(settings.root)
        )
        self.settings, self.styles = settings, styles
        self.with_lines, self.with_drawings = with_lines, with_drawings
        self.identifier = settings.identifier.encode()
        self.variant = settings.pdf_variant or None
        self.has_side_notes = settings.notes == 'side'
        # Beside notes the lines of a page are others than those of its text alone.
        self.least_lines = 0 if self.has_side_notes else settings.chapter_end_lines
