"""The cover: the editor's own picture, or one typeset of what ``book.yaml`` says.

``typeset``   the title page by ``styles/cover.css``, and any page of a cover
``kept``      a cover that was typeset before
"""

from pathlib import Path

from ..lazy import lazy
from ..markup import own_cover
from ..settings import Settings

# It loads WeasyPrint, which an EPUB may well do without.
typeset = lazy('tategumi.cover.typeset')
kept = lazy('tategumi.cover.kept')

__all__ = ['cover_of']


def cover_of(settings: Settings, styles: Path, cache: Path | None = None) -> tuple[str, bytes]:
    """The cover of a book as ``(media type, bytes)``: PNG or JPEG.

    ``styles`` is the press's folder of sheets; ``cache`` that of results kept, if they are.
    Raises ``BadInput`` naming book.yaml for a picture that is not the book's, and for a sheet
    or font that cannot be used.
    """
    if settings.cover:
        return own_cover(settings)
    if not cache:
        return 'image/png', typeset.typeset_cover(settings, styles)
    cover = kept.kept_cover(
        settings, styles, cache / 'cover', lambda *given: typeset.typeset_cover(*given)
    )
    return 'image/png', cover
