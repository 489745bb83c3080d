"""The cover: the editor's own picture, or one typeset of what ``book.yaml`` says.

``own``       the picture ``cover`` in book.yaml names
``typeset``   the title page by ``styles/cover.css``, as a picture
"""

from .own import own_cover

__all__ = ['cover_of']


def cover_of(settings, styles):
    """The cover of a book as ``(media type, bytes)``: PNG or JPEG.

    ``styles`` is the press's folder of sheets. Raises ``BadInput`` naming
    book.yaml for a picture that is not the book's, and for a sheet or font
    that cannot be used.
    """
    if settings.cover:
        return own_cover(settings)
    # WeasyPrint, which an EPUB may well do without, takes long to load.
    from .typeset import typeset_cover

    return 'image/png', typeset_cover(settings, styles)
