"""The fonts that the book asks for are those it is set in, or the editor is told."""

import subprocess
import sys
import zipfile

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from .conftest import PRESS
from .test_cache import machine_font

ENGLISH, JAPANESE = 'Trial Mincho', '試みの明朝'
TEXT = '# 港\n\nひらがなの文。'


@pytest.fixture
def build(press, tmp_path, monkeypatch):
    """Build ``output`` of a book that is set in ``family``, on a machine with one font."""
    folder = tmp_path / 'fonts'
    folder.mkdir()
    subset = uharfbuzz.SubsetInput()
    subset.unicode_set.update(
        map(ord, {*TEXT, *'題表紙目次本文奥付発行年月日、。一二三四五六七八九〇'})
    )
    face = uharfbuzz.Face(machine_font('Noto Serif CJK JP').read_bytes())
    path = folder / 'a.otf'
    path.write_bytes(uharfbuzz.subset(face, subset).blob.data)
    font = TTFont(path)
    names = font['name']
    names.names = [name for name in names.names if name.nameID not in (1, 4, 16)]
    for number in (1, 4):
        names.setName(ENGLISH, number, 3, 1, 0x409)
        names.setName(JAPANESE, number, 3, 1, 0x411)
    font.save(path)
    (tmp_path / 'fonts.conf').write_text(
        f'<fontconfig><dir>{folder}</dir><cachedir>{tmp_path / "fontcache"}</cachedir>'
        '</fontconfig>'
    )
    monkeypatch.setenv('FONTCONFIG_FILE', str(tmp_path / 'fonts.conf'))

    def build(output, family):
        press.book(TEXT)
        (tmp_path / 'book' / 'book.yaml').write_text(
            f'title: 題\nslug: a\nfonts: {{serif: [{family}]}}\nepub: {{embed_font: true}}\n',
            encoding='utf-8',
        )
        done = subprocess.run(
            (sys.executable, PRESS / 'pipeline.py', '--lang', 'en', output, '--root', tmp_path),
            capture_output=True,
            encoding='utf-8',
        )
        return done.returncode, done.stdout + done.stderr

    return build


@pytest.mark.parametrize('family', [ENGLISH, JAPANESE, 'trialmincho'])
def test_a_font_is_known_by_each_of_its_names(build, tmp_path, family):
    status, told = build('all', family)
    assert (status, 'on this machine' in told) == (0, False), told
    with zipfile.ZipFile(tmp_path / 'dist' / 'a.epub') as epub:
        sheet = epub.read('EPUB/families.css').decode()
    # A reader finds the font by the name that the sheets ask for.
    assert sheet.count(f'"{family}"') > 1


def test_a_font_that_is_not_there_is_told_of_once_with_what_is_taken(build):
    status, told = build('pdf', '無い明朝')
    assert status == 0
    what = f'none of the fonts 無い明朝 is on this machine and has Japanese; {ENGLISH} is taken'
    assert told.count(what) == 1


def test_the_epub_takes_no_other_font_along(build, tmp_path):
    status, told = build('epub', '無い明朝')
    assert status == 2 and 'book.yaml:3: none of 無い明朝 is on this machine' in told
    assert not (tmp_path / 'dist' / 'a.epub').exists()
