"""Takes the pictures of docs/desk.md and docs/desk.ja.md: ``make pictures``.

The press's own book stands on the desk, in the Chromium of this machine.
"""

import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tategumi.check.chromium import chromium

PROJECT = Path(__file__).parents[2]
SIZE = {'width': 1440, 'height': 900}
#: So many colours are enough for text and lines.
COLOURS = 96


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / 'desk'
        for name in ('seeds', 'book'):
            shutil.copytree(PROJECT / name, root / name)
        command = [sys.executable, '-m', 'tategumi', 'desk', '--root', root, '--no-browser']
        desk = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, encoding='utf-8')
        try:
            assert desk.stdout
            take_pictures(desk.stdout.readline().strip())
        finally:
            desk.terminate()
            desk.wait()


def take_pictures(url: str) -> None:
    """Open the desk at ``url`` and keep what is seen of it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=['--no-sandbox', '--disable-gpu']
        )
        for language, locale in (('ja', 'ja-JP'), ('en', 'en-US')):
            page = browser.new_page(viewport=SIZE, locale=locale)
            page.goto(url)
            page.wait_for_selector('#spreads img[src]', timeout=60_000)
            page.locator('#seed-lines li.suspect .line').first.click()
            page.wait_for_timeout(3000)
            keep(page, f'desk.{language}.png')
            page.close()
        page = browser.new_page(viewport=SIZE, locale='ja-JP', color_scheme='dark')
        page.goto(url)
        page.wait_for_selector('#spreads img[src]', timeout=60_000)
        page.click('#tab-epub')
        page.select_option('#device', 'six-inch')
        page.locator('#type-size').fill('140')
        page.check('#night')
        page.wait_for_timeout(4000)
        keep(page, 'epub.ja.png')
        browser.close()


def keep(page: Page, name: str) -> None:
    """Write what is seen of ``page`` as a small PNG."""
    picture = Image.open(BytesIO(page.screenshot())).convert('RGB')
    small = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(Path(__file__).parent / name, optimize=True)


if __name__ == '__main__':
    main()
