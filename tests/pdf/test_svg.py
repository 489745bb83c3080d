"""A page as SVG is the page of the PDF."""

import subprocess
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops

from tategumi.check.chromium import chromium
from tategumi.frames.drawing import Text
from tategumi.pdf.preview import Preview
from tategumi.writers.svg_paint import lab

from .conftest import PRESS

TEXT = (
    '# 夜の港\n\n{永|えい}{東国|とう|ごく}と《《傍点》》、[word]{.side-line}と12月、Portの*灯*。'
    + '酬今永東国。' * 30
    + '\n\n![図](図.png)\n\n![透](透.png)\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |'
)
CSS = """
    strong { opacity: .5 }
    h1 { background: linear-gradient(#fc8, #8cf); border: 2px dashed green; border-radius: 9px }
    table { background: radial-gradient(#fdd, #fff) }
    h1, td { color: oklch(.6 .2 30) }
    th { color: lab(40 60 -50) }
    @page { marks: crop cross; bleed: 3mm; background: #eef }
"""


@pytest.fixture
def preview(press):
    """``(preview, its pages)`` of a book with every kind of drawing."""
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.linear_gradient('L').save(folder / '図.png')
    see_through = Image.new('RGBA', (90, 60), (200, 40, 40, 90))
    see_through.paste((0, 90, 200, 255), (10, 10, 40, 30))
    see_through.save(folder / '透.png')
    press.add_rules(CSS)
    settings, chapters = press.book(TEXT)
    made = Preview(settings, PRESS / 'styles')
    return made, made.pages(chapters)


def glyphs_of(page):
    drawings = page.frame.drawing, page.paper.before, page.paper.after
    texts = (item for drawing in drawings for item in drawing if type(item) is Text)
    return sum(len(text.glyphs) for text in texts)


def test_every_glyph_is_drawn_and_nothing_is_fetched(preview):
    made, pages = preview
    for page in pages:
        drawing = made.drawing(page)
        assert drawing == made.drawing(page)
        root = ElementTree.fromstring(drawing)
        uses = [*root.iter('{http://www.w3.org/2000/svg}use')]
        assert len(uses) == glyphs_of(page)
        named = {item.get('id') for item in root.iter()}
        for item in root.iter():
            for name, value in item.attrib.items():
                if name.endswith('href'):
                    assert value.startswith('data:image/') or value[1:] in named
                elif 'url(' in value:
                    assert value[5:-1] in named


@pytest.mark.skipif(not chromium(), reason='no Chromium on this machine')
def test_a_browser_shows_the_page(preview, tmp_path):
    made, pages = preview
    for page in pages[2:4]:
        wanted = made.picture(page).convert('RGB')
        shown = shot(made.drawing(page), tmp_path, wanted.size)
        # Edges are smoothed otherwise: what a few pixels have together counts.
        difference = ImageChops.difference(wanted.reduce(6), shown.reduce(6)).convert('L')
        assert difference.getextrema()[1] < 70
        histogram = difference.histogram()
        assert sum(histogram[32:]) < 0.01 * sum(histogram)


def shot(drawing, folder, size):
    """What Chromium shows of ``drawing``, in a window of ``size``."""
    (folder / 'page.svg').write_text(drawing, encoding='utf-8')
    width, height = size
    subprocess.run(
        [
            chromium(),
            '--headless=new',
            '--no-sandbox',
            '--disable-gpu',
            '--hide-scrollbars',
            '--force-device-scale-factor=1',
            f'--user-data-dir={folder / "browser"}',
            # A part of the window is not the page's.
            f'--window-size={width},{height + 200}',
            f'--screenshot={folder / "page.png"}',
            (folder / 'page.svg').as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return Image.open(folder / 'page.png').convert('RGB').crop((0, 0, width, height))


def test_white_is_the_white_of_the_colour_space():
    assert lab('lab-d65', 100, 0, 0) == 'color(xyz-d65 0.9504 1 1.0888)'
    assert lab('lab-d65', 0, 0, 0) == 'color(xyz-d65 0 0 0)'
    assert lab('lab-d50', 100, 0, 0) == 'lab(100 0 0)'
