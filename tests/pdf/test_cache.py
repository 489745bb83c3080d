"""A book set with what was drawn before is the book set anew, whatever changed meanwhile."""

import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st
from PIL import Image
from weasyprint.text.ffi import ffi, fontconfig

from tategumi import pool
from tategumi.cache import codec
from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up
from tategumi.pdf import build_pdf, find_page_starts, page_starts
from tategumi.pdf.segments.workers import Workers
from tategumi.settings import load_settings

from .conftest import PRESS, Press

LONG = '永東国酬今' * 60
CHAPTERS = (
    '# 港\n{: .part }',
    f'# 夜\n\n{LONG}\n\n## 節\n\n[節](#節)へ。{{永|えい}}{{東国|とう|ごく}}。',
    f'# 道\n\n![図](図.png)\n\n{LONG}[^1]。\n\n- 一\n- 二\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |'
    '\n\n[^1]: 注。',
    '# 石\n\n石だけの章、[外](https://example.org/)。',
)
BOOKS = PRESS / 'tests' / 'books'


class CachedPress(Press):
    """Sets its book with a cache; ``drawn`` counts the segments and papers drawn anew."""

    def __init__(self, root, monkeypatch):
        super().__init__(root)
        self.cache, self.drawn = root / 'dist' / '.cache', []
        for name in ('draw_text', 'draw_first', 'make_papers'):
            monkeypatch.setattr(Workers, name, self._counted(name, getattr(Workers, name)))

    def _counted(self, name, method):
        def counted(workers, argument):
            self.drawn.append(name)
            return method(workers, argument)

        return counted

    def built(self, *chapters, jobs=1, cached=True, with_drawings=False, **settings):
        self.drawn.clear()
        return build_pdf(
            *self.book(*chapters, **settings),
            PRESS / 'styles',
            jobs=jobs,
            cache=self.cache if cached else None,
            with_drawings=with_drawings,
        )

    def assert_as_anew(self, *chapters, jobs=1, **settings):
        """The book set with the cache, and as without it."""
        made = self.built(*chapters, jobs=jobs, **settings)
        count = self.drawn.copy()
        assert_the_same(made, self.built(*chapters, cached=False, **settings))
        self.drawn[:] = count
        return made

    def files(self):
        return sorted(path.name for path in self.cache.iterdir())


def assert_the_same(one, other):
    assert one.content == other.content
    assert one.warnings == other.warnings
    assert page_starts(one.frames) == page_starts(other.frames)


@pytest.fixture
def press(tmp_path, monkeypatch):
    press = CachedPress(tmp_path, monkeypatch)
    (tmp_path / 'book' / 'chapters').mkdir(parents=True)
    paint(tmp_path, 'L', 80)
    return press


def paint(root, mode, colour):
    Image.new(mode, (60, 40), colour).save(root / 'book' / 'chapters' / '図.png')


def folder_book(root, chapters=None):
    settings = load_settings(root)
    return settings, [mark_up(chapter, settings) for chapter in read_chapters(settings)]


def test_nothing_is_drawn_that_did_not_change(press):
    press.assert_as_anew(*CHAPTERS)
    before = press.files()
    press.assert_as_anew(*CHAPTERS)
    assert press.drawn == [] and press.files() == before


def test_counting_the_pages_draws_them_for_the_pdf_and_forgets_none_of_it(press):
    book = press.book(*CHAPTERS)
    starts = find_page_starts(*book, PRESS / 'styles', cache=press.cache)
    assert 'draw_text' in press.drawn and 'make_papers' not in press.drawn
    built = press.built(*CHAPTERS)
    assert {*press.drawn} == {'make_papers'} and page_starts(built.frames) == starts
    before = press.files()
    assert find_page_starts(*book, PRESS / 'styles', cache=press.cache) == starts
    assert press.files() == before


