"""The EPUB as files, for the reader's frame: made when it is asked for and has changed."""

from dataclasses import dataclass, field, replace
from io import BytesIO
from zipfile import ZipFile

from ..lazy import lazy
from ..markup import MarkedChapter
from ..sheets import STYLES
from .session import Session

epub_package = lazy('tategumi.epub')
markup = lazy('tategumi.markup')


@dataclass
class Reader:
    """The files of the EPUB of a session by name, as they are in its archive."""

    files: dict[str, bytes] = field(default_factory=dict)
    _of: tuple[object, list[MarkedChapter]] | None = None

    def make(self, session: Session) -> list[str]:
        """Make the EPUB of the chapters as they are set; the names of its documents in order.

        Raises ``BadInput``.
        """
        settings = session.settings
        if self._of is None or self._of[0] != settings or self._of[1] is not session.marked:
            marked = session.marked
            if settings.writing != 'vertical':
                marked = markup.mark_up_book(session.chapters(), settings)
            # A page list shows nothing, and would have to wait for the pages.
            shown = replace(settings, epub=replace(settings.epub, page_list=False))
            content = epub_package.build_epub(shown, marked, STYLES)
            with ZipFile(BytesIO(content)) as archive:
                self.files = {name: archive.read(name) for name in archive.namelist()}
            self._of = settings, session.marked
        return [name for name in self.files if name.endswith('.xhtml')]
