"""The fonts that come with an EPUB: enough for its text, in vertical writing, and no more."""

import io

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from tategumi.check.epub import check_epub
from tategumi.errors import BadInput
from tategumi.fonts.faces import Face
from tategumi.fonts.subset import may_be_embedded
from tategumi.markup import XHTML
from tategumi.settings import Epub, Fonts

from .test_build import build, built_bytes

EMBEDDING = Epub(embed_font=True)


@pytest.fixture(scope='module')
def archive(every_construct):
    return build(every_construct, epub=EMBEDDING)


def fonts(archive):
    return {name: archive.read(name) for name in archive.namelist() if '/fonts/' in name}


def face(content):
    return Face(None, None, uharfbuzz.Font(uharfbuzz.Face(content)), 'a font', 880)


def test_none_come_with_the_book_unless_asked_for(every_construct):
    assert not fonts(every_construct.archive)
    assert '@font-face' not in every_construct.archive.read('EPUB/families.css').decode()


@pytest.mark.parametrize(
    'name, path',
    [
        ('sans-700', './/text()[ancestor::x:strong or ancestor::x:th]'),
        ('serif-700', './/text()[ancestor::x:h1 or ancestor::x:h2]'),
        ('serif-400', './/x:p/text() | .//x:p/x:ruby//text()'),
    ],
)
def test_every_character_is_in_the_font_it_is_set_in(every_construct, archive, name, path):
    has = TTFont(io.BytesIO(fonts(archive)[f'EPUB/fonts/{name}.otf'])).getBestCmap()
    pages = [every_construct.xml(file).find('{*}body') for file in every_construct.spine()]
    used = {
        ord(character)
        for body in pages
        for text in body.xpath(path, namespaces={'x': XHTML})
        for character in text.strip()
    }
    assert used and used <= set(has)


def test_marks_have_their_vertical_forms(archive):
    made = face(fonts(archive)['EPUB/fonts/serif-400.otf'])
    for mark in '「」。、（）ー':
        assert made.upright(mark) != made.hb_font.get_nominal_glyph(ord(mark))
        assert made.vertical_advances[made.upright(mark)] == 1000


def test_tate_chu_yoko_has_its_narrow_forms(archive):
    made = face(fonts(archive)['EPUB/fonts/serif-400.otf'])
    assert sum(advance for _, advance in made.row('12', {'hwid': True})) == 1000


def test_the_sheet_names_each_font_by_the_family_the_text_asks_for(every_construct, archive):
    css = archive.read('EPUB/families.css').decode()
    for name in fonts(archive):
        assert f'url({name.removeprefix("EPUB/")})' in css
    rules = css.split('html {')[0]
    assert f'font-family: "{every_construct.settings.fonts.serif[0]}"' in rules


def test_epubcheck_has_nothing_against_it_and_it_is_the_same_bytes(every_construct, tmp_path):
    content = built_bytes(every_construct, epub=EMBEDDING)
    (tmp_path / 'book.epub').write_bytes(content)
    assert check_epub(tmp_path / 'book.epub') == []
    assert built_bytes(every_construct, epub=EMBEDDING) == content


def test_a_font_that_is_not_there_is_named(every_construct):
    with pytest.raises(BadInput, match=r'book\.yaml.*none of 架空明朝 is on this machine'):
        build(every_construct, epub=EMBEDDING, fonts=Fonts(serif=('架空明朝',)))


@pytest.mark.parametrize(
    'rights, allowed', [(0, True), (4, True), (8, True), (2, False), (0x104, False)]
)
def test_a_font_is_embedded_only_where_its_maker_allows_it(archive, rights, allowed):
    font = TTFont(io.BytesIO(fonts(archive)['EPUB/fonts/serif-700.otf']))
    font['OS/2'].fsType = rights
    written = io.BytesIO()
    font.save(written)
    assert may_be_embedded(face(written.getvalue())) is allowed
