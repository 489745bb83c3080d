"""Words of other scripts within Japanese text, their marks off the line."""

from io import BytesIO

import pytest
from pdfminer.high_level import extract_text

WORDS = {
    'Arabic with vowels': 'أَحْبِبْ حَبِيبَكَ',
    'Hebrew with points': 'בְּרֵאשִׁית',
    'Thai': 'ภาษาไทยที่ดี',
    'Devanagari': 'हिन्दी में लिखा',
    'marks above marks': 'x̌̄́ and q̣̌',
    'Vietnamese': 'Việt Nữ Ngữ',
    'Greek with breathings': 'ἄνθρωπος ᾧ',
}


@pytest.mark.parametrize('kind', WORDS)
def test_a_word_of_another_script_is_set(press, kind):
    """What a font of the machine has is text in the file, and the words around it stay."""
    built = press.set(f'# 章\n\n前の文。{WORDS[kind]}と書く。後の文。')
    said = ''.join(extract_text(BytesIO(built.content)).split())
    assert '前の文。' in said and 'と書く。後の文。' in said
    there = [mark for mark in WORDS[kind] if not mark.isspace() and mark not in built.missing]
    assert sum(mark in said for mark in there) >= len(there) / 2
