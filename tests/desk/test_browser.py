"""An editor at the desk, in the Chromium of this machine: by hand and by keyboard."""

import json
import os
import re
import signal
import time
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tategumi.check.chromium import chromium
from tategumi.settings import load_settings

from .conftest import SEED, make_book, running
from .test_attacks import HOSTILE

PATH = chromium()
pytestmark = pytest.mark.skipif(PATH is None, reason='no Chromium here; `make test` installs it')

AXE = Path(__file__).parent / 'node_modules' / 'axe-core' / 'axe.min.js'
OPTIONS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

#: Ends its process in the middle of the first save of a chapter, when half of it is on the disk.
KILLED = """
import os, signal, sys
from tategumi import files
from tategumi.cli import main

replace = os.replace


def killed(source, target):
    if target.name.endswith('.md') and 'BROKEN' in open(source, encoding='utf-8').read():
        os.truncate(source, 10)
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)


os.replace = killed
sys.exit(main())
"""


@pytest.fixture(scope='module')
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PATH, args=OPTIONS)
        yield browser
        browser.close()


class Editor:
    """A page of the desk, with what went wrong in it."""

    def __init__(self, browser, desk, locale='ja-JP', scheme='light'):
        self.context = browser.new_context(
            locale=locale, color_scheme=scheme, viewport={'width': 1440, 'height': 900}
        )
        self.desk, self.page, self.faults = desk, self.context.new_page(), []
        self.page.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)
        self.page.on('pageerror', lambda error: self.faults.append(str(error)))
        self.page.on('console', self._hear)
        self.page.goto(desk.url)
        self.page.wait_for_selector('#spreads img[src]')
        self.page.wait_for_selector('#seed-lines li')

    def _hear(self, message):
        # Of what the desk refuses or a killed one leaves unanswered, the page itself tells.
        if message.type == 'error' and not message.text.startswith('Failed to load resource'):
            self.faults.append(message.text)

    def line(self, text):
        return self.page.locator('#seed-lines li[data-line]', has_text=text)

    @property
    def editor(self):
        return self.page.locator('#editor .cm-content')

    def type_behind(self, words, typed):
        """Set the cursor behind ``words`` of the manuscript, and type."""
        line = self.editor.locator('.cm-line', has_text=words)
        line.click()
        self.page.keyboard.press('End')
        self.page.keyboard.insert_text(typed)

    def choose_chapter(self, title):
        self.page.select_option('#chapter-choice', label=title)
        expect(self.editor).to_contain_text(title)


@pytest.fixture
def desk(root):
    with running(root) as desk:
        yield desk


@pytest.fixture
def editor(browser, desk):
    editor = Editor(browser, desk)
    yield editor
    editor.context.close()
    assert editor.faults == []


def text_of_book(root):
    return '\n'.join(
        path.read_text(encoding='utf-8') for path in sorted((root / 'book/chapters').glob('*.md'))
    )


def line_of(text):
    return next(n for n, line in enumerate(SEED.split('\n'), 1) if text in line)


def until(holds):
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_the_book_is_there_when_the_page_opens(editor):
    page = editor.page
    expect(page).to_have_title('港の便り – 編集机')
    assert page.url == f'http://{editor.desk.host}/'
    expect(editor.line('ログイン')).to_contain_text('除いた')
    expect(page.locator('#questions-count')).to_have_text('1')
    pictures = page.locator('#spreads img[src]')
    assert pictures.first.evaluate('image => image.decode().then(() => image.naturalWidth)') > 0


def test_of_a_spread_the_first_page_is_on_the_right(editor):
    spread = editor.page.locator('.spread').nth(1)
    first, second = (spread.locator('.page').nth(at).bounding_box() for at in (0, 1))
    assert first['x'] > second['x'] and first['y'] == second['y']
    below = editor.page.locator('.spread').nth(2).bounding_box()
    assert below['y'] > first['y']


