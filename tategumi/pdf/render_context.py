"""What one process sets segments with: the sheets, the fonts, the faces."""

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from ..fonts.faces import Faces
from .fetching import ADDRESS, BookFetcher
from .segments.fonts import Fonts
from .sheets import print_sheets


class RenderContext:
    """``left_out`` are sheets that the book's own are not taken of. Raises as ``print_sheets``."""

    def __init__(self, settings, styles, left_out=()):
        self.settings, self.styles = settings, styles
        self.base_url = ADDRESS
        self.fetcher = self.new_fetcher()
        self.identifier = settings.identifier.encode()
        self.variant = settings.pdf_variant or None
        self.has_side_notes = settings.notes == 'side'
        self.font_config = FontConfiguration()
        self.fonts = Fonts(self.font_config.font_map)
        self.faces = Faces()
        self.css = print_sheets(settings, styles, left_out)
        self.sheets = [
            CSS(string=sheet, url_fetcher=self.fetcher, font_config=self.font_config)
            for sheet in self.css
        ]

    def new_fetcher(self):
        """A ``BookFetcher`` that has fetched nothing yet."""
        return BookFetcher(self.settings.root)
