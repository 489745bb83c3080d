"""Draws the pictures of the readmes: ``make pictures``.

They are spreads of the book in ``sample/``, drawn from the press's own frames as its pages are.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from tategumi import Book
from tategumi.files import write_whole
from tategumi.pdf.preview import Preview
from tategumi.sheets import STYLES

HERE = Path(__file__).parent

#: Pixels an inch, pixels around a page, and the grey that it lies on.
RESOLUTION, MARGIN, GROUND = 110, 24, 222

#: The folios of the left pages of the spreads; their right pages come before them.
SPREADS = {'opening.png': 3, 'text.png': 5}


def spreads():
    """Yield ``(name, PNG)`` of each spread."""
    book = Book(HERE / 'sample', cached=False)
    settings = book.settings.for_paper()
    preview = Preview(settings, STYLES)
    pages = preview.pages(book.chapters(on_paper=True))
    for name, folio in SPREADS.items():
        shown = [pages[index] for index in (folio - 1, folio - 2) if 0 <= index < len(pages)]
        yield name, _png([preview.picture(page, RESOLUTION) for page in shown])


def _png(pictures):
    """Pages side by side, the left one first, as a small file of sixteen greys."""
    width, height = pictures[0].size
    sheet = Image.new('L', (2 * width + 2 * MARGIN, height + 2 * MARGIN), GROUND)
    for number, picture in enumerate(pictures):
        sheet.paste(picture.convert('L'), (MARGIN + number * width, MARGIN))
    file = BytesIO()
    sheet.quantize(16).save(file, 'PNG', optimize=True)
    return file.getvalue()


def main():
    for name, picture in spreads():
        write_whole(HERE / name, picture)
        print(name, len(picture))


if __name__ == '__main__':
    sys.exit(main())