def test_a_boundary_is_dragged_and_the_book_follows(editor, root):
    page = editor.page
    handle = page.get_by_role('slider', name='本文の終わり')
    handle.scroll_into_view_if_needed()
    start, end = handle.bounding_box(), editor.line('市場では').bounding_box()
    page.mouse.move(start['x'] + 80, start['y'] + start['height'] / 2)
    page.mouse.down()
    page.mouse.move(start['x'] + 80, end['y'] + end['height'] / 2, steps=8)
    page.mouse.up()
    expect(editor.line('老人は')).to_contain_text('除いた')
    assert load_settings(root).text['seeds/a.txt'].endswith(f'-{line_of("市場では")}')
    assert '老人は' not in text_of_book(root)
    expect(handle).to_have_attribute('aria-valuenow', str(line_of('市場では')))
    page.click('#undo')
    expect(editor.line('老人は')).not_to_contain_text('除いた')
    assert '老人は' in text_of_book(root) and not load_settings(root).text


def test_a_boundary_is_moved_by_keys(editor, root):
    handle = editor.page.get_by_role('slider', name='本文の終わり')
    handle.focus()
    editor.page.keyboard.press('ArrowUp')
    expect(handle).to_have_attribute(
        'aria-valuetext',
        f'{line_of("市場では")}行目：{SEED.split(chr(10))[line_of("市場では") - 1][:20]}',
    )
    expect(handle).to_be_focused()
    editor.page.keyboard.press('Enter')
    expect(editor.line('老人は')).to_contain_text('除いた')
    assert load_settings(root).text['seeds/a.txt'].endswith(f'-{line_of("市場では")}')


def test_a_question_is_settled_and_the_list_empties(editor, root):
    page = editor.page
    page.locator('#question-list').get_by_role('button', name='このままでよい').click()
    expect(page.locator('#question-list')).to_have_text('確かめることはありません。')
    assert load_settings(root).keep == (f'seeds/a.txt:{line_of("灯台の灯は")}',)


def test_the_words_of_a_question_are_mended_from_the_list(editor, root):
    page = editor.page
    page.locator('#question-list').get_by_role('button', name='言葉を直す…').click()
    expect(page.get_by_label('直す言葉')).to_be_focused()
    page.get_by_label('直す言葉').fill('まだ遠い。')
    page.get_by_label('正しい言葉').fill('まだ遠い」。')
    page.keyboard.press('Enter')
    expect(page.locator('#question-list')).to_have_text('確かめることはありません。')
    assert '「まだ遠い」。' in text_of_book(root)


def test_the_book_gets_its_title_and_author(editor, root):
    page = editor.page
    page.get_by_role('button', name='書名と著者…').click()
    expect(page.get_by_label('書名', exact=True)).to_have_value('港の便り')
    page.get_by_label('書名', exact=True).fill('港の灯: 第一集 # 上')
    page.get_by_label('著者', exact=True).fill('岬野澪')
    page.keyboard.press('Enter')
    expect(page).to_have_title('港の灯: 第一集 # 上 – 編集机')
    expect(page.locator('#names')).to_be_hidden()
    settings = load_settings(root)
    assert settings.title == '港の灯: 第一集 # 上'
    assert [(each.name, each.role) for each in settings.creators] == [('岬野澪', 'aut')]
    page.click('#undo')
    expect(page).to_have_title('港の便り – 編集机')
    assert not load_settings(root).creators


def test_words_half_typed_stay_when_the_lines_are_drawn_anew(editor, root):
    page = editor.page
    page.locator('#question-list').get_by_role('button', name='言葉を直す…').click()
    page.get_by_label('直す言葉').fill('まだ遠い。')
    page.get_by_label('正しい言葉').focus()
    (root / 'book/book.yaml').write_text(f"drop: ['seeds/a.txt:{line_of('老人は')}']\n")
    expect(editor.line('老人は')).to_contain_text('除くと決めた')
    expect(page.get_by_label('直す言葉')).to_have_value('まだ遠い。')
    expect(page.get_by_label('正しい言葉')).to_be_focused()


def test_a_question_falls_away_when_its_place_is_edited(editor):
    editor.type_behind('灯台の灯は', '」')
    expect(editor.page.locator('#questions-count')).to_have_text('0')


