"""The class of every character JLReq's appendix A lists, and of the forms texts use for them."""

import unicodedata

import pytest

from tategumi.kumihan import class_of

#: JLReq appendix A, cl-01 to cl-18, as its tables show the characters; what it lists as
#: a pair of code points is left out.
LISTED = {
    1: '‘“（〔［｛〈《「『【｟〘〖«〝',
    2: '’”）〕］｝〉》」』】｠〙〗»〟',
    3: '‐〜゠–',
    4: '！？‼⁇⁈⁉',
    5: '・：；',
    6: '。．',
    7: '、，',
    8: '—…‥〳〴〵',
    9: 'ヽヾゝゞ々〻',
    10: 'ー',
    11: 'ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ',
    12: '￥＄￡＃€',
    13: '°′″℃￠％‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄',
    14: '　',
    15: 'あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどなにぬねの'
    'はばぱひびぴふぶぷへべぺほぼぽまみむめもやゆよらりるれろわゐゑをんゔ',
    16: 'アイウエオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドナニヌネノ'
    'ハバパヒビピフブプヘベペホボポマミムメモヤユヨラリルレロワヰヱヲンヴヷヸヹヺ',
    17: '＝≠≒≃≅≈≡≢＜＞≦≧≪≫≶≷⋚⋛∧∨⌅⌆⊂⊃⊄⊅⊆⊇⊊⊋∈∋∉∪∩∥∦⇒⇔↔∽∝⊥⊕⊗',
    18: '＋－×÷±∓',
}


@pytest.mark.parametrize(
    'number, character',
    [
        pytest.param(number, character, id=f'cl-{number:02}-{ord(character):04X}')
        for number, characters in LISTED.items()
        for character in characters
    ],
)
def test_listed_characters_are_of_their_class(number, character):
    assert class_of(character) == number


@pytest.mark.parametrize(
    'number, character',
    [
        (number, chr(code))
        for number, code in (
            (12, 0xA5),
            (12, 0xA3),
            (13, 0xA2),
            (18, 0x2212),
            (1, 0x2985),
            (2, 0x2986),
        )
    ],
)
def test_a_character_is_of_its_class_by_either_code_point(number, character):
    """Appendix A gives one code point and shows the form at another."""
    assert class_of(character) == number


@pytest.mark.parametrize('character', '―─')
def test_what_texts_use_as_a_dash_is_inseparable(character):
    """Appendix A.8 on U+2015."""
    assert class_of(character) == 8


@pytest.mark.parametrize('number, character', [(3, '～'), (2, '〞')])
def test_what_texts_use_for_the_wave_dash_and_the_low_quotation_mark(number, character):
    assert class_of(character) == number


@pytest.mark.parametrize('first, last', [(0xFE10, 0xFE19), (0xFE30, 0xFE4F), (0xFE50, 0xFE6B)])
def test_vertical_and_small_forms_are_of_the_class_of_their_character(first, last):
    full_width = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
    for form in map(chr, range(first, last + 1)):
        tag, *parts = unicodedata.decomposition(form).split() or ['']
        if tag in ('<vertical>', '<small>') and len(parts) == 1:
            character = chr(int(parts[0], 16))
            assert class_of(form) == class_of(full_width.get(character, character)), form


@pytest.mark.parametrize('character', '永〇〃〆※①Ⅷ■○★→＆Ａａ１＠𠮷')
def test_all_else_stands_as_an_ideographic_character_does(character):
    """Appendix A, cl-19."""
    assert class_of(character) == 19
