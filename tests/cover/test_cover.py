"""The cover as a shelf shows it."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from tategumi.cover import cover_of
from tategumi.cover.typeset import title_size
from tategumi.errors import BadInput
from tategumi.fonts.subset import chosen_face, subset
from tategumi.settings import Creator, Settings

STYLES = Path(__file__).parents[2] / 'styles'
BOOK = Settings(root=Path('no-such-folder'), title='灯台の本')


def typeset(**change):
    kind, content = cover_of(replace(BOOK, **change), STYLES)
    assert kind == 'image/png'
    return Image.open(io.BytesIO(content)).convert('L')


def is_empty(image, box):
    darkest, lightest = image.crop(box).getextrema()
    return lightest - darkest < 8


def test_a_typeset_cover_has_the_size_stores_ask_for():
    assert typeset().size == (1600, 2560)


def test_the_same_book_has_the_same_cover():
    other = replace(BOOK, title='別の本')
    first = cover_of(BOOK, STYLES)
    for number in range(10):
        cover_of(replace(other, subtitle=str(number)), STYLES)
    assert cover_of(BOOK, STYLES) == first != cover_of(other, STYLES)


def test_the_title_runs_down():
    image = typeset(title='一' * 6)
    columns = [image.getpixel((x, 1280)) for x in range(image.width)]
    paper = max(columns)
    slip = [x for x, tone in enumerate(columns) if tone == paper]
    inside = image.crop((slip[0] + 60, 280, slip[-1] - 60, 2280)).point(lambda tone: tone < 128)
    left, top, right, bottom = inside.getbbox()
    assert bottom - top > 3 * (right - left)


def test_creators_stand_left_of_the_title():
    foot_left = (0, 1700, 700, 2400)
    assert is_empty(typeset(), foot_left)
    assert not is_empty(typeset(creators=(Creator('山田太郎'),)), foot_left)


@pytest.mark.parametrize(
    'change',
    [
        {'title': 'とても長い題の本' * 12, 'subtitle': '副題も長い' * 9, 'publisher': '出版社'},
        {'creators': tuple(Creator(f'編者{number}号', 'edt') for number in range(9))},
    ],
    ids=['title', 'creators'],
)
def test_much_to_say_is_made_smaller_and_stays_within_the_edges(change):
    image = typeset(**change)
    width, height = image.size
    for edge in (
        (0, 0, width, 60),
        (0, height - 60, width, height),
        (0, 0, 60, height),
        (width - 60, 0, width, height),
    ):
        assert is_empty(image, edge)


def test_more_than_any_cover_holds_is_refused():
    creators = tuple(Creator(f'編者{number}号', 'edt') for number in range(80))
    with pytest.raises(BadInput, match=r'book\.yaml: .* "cover"'):
        typeset(creators=creators)


@given(st.text('あ漢A1。', min_size=1, max_size=80), st.integers(1, 20))
def test_a_longer_title_is_never_set_larger(title, more):
    assert 0 < title_size(title + '字' * more) <= title_size(title)


@pytest.mark.parametrize('kind', ['PNG', 'JPEG'])
def test_a_picture_of_the_editor_s_is_taken_as_it_is(tmp_path, kind):
    (tmp_path / 'book').mkdir()
    path = tmp_path / 'book' / '表紙 1'
    Image.new('RGB', (16, 25), 'red').save(path, kind)
    settings = replace(BOOK, root=tmp_path, cover='表紙 1')
    assert cover_of(settings, STYLES) == (f'image/{kind.lower()}', path.read_bytes())


@pytest.mark.parametrize(
    'name, message',
    [
        ('gone.png', 'is not there'),
        ('../secret.png', 'outside the book'),
        ('https://example.com/a.png', 'relative path'),
        ('a.gif', 'neither JPEG nor PNG'),
        ('a.txt', 'is not PNG'),
    ],
)
def test_what_is_no_picture_of_the_book_is_refused(tmp_path, name, message):
    (tmp_path / 'book').mkdir()
    Image.new('L', (9, 9)).save(tmp_path / 'secret.png')
    Image.new('L', (9, 9)).save(tmp_path / 'book' / 'a.gif')
    (tmp_path / 'book' / 'a.txt').write_text('text')
    with pytest.raises(BadInput, match=rf'book\.yaml: "cover": .*{message}'):
        cover_of(replace(BOOK, root=tmp_path, cover=name), STYLES)


def test_a_book_may_bring_its_own_sheet(tmp_path):
    (tmp_path / 'styles').mkdir()
    (tmp_path / 'styles' / 'cover.css').write_text('@page { background: #fff }')
    assert typeset(root=tmp_path).getpixel((5, 5)) == 255


def test_a_sheet_of_its_own_brings_its_pictures_and_fonts(tmp_path):
    (tmp_path / 'styles').mkdir()
    (tmp_path / 'styles' / 'cover.css').write_text(
        (STYLES / 'cover.css').read_text(encoding='utf-8')
        + '@font-face { font-family: Own; src: url(own.otf) } .title { font-family: Own }'
        '@page { background: url(ground.png) }',
        encoding='utf-8',
    )
    (tmp_path / 'styles' / 'own.otf').write_bytes(named('Own', BOOK.title))
    for shade in (0, 200):
        Image.new('L', (9, 9), shade).save(tmp_path / 'styles' / 'ground.png')
        cover = typeset(root=tmp_path)
        assert cover.getpixel((5, 5)) == shade
    Image.new('L', (9, 9), 200).save(tmp_path / 'styles' / 'ground.png')
    sheet = tmp_path / 'styles' / 'cover.css'
    sheet.write_text(sheet.read_text(encoding='utf-8').replace('family: Own }', 'family: None }'))
    assert ImageChops.difference(cover, typeset(root=tmp_path)).getbbox()


def named(name, characters):
    """A font of that name, as bytes: the sans that the press itself would take, in bold."""
    face = chosen_face(BOOK.fonts.sans, 700, 'ja')
    font = TTFont(io.BytesIO(subset(face, characters + '国', 700)))
    for record in font['name'].names:
        if record.nameID in (1, 3, 4, 6, 16):
            font['name'].setName(name, *(getattr(record, each) for each in _RECORD))
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


_RECORD = ('nameID', 'platformID', 'platEncID', 'langID')