def test_what_is_typed_is_set_and_saved(editor, root):
    page = editor.page
    editor.choose_chapter('02　朝の市')
    before = json.loads(editor.desk.ask('GET', '/state')[2])['pages']
    editor.type_behind('老人は', '網は青かった。')
    page.wait_for_function(
        'before => [...document.querySelectorAll("#spreads img")].some('
        'image => image.src && !before.some(name => image.src.includes(name)))',
        arg=before,
    )
    # The page that is edited is in view, and is the one that changed.
    here = page.locator('.page.here img')
    expect(here).to_be_in_viewport()
    assert not any(name in here.get_attribute('src') for name in before)
    expect(page.locator('#saved')).to_have_text('保存しました')
    assert '直していた。網は青かった。' in text_of_book(root)
    drawn = editor.desk.ask('GET', here.get_attribute('src'))[2]
    assert drawn.startswith(b'<svg')


@pytest.mark.parametrize(
    ('key', 'is_done'),
    [
        ('d', lambda text: '老人は' not in text),
        ('h', lambda text: '# 老人は' in text),
        ('j', lambda text: '人が多い。老人は' in text),
    ],
)
def test_lines_are_decided_by_keyboard_alone(editor, root, key, is_done):
    page = editor.page
    editor.line('市場では').locator('.line').focus()
    page.keyboard.press('ArrowDown')
    expect(editor.line('老人は').locator('.line')).to_be_focused()
    page.keyboard.press(key)
    expect(page.locator('#undo')).to_be_enabled()
    assert is_done(text_of_book(root))


def test_words_are_replaced_everywhere(editor, root):
    page = editor.page
    editor.line('市場では').locator('.line').click()
    page.get_by_role('button', name='言葉を直す…').last.click()
    page.get_by_label('直す言葉').fill('市場')
    page.get_by_label('正しい言葉').fill('魚市場')
    page.keyboard.press('Enter')
    expect(page.locator('#undo')).to_be_enabled()
    assert '魚市場では' in text_of_book(root)


def test_the_form_for_the_words_of_the_last_question_is_in_sight(editor):
    page = editor.page
    page.set_viewport_size({'width': 1440, 'height': 600})
    page.locator('#question-list [data-click="replace"]').last.click()
    expect(page.get_by_label('直す言葉')).to_be_focused()
    expect(page.get_by_role('button', name='どこでも直す')).to_be_in_viewport(ratio=1)


def test_a_remark_of_the_manuscript_leads_to_its_line(editor):
    page = editor.page
    expect(page.locator('#remarks')).to_be_hidden()
    editor.type_behind('雨が降って', '[^7]')
    remark = page.locator('#remark-list button')
    expect(remark).to_contain_text('[^7]')
    editor.choose_chapter('02　朝の市')
    remark.click()
    expect(page.locator('.cm-activeLine')).to_contain_text('雨が降って')
    page.locator('.cm-activeLine').click()
    page.keyboard.press('End')
    for _ in '[^7]':
        page.keyboard.press('Backspace')
    expect(page.locator('#remarks')).to_be_hidden()


def test_the_panes_follow_one_another(editor):
    page = editor.page
    editor.line('老人は').locator('.line').click()
    expect(editor.editor).to_contain_text('老人は黙って')
    expect(page.locator('.page.here')).to_be_in_viewport()
    expect(page.locator('.cm-activeLine')).to_contain_text('老人は')
    page.locator('.page').nth(2).click()
    expect(page.locator('#seed-lines .here')).to_contain_text('夜の港')


def test_a_change_made_elsewhere_is_not_written_over(editor, root):
    page = editor.page
    (path,) = (root / 'book/chapters').glob('*夜の港*')
    editor.type_behind('雨が降っていた', '靴が濡れた。')
    elsewhere = path.read_text(encoding='utf-8').replace('走った。', '急いだ。')
    path.write_text(elsewhere, encoding='utf-8')
    expect(page.locator('#conflict')).to_be_visible()
    assert path.read_text(encoding='utf-8') == elsewhere
    expect(page.locator('#merge')).to_contain_text('急いだ。')
    expect(page.locator('#merge')).to_contain_text('靴が濡れた。')
    page.get_by_role('button', name='左を保存する').click()
    expect(page.locator('#saved')).to_have_text('保存しました')
    text = path.read_text(encoding='utf-8')
    assert '走った。靴が濡れた。' in text and '急いだ' not in text


