"""A cover that was typeset is taken again where it would look the same, and nowhere else."""

import os
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from PIL import Image

from tategumi.cache import machine
from tategumi.cover import cover_of
from tategumi.settings import Settings

PRESS = Path(__file__).parents[2]
STYLES = PRESS / 'styles'

kept, typeset = map(import_module, ('tategumi.cover.kept', 'tategumi.cover.typeset'))


@pytest.fixture
def book(tmp_path):
    (tmp_path / 'dist').mkdir()
    return Settings(root=tmp_path, title='灯台の本')


def made(book):
    """``(the cover, whether it was typeset)``."""
    times = []

    def typeset_cover(*arguments):
        times.append(1)
        return own(*arguments)

    own, typeset.typeset_cover = typeset.typeset_cover, typeset_cover
    try:
        kind, cover = cover_of(book, STYLES, book.dist / '.cache')
    finally:
        typeset.typeset_cover = own
    assert kind == 'image/png'
    return cover, bool(times)


def test_the_same_cover_is_not_typeset_again(book):
    first, was_typeset = made(book)
    assert was_typeset
    assert made(book) == (first, False)
    assert cover_of(book, STYLES) == ('image/png', first)


def own_sheet(book, css='@page { background: url(paper.png) }'):
    folder = book.root / 'styles'
    folder.mkdir(exist_ok=True)
    sheet = (STYLES / 'cover.css').read_text(encoding='utf-8')
    (folder / 'cover.css').write_text(f'{sheet}{css}', encoding='utf-8')
    return folder


@pytest.mark.parametrize(
    'change',
    [{'title': '桟橋の本'}, {'subtitle': '港の灯'}, {'publisher': '岬書房'}, {'language': 'zh'}],
    ids=str,
)
def test_what_stands_on_it_has_it_typeset_anew_where_it_changed(book, change):
    made(book)
    cover, was_typeset = made(replace(book, **change))
    assert was_typeset
    assert made(replace(book, **change)) == (cover, False)


def test_its_sheets_and_what_they_name_have_it_typeset_anew(book):
    plain, _ = made(book)
    folder = own_sheet(book)
    covers = {plain}
    for tone in (40, 200):
        Image.new('L', (8, 8), tone).save(folder / 'paper.png')
        cover, was_typeset = made(book)
        assert was_typeset
        assert made(book) == (cover, False)
        covers.add(cover)
    assert len(covers) == 3


def test_another_press_another_environment_other_fonts_have_it_typeset_anew(
    book, monkeypatch, tmp_path
):
    made(book)
    for change in (
        lambda: monkeypatch.setattr(kept, 'press_digest', lambda: 'another'),
        lambda: monkeypatch.setenv('FC_LANG', 'ko'),
        lambda: monkeypatch.setenv('XDG_DATA_HOME', str(tmp_path / 'data')),
        lambda: (tmp_path / 'data' / 'fonts').mkdir(parents=True),
    ):
        assert not made(book)[1]
        change()
        assert made(book)[1]
    assert not made(book)[1]


def test_a_font_that_comes_into_a_folder_has_it_typeset_anew(book, monkeypatch, tmp_path):
    fonts = tmp_path / 'data' / 'fonts'
    fonts.mkdir(parents=True)
    monkeypatch.setenv('XDG_DATA_HOME', str(tmp_path / 'data'))
    made(book)
    os.utime(fonts, ns=(0, 0))
    assert made(book)[1]


@pytest.mark.parametrize('content', [b'', b'x' * 200], ids=['empty', 'garbled'])
def test_what_was_kept_and_is_not_whole_is_typeset_anew(book, content):
    first = made(book)
    (file,) = (book.dist / '.cache' / 'cover').iterdir()
    file.write_bytes(content)
    assert made(book) == first
    assert not made(book)[1]


def test_nothing_is_kept_where_libraries_are_not_known(book, monkeypatch):
    monkeypatch.setattr(machine, '_LOADED', book.root / 'none')
    assert made(book)[1] and made(book)[1]
    assert not (book.dist / '.cache').exists()


def test_one_cover_is_kept_at_a_time(book):
    for title in ('一', '二', '三'):
        made(replace(book, title=title))
    assert len(list((book.dist / '.cache' / 'cover').iterdir())) == 1


def test_weasyprint_is_not_loaded_for_a_cover_that_is_kept(book):
    first, _ = made(book)
    script = (
        'import sys; from pathlib import Path; from tategumi.cover import cover_of; '
        'from tategumi.settings import Settings; root, styles = map(Path, sys.argv[1:]); '
        "book = Settings(root=root, title='灯台の本'); "
        "kind, cover = cover_of(book, styles, book.dist / '.cache'); "
        "assert 'weasyprint' not in sys.modules; sys.stdout.buffer.write(cover)"
    )
    run = subprocess.run(
        [sys.executable, '-c', script, book.root, STYLES], cwd=PRESS, capture_output=True
    )
    assert run.stdout == first, run.stderr.decode()
