"""Takes the pictures of docs/desk.md, docs/desk.ja.md and README.ja.md: ``make pictures``.

They are of the Chromium of this machine, with the press's own book on the desk and with a
scraped text of which a book is made (``film.py``).
"""

import shutil
import tempfile
from io import BytesIO
from pathlib import Path

from film import film, running
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tategumi.check.chromium import chromium

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
SIZE = {'width': 1440, 'height': 900}
#: So many colours are enough for text and lines.
COLOURS = 96


def main() -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=['--no-sandbox', '--disable-gpu']
        )
        root = Path(folder) / 'desk'
        for name in ('seeds', 'book'):
            shutil.copytree(PROJECT / name, root / name)
        with running(root) as url:
            take_pictures(browser, url)
        way = Path(folder) / 'way'
        way.mkdir()
        keep(film(browser, way), 'film.ja.png')
        browser.close()


def take_pictures(browser: Browser, url: str) -> None:
    """Open the desk at ``url`` and keep what is seen of it."""
    for language, locale in (('ja', 'ja-JP'), ('en', 'en-US')):
        page = browser.new_page(viewport=SIZE, locale=locale)
        page.goto(url)
        page.wait_for_selector('#spreads img[src]', timeout=60_000)
        page.locator('#seed-lines li.suspect .line').first.click()
        page.wait_for_timeout(3000)
        keep(Image.open(BytesIO(page.screenshot())), f'desk.{language}.png')
        page.close()
    page = browser.new_page(viewport=SIZE, locale='ja-JP', color_scheme='dark')
    page.goto(url)
    page.wait_for_selector('#spreads img[src]', timeout=60_000)
    page.click('#tab-epub')
    page.select_option('#device', 'six-inch')
    page.locator('#type-size').fill('140')
    page.check('#night')
    page.wait_for_timeout(4000)
    keep(Image.open(BytesIO(page.screenshot())), 'epub.ja.png')
    page.close()


def keep(picture: Image.Image, name: str) -> None:
    """Write the ``picture`` as a small PNG."""
    small = picture.convert('RGB').quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(HERE / name, optimize=True)


if __name__ == '__main__':
    main()
