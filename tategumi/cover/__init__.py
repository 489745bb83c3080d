"""The cover: the editor's own picture, or one typeset of what ``book.yaml`` says.

``typeset``   the title page by ``styles/cover.css``: a picture, or a page in inks
``panel``     any page of a cover
"""

from pathlib import Path

from ..lazy import lazy
from ..markup import own_cover
from ..settings import Settings

# It loads WeasyPrint, which an EPUB may well do without.
typeset = lazy('tategumi.cover.typeset')

__all__ = ['cover_of']


def cover_of(settings: Settings, styles: Path) -> tuple[str, bytes]:
    """The cover of a book as ``(media type, bytes)``: PNG or JPEG.

    ``styles`` is the press's folder of sheets. Raises ``BadInput`` naming
    book.yaml for a picture that is not the book's, and for a sheet or font
    that cannot be used.
    """
    if settings.cover:
        return own_cover(settings)
    return 'image/png', typeset.typeset_cover(settings, styles)
