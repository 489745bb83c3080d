import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.seed.aozora import compose_accents


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