def test_a_change_made_elsewhere_is_read_where_nothing_was_typed(editor, root):
    (path,) = (root / 'book/chapters').glob('*夜の港*')
    path.write_text(path.read_text(encoding='utf-8').replace('走った。', '急いだ。'))
    expect(editor.editor).to_contain_text('急いだ。')
    expect(editor.page.locator('#conflict')).to_be_hidden()


def test_a_kill_in_mid_save_leaves_the_chapter_whole(browser, root):
    with running(root, program=('-c', KILLED)) as desk:
        editor = Editor(browser, desk)
        before = text_of_book(root)
        editor.type_behind('雨が降っていた', 'BROKEN')
        until(lambda: desk.process.poll() is not None)
        assert desk.process.returncode == -signal.SIGKILL
        assert text_of_book(root) == before
        expect(editor.page.locator('#fault')).to_contain_text('止まっています')
        # What was typed is still on the page, and is saved as soon as a desk is there again.
        expect(editor.editor).to_contain_text('BROKEN')
        editor.context.close()
    with running(root) as desk:
        desk.state()
        assert text_of_book(root) == before
        left = [path.name for path in (root / 'book').rglob('.tategumi-*')]
        assert left == []


def test_a_seed_full_of_script_is_text(browser, tmp_path):
    with running(make_book(tmp_path / 'book', HOSTILE)) as desk:
        editor = Editor(browser, desk)
        page = editor.page
        for line in page.locator('#seed-lines .line:visible').all():
            line.click()
        expect(editor.editor).to_contain_text('onerror=')
        page.click('#tab-epub')
        page.frame_locator('#reader').locator('section').first.wait_for()
        page.wait_for_timeout(300)
        for frame in page.frames:
            assert frame.evaluate('() => window.attacked') is None
        assert page.locator('#seed-lines script, #seed-lines img, .cm-content img').count() == 0
        assert editor.faults == []
        editor.context.close()


def test_the_epub_is_read_in_the_size_of_a_device(editor):
    page = editor.page
    page.click('#tab-epub')
    frame = page.frame_locator('#reader')
    expect(frame.locator('section')).to_contain_text('雨が降っていた')
    heights = []
    for device in ('phone', 'six-inch', 'tablet'):
        page.select_option('#device', device)
        heights.append(page.locator('#reader').get_attribute('height'))
        box = page.locator('#reader').bounding_box()
        room = page.locator('#device-room').bounding_box()
        assert box['width'] <= room['width'] and box['height'] <= room['height']
    assert len({*heights}) == 3
    body = frame.locator('body')
    small = body.evaluate('body => parseFloat(getComputedStyle(body).fontSize)')
    page.locator('#type-size').fill('200')
    assert body.evaluate('body => parseFloat(getComputedStyle(body).fontSize)') > 1.9 * small
    page.check('#night')
    expect(body).to_have_css('color', re.compile(r'rgb\((?:1[89]\d|2\d\d),'))


def test_the_epub_is_read_page_by_page_to_its_end(editor):
    page = editor.page
    editor.type_behind('雨が降っていた', '港の灯が一つずつ消えていった。' * 60)
    expect(page.locator('#saved')).to_have_text('保存しました')
    page.click('#tab-epub')
    frame = page.frame_locator('#reader')
    # The place that is edited is in view.
    shown = """section => {
        const range = document.createRange();
        range.selectNodeContents(section);
        const frame = section.ownerDocument.defaultView;
        return [...range.getClientRects()].some(
            box => box.top >= 0 && box.bottom <= frame.innerHeight + 1 && box.height > 40
        );
    }"""
    section = frame.locator('section')
    expect(section).to_contain_text('消えていった')
    body = frame.locator('body')
    # That is its last page.
    assert section.evaluate(shown)
    moves = [body.evaluate('body => body.style.transform')]
    while body.evaluate('body => body.style.transform') != 'translateY(0px)':
        page.click('#reader-back')
        assert section.evaluate(shown)
        moves.append(body.evaluate('body => body.style.transform'))
    assert len(moves) == len({*moves}) > 1
    for move in [*reversed(moves)][1:]:
        page.click('#reader-next')
        assert body.evaluate('body => body.style.transform') == move
    page.click('#reader-next')
    expect(section).to_contain_text('朝の市')
    # Pages turn when they are laid out.
    expect(body).to_have_attribute('style', re.compile('translateY'))
    page.click('#reader-back')
    expect(section).to_contain_text('消えていった')
    expect(body).to_have_attribute('style', f'transform: {moves[0]};')


