"""The pages of a book as this press, Chromium and Vivliostyle set them, side by side.

    python benchmarks/peers/pages.py BOOK OUT [--vivliostyle PROGRAM]

BOOK is a book's folder. In OUT are the peers' PDFs and ``page-001.png``…: this press on
the left, then Chromium, then Vivliostyle where its program is given. Needs Chromium.
"""

import argparse
import re
import shutil
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

import pypdfium2
from PIL import Image

PRESS = Path(__file__).parents[2]
sys.path[:0] = [str(PRESS)]

from tategumi.check.chromium import chromium  # noqa: E402
from tategumi.document.book import book_document  # noqa: E402
from tategumi.document.page_sheet import page_sheet  # noqa: E402
from tategumi.document.sheets import house_sheet  # noqa: E402
from tategumi.manuscript import read_chapters  # noqa: E402
from tategumi.markup import mark_up  # noqa: E402
from tategumi.page.kihon_hanmen import page_of  # noqa: E402
from tategumi.pdf import build_pdf  # noqa: E402
from tategumi.settings import load_settings  # noqa: E402
from tategumi.sheets import read_sheet  # noqa: E402

#: px an inch of the PNGs, and px between pages.
RESOLUTION, GAP = 180, 12

#: A browser's sides are the paper's, where the press's sheets mean the lines'.
LOGICAL = {
    'width': 'inline-size',
    'height': 'block-size',
    'min-height': 'min-block-size',
    'max-width': 'max-inline-size',
    'max-height': 'max-block-size',
}

#: What browsers have other words for, and what they need to know of the paper.
PEER_SHEET = """
    html { writing-mode: vertical-rl; text-autospace: normal; text-spacing-trim: trim-start }
    @supports not (image-resolution: 350dpi) { img { zoom: .274 } }
    .contents a::after { content: leader("…") target-counter(attr(href url), page) }
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('book', type=Path)
    parser.add_argument('out', type=Path)
    parser.add_argument('--vivliostyle', type=Path, help='its program')
    options = parser.parse_args()
    settings = load_settings(options.book)
    chapters = [mark_up(chapter, settings) for chapter in read_chapters(settings)]
    shutil.copytree(settings.book, options.out, dirs_exist_ok=True)
    html = options.out / 'book.html'
    html.write_text(peer_document(settings, chapters), encoding='utf-8')
    pdfs = [
        build_pdf(settings, chapters, PRESS / 'styles').content,
        by_chromium(html, options.out / 'chromium.pdf'),
    ]
    if options.vivliostyle:
        pdfs.append(by_vivliostyle(html, options.out / 'vivliostyle.pdf', options.vivliostyle))
    for number, picture in enumerate(side_by_side(pdfs), 1):
        picture.save(options.out / f'page-{number:03d}.png')


def peer_document(settings, chapters):
    """The press's own document of the book with its own sheets, in a browser's terms."""
    page = page_of(settings)
    sheets = [
        read_sheet(settings, PRESS / 'styles', 'book.css'),
        read_sheet(settings, PRESS / 'styles', 'pdf.css'),
        page_sheet(page),
        house_sheet(settings),
    ]
    style = ''.join((*map(logical, sheets), _margins(page), PEER_SHEET))
    return book_document(settings, chapters).replace('</head>', f'<style>{style}</style></head>')


def logical(css):
    """``css`` with the sides of blocks as the lines' own, those of ``@page`` as they are."""
    css = re.sub(r'/\*.*?\*/', '', css, flags=re.S)
    pages = re.compile(r'(@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\})')
    return ''.join(
        part if part.startswith('@page') else _logical(part) for part in pages.split(css)
    )


def _logical(css):
    css = re.sub(
        r'(?<![\w-])(margin|padding):\s*([^\s;}]+)\s+([^\s;}]+)(?=\s*[;}])',
        r'\1-block: \2; \1-inline: \3',
        css,
    )
    return re.sub(rf'(?<![\w-])({"|".join(LOGICAL)}):', lambda match: f'{LOGICAL[match[1]]}:', css)


def _margins(page):
    """The margins of ``page``, which the press leaves to the frame (mm)."""
    extent = (page.extent + page.line_gap) * 25.4 / 72
    gutter = page.gutter - page.line_gap / 2 * 25.4 / 72
    fore_edge = page.width - gutter - extent
    foot = page.height - page.head - page.line_length * 25.4 / 72
    return f"""
        @page {{
          width: auto;
          height: auto;
          margin: {page.head}mm 0 {foot:.4f}mm;
          @top-left {{ writing-mode: horizontal-tb }}
          @top-right {{ writing-mode: horizontal-tb }}
        }}
        @page :left {{ margin-right: {gutter:.4f}mm; margin-left: {fore_edge:.4f}mm }}
        @page :right {{ margin-left: {gutter:.4f}mm; margin-right: {fore_edge:.4f}mm }}
    """


def by_chromium(html, pdf):
    """The PDF (bytes) that Chromium prints of the file ``html``; it is left in ``pdf``."""
    subprocess.run(
        [
            chromium(),
            '--headless',
            '--no-sandbox',
            '--no-pdf-header-footer',
            f'--print-to-pdf={pdf}',
            html,
        ],
        check=True,
        capture_output=True,
    )
    return pdf.read_bytes()


def by_vivliostyle(html, pdf, program):
    """The same by Vivliostyle, in the same Chromium."""
    subprocess.run(
        [
            program.resolve(),
            'build',
            html.name,
            '-o',
            pdf.name,
            '--executable-browser',
            chromium(),
        ],
        check=True,
        capture_output=True,
        cwd=html.parent,
    )
    return pdf.read_bytes()


def side_by_side(pdfs):
    """A picture of every page, those of ``pdfs`` beside one another.

    Blank pages are left out, as Chromium makes none.
    """
    books = [[page for page in pypdfium2.PdfDocument(pdf) if has_text(page)] for pdf in pdfs]
    for pages in zip_longest(*books):
        drawn = [page and page.render(scale=RESOLUTION / 72).to_pil() for page in pages]
        width, height = max(page.size for page in drawn if page)
        picture = Image.new('RGB', (len(drawn) * (width + GAP) - GAP, height), 'gray')
        for place, page in enumerate(drawn):
            if page:
                picture.paste(page, (place * (width + GAP), 0))
        yield picture


def has_text(page):
    """Is there a character on a page of PDFium?"""
    return page.get_textpage().count_chars() > 0


if __name__ == '__main__':
    main()