def test_what_is_kept_for_a_pdf_and_for_a_printer_does_not_displace_each_other(press):
    plain = press.built(*CHAPTERS)
    drawn = press.built(*CHAPTERS, with_drawings=True)
    assert 'draw_text' in press.drawn and any(page.frame.drawing for page in drawn.frames)
    assert plain.content == drawn.content
    before = press.files()
    for with_drawings in (False, True):
        again = press.built(*CHAPTERS, with_drawings=with_drawings)
        assert press.drawn == [] and again.content == plain.content
    assert press.files() == before


def test_of_a_changed_chapter_that_alone_is_drawn(press):
    press.built(*CHAPTERS)
    changed = CHAPTERS[1].replace('永', '袖', 1)
    press.assert_as_anew(CHAPTERS[0], changed, *CHAPTERS[2:])
    assert press.drawn == ['draw_text']


def test_a_page_more_changes_the_folios_behind_it(press):
    press.built(*CHAPTERS, chapter_start='recto')
    before = press.files()
    press.assert_as_anew(
        *CHAPTERS[:2], CHAPTERS[2] + f'\n\n{LONG * 18}', CHAPTERS[3], chapter_start='recto'
    )
    # Of the papers those of the changed chapter, and two behind it.
    assert press.drawn.count('draw_text') == 1
    assert press.drawn.count('draw_first') == 1
    assert press.drawn.count('make_papers') == 3
    assert len(set(before) & set(press.files())) > 4


def test_settings_do_not_mix(press):
    variant = {'notes': 'side', 'pdf_variant': 'pdf/a-3u'}
    for settings in ({}, {'chapter_title': 'naka-tobira'}, variant, {}):
        press.assert_as_anew(*CHAPTERS, **settings)


@pytest.mark.parametrize('name', ['showcase', 'novel'])
def test_a_real_book_is_the_same_cold_and_warm_however_many_processes_set_it(
    tmp_path, monkeypatch, name
):
    monkeypatch.setattr(pool, '_WORTH_A_PROCESS', 1)
    shutil.copytree(BOOKS / name / 'book', tmp_path / 'book')
    cache = tmp_path / 'dist' / '.cache'

    def built(**options):
        return build_pdf(*folder_book(tmp_path), PRESS / 'styles', **options)

    anew = built()
    for jobs in (2, 1):
        assert_the_same(built(jobs=jobs, cache=cache), anew)
    chapter = sorted((tmp_path / 'book' / 'chapters').glob('*.md'))[-1]
    chapter.write_text(chapter.read_text(encoding='utf-8') + f'\n\n{LONG}', encoding='utf-8')
    assert_the_same(built(jobs=2, cache=cache), built())


PARTS = st.sampled_from(
    [
        '短い段落。',
        LONG,
        '{漢|かん}{字|じ}と^12^。',
        '## 節',
        '- 項',
        '本文[^1]。\n\n[^1]: 注。',
        '> 引用。',
        '龘の字。',
    ]
)
EDITS = st.lists(st.tuples(st.integers(0, 2), PARTS), min_size=1, max_size=3)


@given(EDITS)
@tried(max_examples=6)
def test_however_a_book_is_edited(edits):
    with tempfile.TemporaryDirectory() as root:
        press, chapters = Press(Path(root)), ['# 一\n\n始め。', '# 二\n\n始め。', '# 三\n\n始め。']
        for number, part in edits:
            chapters[number] = f'{chapters[number]}\n\n{part}'
            book = press.book(*chapters)
            assert_the_same(
                *(
                    build_pdf(*book, PRESS / 'styles', cache=cache)
                    for cache in (Path(root) / 'dist' / '.cache', None)
                )
            )


def test_a_picture_of_the_same_name_is_drawn_anew(press):
    before = press.assert_as_anew(*CHAPTERS)
    paint(press.root, 'RGBA', (200, 0, 0, 120))
    assert press.assert_as_anew(*CHAPTERS).content != before.content
    assert press.drawn.count('draw_text') == 1


def test_a_picture_in_the_sheets_is_drawn_anew(press):
    press.add_rules("""
        .chapter > h1::before { content: url(../book/chapters/図.png) }
        @page { @top-center { content: url(../book/chapters/図.png) } }""")
    before = press.assert_as_anew(*CHAPTERS)
    paint(press.root, 'L', 200)
    assert press.assert_as_anew(*CHAPTERS).content != before.content
    assert {'draw_text', 'make_papers'} <= set(press.drawn)


