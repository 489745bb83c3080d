"""The way from a scraped text to a book at the desk, as frames of one picture (``make.py``).

The commands run as the README tells them, on ``sample/``, and the desk is used as by hand.
"""

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tategumi import Book
from tategumi.pdf.preview import Preview
from tategumi.sheets import STYLES

HERE = Path(__file__).parent
SEED = HERE / 'sample' / '写した文章.txt'

#: px: the picture, and the window of the desk.
WIDTH, WINDOW = 1600, {'width': 1200, 'height': 760}
#: So many pixels of a screenshot make a px of the page, that small letters stay sharp.
SCALE = 1.25
#: Pixels an inch of the printed pages.
RESOLUTION = 120

STYLE = """
body { margin: 0; padding: 20px; width: 1560px; background: #e9e6df; color: #1d1e20;
  font: 21px/1.5 "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", sans-serif; }
ol { margin: 0; padding: 0; list-style: none; display: grid; gap: 20px;
  grid-template-columns: repeat(12, 1fr); }
li { display: flex; flex-direction: column; }
figure, figcaption { margin: 0; }
figcaption { padding: 0 0 6px; display: flex; gap: 10px; }
b { flex: none; width: 32px; height: 32px; border-radius: 16px; color: #fff; background: #1f4e79;
  text-align: center; font-size: 19px; line-height: 32px; }
img { display: block; width: 100%; border: 1px solid #b9b4a8; box-sizing: border-box; }
pre { margin: 0; padding: 16px 18px; color: #e6e4df; background: #1f2123; white-space: pre-wrap;
  font: 16px/1.55 "Noto Sans Mono CJK JP", monospace; overflow-wrap: anywhere; }
"""


@dataclass(frozen=True)
class Frame:
    """A picture of the strip, or the text of a terminal, and what is said of it.

    ``columns`` is how wide it is, of the strip's twelve.
    """

    caption: str
    columns: int
    content: Image.Image | str


def film(browser: Browser, folder: Path) -> Image.Image:
    """The strip of the way, walked in ``folder``, which is empty."""
    shutil.copy(SEED, folder)
    root = folder / 'my-book'
    said = _tategumi(folder, 'new', root.name, SEED.name)
    with running(root) as url:
        # The port and the key of the address are others each time.
        desk = '$ cd my-book\n$ tategumi desk\nhttp://127.0.0.1:…'
        terminal = f'$ tategumi new my-book {SEED.name}\n{said}\n{desk}'
        frames = [Frame('本のフォルダーを作り、編集机を開く', 5, terminal)]
        page = browser.new_page(viewport=WINDOW, locale='ja-JP', device_scale_factor=SCALE)
        page.goto(url)
        page.wait_for_selector('#spreads img[src]', timeout=60_000)
        frames += at_the_desk(page)
        page.close()
    _tategumi(root)
    frames.append(Frame('「本を作る」で、dist/ にEPUBと、この版面のPDFができる', 8, spread(root)))
    return strip(browser, frames)


