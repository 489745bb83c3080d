"""A page as a picture: what PDFium draws of the PDF it would be."""

import pypdfium2
from PIL import Image

from ..frames.frame import BookPage
from .book import write_book
from .fonts import Load
from .metadata import About

_NOBODY = About('', (), '', '', b'', '')


def page_picture(page: BookPage, load: Load, resolution: float) -> Image.Image:
    """``page`` (``BookPage``) as a picture (``PIL.Image``) of ``resolution`` pixels an inch.

    ``load`` is as in ``write_book``.
    """
    document = pypdfium2.PdfDocument(write_book([page], _NOBODY, load))
    try:
        picture: Image.Image = document[0].render(scale=resolution / 72).to_pil()
    finally:
        document.close()
    return picture