def test_a_changed_sheet_draws_all_anew(press):
    before = press.assert_as_anew(*CHAPTERS)
    press.add_rules('p { color: #333 }')
    assert press.assert_as_anew(*CHAPTERS).content != before.content
    assert press.drawn.count('draw_text') == 5


def test_a_changed_sheet_that_another_takes_in_draws_all_anew(press):
    (press.root / 'styles').mkdir()
    own = (PRESS / 'styles' / 'pdf.css').read_text(encoding='utf-8')
    (press.root / 'styles' / 'pdf.css').write_text(
        f'@import url(../book/own.css);{own}', encoding='utf-8'
    )
    made = []
    for colour in ('red', 'blue'):
        (press.root / 'book' / 'own.css').write_text(f'p {{ color: {colour} }}')
        made.append(press.assert_as_anew(*CHAPTERS).content)
    assert made[0] != made[1]


def test_pages_that_tell_how_many_there_are_change_with_them(press):
    press.add_rules('@page { @bottom-center { content: counter(pages) } }')
    pages = press.built(*CHAPTERS).pages
    assert press.assert_as_anew(*CHAPTERS, f'# 終\n\n{LONG * 20}').pages > pages
    assert press.drawn.count('make_papers') == 7


@pytest.fixture
def fonts(tmp_path, monkeypatch):
    """A folder that has all fonts of the machine as fontconfig is told."""
    folder = tmp_path / 'fonts'
    folder.mkdir()
    (tmp_path / 'fonts.conf').write_text(
        f'<fontconfig><dir>{folder}</dir><cachedir>{tmp_path / "fontcache"}</cachedir>'
        '</fontconfig>'
    )
    serif = machine_font('Noto Serif CJK JP')
    subset = uharfbuzz.SubsetInput()
    subset.unicode_set.update(map(ord, {*''.join(CHAPTERS), *'試みの本奥付目次扉発行、。・'}))
    (folder / 'a.otf').write_bytes(
        uharfbuzz.subset(uharfbuzz.Face(serif.read_bytes()), subset).blob.data
    )
    monkeypatch.setenv('FONTCONFIG_FILE', str(tmp_path / 'fonts.conf'))
    return folder


def machine_font(family):
    """The file of the font that the machine has for ``family``."""
    pattern, found, result = (
        fontconfig.FcPatternCreate(),
        ffi.new('FcChar8 **'),
        ffi.new('FcResult *'),
    )
    fontconfig.FcPatternAddString(pattern, b'family', family.encode())
    config = fontconfig.FcInitLoadConfigAndFonts()
    match = fontconfig.FcFontMatch(config, pattern, result)
    fontconfig.FcPatternGetString(match, b'file', 0, found)
    return Path(os.fsdecode(ffi.string(found[0])))


def with_glyphs_exchanged(font, path):
    """Write ``font`` to ``path``, 永 and 東 exchanged."""
    cmap = font.getBestCmap()
    first, second = cmap[ord('永')], cmap[ord('東')]
    for table in font['cmap'].tables:
        if table.isUnicode() and ord('永') in table.cmap:
            table.cmap.update({ord('永'): second, ord('東'): first})
    font.save(path)


def test_a_font_that_comes_first_now_is_taken(press, fonts):
    families = press.book(*CHAPTERS)[0].fonts
    chosen = {'fonts': type(families)(serif=('試みの体', 'Noto Serif CJK JP'), sans=())}
    before = press.assert_as_anew(*CHAPTERS, **chosen)
    font = TTFont(fonts / 'a.otf')
    for name in font['name'].names:
        if name.nameID in (1, 4, 6, 16):
            name.string = '試みの体' if name.nameID != 6 else 'Trial'
    with_glyphs_exchanged(font, fonts / 'b.otf')
    assert press.assert_as_anew(*CHAPTERS, **chosen).content != before.content