@pytest.mark.skipif(not AXE.exists(), reason='no axe-core here; `make test` installs it')
@pytest.mark.parametrize('scheme', ['light', 'dark'])
def test_axe_finds_nothing(browser, desk, scheme, root):
    editor = Editor(browser, desk, scheme=scheme)
    page = editor.page

    def check():
        found = page.evaluate(f'{AXE.read_text(encoding="utf-8")}; axe.run({{iframes: false}})')[
            'violations'
        ]
        assert not [(each['id'], [node['html'] for node in each['nodes']]) for each in found]

    check()
    editor.line('老人は').locator('.line').click()
    editor.line('灯台の灯は').locator('.line').click()
    page.get_by_role('button', name='言葉を直す…').last.click()
    check()
    page.click('#tab-epub')
    page.frame_locator('#reader').locator('section').first.wait_for()
    check()
    page.click('#tab-pages')
    (path,) = (root / 'book/chapters').glob('*夜の港*')
    editor.type_behind('雨が降っていた', '靴が濡れた。')
    path.write_text(path.read_text(encoding='utf-8').replace('走った。', '急いだ。'))
    expect(page.locator('#conflict')).to_be_visible()
    check()
    editor.context.close()


def test_the_editor_has_a_name_before_a_chapter_is_in_it(browser, desk):
    context = browser.new_context(locale='ja-JP')
    page = context.new_page()
    page.route('**/chapter*', lambda route: None)
    page.goto(desk.url)
    expect(page.get_by_role('textbox', name='原稿')).to_be_visible()
    context.close()


def test_it_is_english_for_who_asks_for_that(browser, desk):
    editor = Editor(browser, desk, locale='en-US')
    expect(editor.page.locator('html')).to_have_attribute('lang', 'en')
    expect(editor.page.get_by_role('heading', name='Manuscript')).to_be_visible()
    editor.context.close()


def test_every_control_is_reached_by_the_tab_key(editor):
    page, reached = editor.page, set()
    page.locator('body').press('Tab')
    for _ in range(60):
        reached.add(
            page.evaluate('() => document.activeElement.id || document.activeElement.className')
        )
        # In the manuscript Tab leaves too: it types nothing there.
        page.keyboard.press('Tab')
    for wanted in (
        'seed-filter',
        'chapter-choice',
        'tab-pages',
        'single',
        'page-input',
        'page-scroll',
    ):
        assert wanted in reached
    assert any('bound first' in each for each in reached)
    assert any('cm-content' in each for each in reached)
    assert any(each == 'line' for each in reached)


def test_the_browser_that_is_opened_has_an_address_for_once(browser, root, tmp_path, monkeypatch):
    opener = tmp_path / 'opener'
    opener.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    opener.chmod(0o755)
    monkeypatch.setenv('BROWSER', f'{opener} %s')
    with running(root, with_browser=True) as desk:
        until(lambda: (tmp_path / 'opened').exists() and (tmp_path / 'opened').read_text())
        url = (tmp_path / 'opened').read_text().strip()
        assert url != desk.url
        path = url.partition(desk.host)[2]
        assert desk.ask('GET', path, Cookie=None)[0] == 303
        assert desk.ask('GET', path, Cookie=None)[0] == 403
    assert os.path.exists(opener)


def test_the_book_is_made_with_what_was_just_typed(editor, root):
    page = editor.page
    editor.type_behind('雨が降っていた', '港の灯が消えた。')
    page.click('#make-book')
    expect(page.locator('#status')).to_contain_text('作りました')
    (made,) = (root / 'dist').glob('*.epub')
    with zipfile.ZipFile(made) as archive:
        chapters = [
            archive.read(name).decode() for name in archive.namelist() if 'chapter' in name
        ]
    assert any('港の灯が消えた。' in chapter for chapter in chapters)
    assert len([*(root / 'dist').glob('*.pdf')]) == 1