def at_the_desk(page: Page) -> Iterator[Frame]:
    """What is done at the desk, in the order of doing it."""
    yield Frame('編集机が開く。左から素材・原稿・頁', 7, seen(page))

    handle = page.get_by_role('slider', name='本文の終わり')
    handle.scroll_into_view_if_needed()
    start = handle.bounding_box()
    end = page.locator('#seed-lines li[data-line]', has_text='海のどこかで').bounding_box()
    assert start and end
    page.mouse.move(start['x'] + 80, start['y'] + start['height'] / 2)
    page.mouse.down()
    page.mouse.move(start['x'] + 80, end['y'] + end['height'] / 2, steps=8)
    yield Frame('余った行を、つまみで外す', 3, seen(page, '#seed-pane'))
    page.mouse.up()
    expect(page.locator('#undo')).to_be_enabled(timeout=60_000)

    page.locator('#question-list').get_by_role('button', name='言葉を直す…').click()
    page.get_by_label('直す言葉').fill('出てくるやつだ。')
    page.get_by_label('正しい言葉').fill('出てくるやつだ」')
    yield Frame('落ちたかぎ括弧を補う', 3, seen(page, '#seed-pane'))
    page.keyboard.press('Enter')
    expect(page.locator('#questions-count')).to_have_text('0', timeout=60_000)

    page.check('#single')
    page.locator('#editor .cm-line', has_text='網元の老人は').click()
    # Once is the end of the line on the screen, twice that of the paragraph.
    page.keyboard.press('End')
    page.keyboard.press('End')
    page.keyboard.insert_text('返すのも早い。')
    expect(page.locator('#saved')).to_have_text('保存しました', timeout=60_000)
    page.wait_for_timeout(1000)
    both = seen(page, '#manuscript-pane', '#pages-pane')
    yield Frame('原稿を直すと、その場で頁が組み直される', 6, both)

    page.click('#tab-epub')
    reader = page.frame_locator('#reader')
    expect(reader.locator('section')).to_contain_text('返すのも早い。', timeout=60_000)
    page.wait_for_timeout(1000)
    yield Frame('電子書籍を、スマートフォンの大きさで読む', 4, seen(page, '#pages-pane'))


def seen(page: Page, *panes: str) -> Image.Image:
    """What is seen of the ``page``, or of the ``panes`` that stand side by side in it."""
    picture = Image.open(BytesIO(page.screenshot())).convert('RGB')
    if not panes:
        return picture
    boxes = [box for pane in panes if (box := page.locator(pane).bounding_box())]
    left, top = min(box['x'] for box in boxes), min(box['y'] for box in boxes)
    right = max(box['x'] + box['width'] for box in boxes)
    below = max(box['y'] + box['height'] for box in boxes)
    return picture.crop(tuple(round(edge * SCALE) for edge in (left, top, right, below)))


def spread(root: Path) -> Image.Image:
    """The spread with the second chapter of the finished book."""
    book = Book(root, cached=False)
    preview = Preview(book.settings.for_paper(), STYLES)
    pages = preview.pages(book.chapters(on_paper=True))
    right, left = [preview.picture(page, RESOLUTION).convert('RGB') for page in pages[3:5]]
    both = Image.new('RGB', (left.width + right.width, left.height))
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    return both


def strip(browser: Browser, frames: list[Frame]) -> Image.Image:
    """The ``frames`` with their numbers and captions."""
    items = ''.join(
        f'<li style="grid-column: span {frame.columns}"><figure><figcaption><b>{number}</b>'
        f'{escape(frame.caption)}</figcaption>{_shown(frame.content)}</figure></li>'
        for number, frame in enumerate(frames, 1)
    )
    page = browser.new_page(viewport={'width': WIDTH, 'height': 900})
    page.set_content(f'<html lang="ja"><style>{STYLE}</style><ol>{items}</ol></html>')
    picture = Image.open(BytesIO(page.screenshot(full_page=True))).convert('RGB')
    page.close()
    return picture


def _shown(content: Image.Image | str) -> str:
    if isinstance(content, str):
        return f'<pre>{escape(content)}</pre>'
    file = BytesIO()
    content.save(file, 'PNG')
    return f'<img src="data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}">'


def _tategumi(folder: Path, *arguments: str) -> str:
    """What the command says on its output."""
    command = [sys.executable, '-m', 'tategumi', '--lang', 'ja', *arguments]
    environment = {**os.environ, 'PYTHONPATH': str(HERE.parents[1])}
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, capture_output=True, encoding='utf-8'
    ).stdout


@contextmanager
def running(root: Path) -> Iterator[str]:
    """The address of a desk of the book in ``root``."""
    command = [sys.executable, '-m', 'tategumi', 'desk', '--root', root, '--no-browser']
    desk = subprocess.Popen(command, cwd=HERE.parents[1], stdout=subprocess.PIPE, encoding='utf-8')
    try:
        assert desk.stdout
        yield desk.stdout.readline().strip()
    finally:
        desk.terminate()
        desk.wait()