def test_another_font_in_the_same_file_is_taken(press, fonts):
    before = press.assert_as_anew(*CHAPTERS)
    path = fonts / 'a.otf'
    state = path.stat()
    with_glyphs_exchanged(TTFont(path), path)
    # Neither its time nor its size need tell.
    path.write_bytes(path.read_bytes().ljust(state.st_size, b'\0')[: state.st_size])
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert press.assert_as_anew(*CHAPTERS).content != before.content


@pytest.mark.parametrize(
    'damage',
    [
        lambda file: b'',
        lambda file: file[: len(file) // 2],
        lambda file: file[:-1],
        lambda file: file + b'\0',
        lambda file: file[:40] + bytes([file[40] ^ 1]) + file[41:],
        lambda file: b'\x80\x04cos\nsystem\n(Vfalse\ntR.',
    ],
    ids=['empty', 'half', 'a byte less', 'a byte more', 'a bit other', 'a pickle'],
)
def test_a_damaged_file_is_drawn_anew(press, damage):
    press.built(CHAPTERS[3])
    for path in press.cache.iterdir():
        path.write_bytes(damage(path.read_bytes()))
    press.assert_as_anew(CHAPTERS[3])
    assert press.drawn.count('draw_text') == 2
    press.built(CHAPTERS[3])
    assert press.drawn == []


def test_a_file_under_the_name_of_another_is_drawn_anew(press):
    press.built(*CHAPTERS)
    paths = sorted(press.cache.iterdir())
    files = [path.read_bytes() for path in paths]
    for path, file in zip(paths, files[1:] + files[:1]):
        path.write_bytes(file)
    press.assert_as_anew(*CHAPTERS)
    assert press.drawn.count('draw_text') == 5


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda values: st.lists(values, max_size=4) | st.dictionaries(st.text(max_size=3), values),
)


@given(st.binary(max_size=60), st.lists(st.tuples(st.integers(0, 99), JSON), max_size=4))
def test_a_file_made_up_is_no_segment(content, values):
    key = b'k' * 32
    parts = codec.Bytes()
    file = codec.written(key, values, parts)
    assert json.dumps(codec.read(key, file)[0]) == json.dumps(values)
    for other in (content, file[:-1], content + file):
        if other != file:
            with pytest.raises(ValueError, match='not as it was written'):
                codec.read(key, other)


def test_what_is_not_used_is_deleted_and_what_is_not_the_caches_stays(press):
    for count in (4, 3, 2):
        press.built(*CHAPTERS[:count])
        chapter = press.root / 'book' / 'chapters' / f'{count - 1:02d}.md'
        chapter.unlink()
    (press.cache / 'mine.txt').write_text('mine')
    kept = press.built(*CHAPTERS[:2])
    names = press.files()
    shutil.rmtree(press.cache)
    assert_the_same(press.built(*CHAPTERS[:2]), kept)
    assert sorted([*press.files(), 'mine.txt']) == names


@pytest.mark.parametrize('way', ['.cache', 'dist'])
def test_no_link_leads_the_cache_out_of_the_book(press, way, tmp_path_factory):
    outside = tmp_path_factory.mktemp('outside')
    (outside / ('a' * 64 + '.drawn')).write_text('of another')
    link = press.cache if way == '.cache' else press.cache.parent
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(outside)
    press.assert_as_anew(*CHAPTERS)
    assert [path.name for path in outside.iterdir()] == ['a' * 64 + '.drawn']


def test_a_link_in_the_cache_is_not_followed(press, tmp_path_factory):
    outside = tmp_path_factory.mktemp('outside')
    press.built(*CHAPTERS)
    for path in press.cache.iterdir():
        path.rename(outside / path.name)
        path.symlink_to(outside / path.name)
    before = {path: path.read_bytes() for path in outside.iterdir()}
    press.assert_as_anew(*CHAPTERS)
    assert press.drawn.count('draw_text') == 5
    assert {path: path.read_bytes() for path in outside.iterdir()} == before


def test_where_there_can_be_no_cache_the_book_is_set(press):
    press.cache.parent.mkdir()
    press.cache.write_text('a file')
    press.assert_as_anew(*CHAPTERS)
    assert press.cache.read_text() == 'a file'
