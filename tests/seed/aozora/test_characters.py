import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.seed.aozora import compose_accents, resolve_gaiji


@pytest.mark.parametrize(
    'text, composed',
    [
        ('〔fune`bre〕', 'funèbre'),
        ('〔franc,ais〕', 'français'),
        ("〔assez cause'!〕", 'assez causé!'),
        ('〔Noe:l〕', 'Noël'),
        ('〔strasse: die Strase, Stras&e〕', 'strasse: die Strase, Straße'),
        ("〔l'e'te'〕", "l'été"),
        ("〔jusqu'a` la mort〕", "jusqu'à la mort"),
        ('〔A&ngstro:m〕', 'Ångström'),
        ('〔oe&uvre〕', 'œuvre'),
        ("〔?@Que'?〕", '¿Qué?'),
    ],
)
def test_letters_get_their_accents(text, composed):
    assert compose_accents(text) == composed


@pytest.mark.parametrize('text', ['〔編集部注〕', '〔it is〕', "l'e'te'", '〔Vive la guerre'])
def test_brackets_that_hold_no_accent_stay(text):
    assert compose_accents(text) == text


@given(st.text("〔〕eao'`^~:,&_ 港", max_size=20))
def test_japanese_is_never_touched(text):
    assert compose_accents(text).count('港') == text.count('港')


@pytest.mark.parametrize(
    'note, character',
    [
        ('※［＃「木＋吶のつくり」、第3水準1-85-54］', '枘'),
        ('※［＃「目＋爭」、第3水準1-88-85］', '睜'),
        ('※［＃「魚＋師のつくり」、第4水準2-93-37］', '魳'),
        ('※［＃ハート、U+2665、12-3］', '♥'),
    ],
)
def test_a_code_names_a_character(note, character):
    assert resolve_gaiji(f'前{note}後') == f'前{character}後'


@pytest.mark.parametrize(
    'text',
    [
        '※［＃「口＋奇」、12-3］',
        '※［＃「口」、第3水準1-99-1］',
        '※［＃「口」、U+110000］',
        '※［＃「口」、U+0000］',
        '［＃「港」に傍点］',
        '※印',
    ],
)
def test_what_names_no_character_stays(text):
    assert resolve_gaiji(text) == text


@given(st.integers(1, 2), st.integers(1, 94), st.integers(1, 94))
def test_every_code_gives_one_character_or_stays(plane, row, cell):
    note = f'※［＃「口」、第3水準{plane}-{row}-{cell}］'
    resolved = resolve_gaiji(note)
    assert resolved == note or (
        resolved.isprintable()
        and (b'\x8f' * (plane - 1) + bytes((row + 160, cell + 160))).decode('euc_jis_2004')
        == resolved
    )
