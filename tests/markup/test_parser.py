"""What is read in a shorter way, as no notation can be there, says what it would say if read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.errors import BadManuscript
from tategumi.markup import lines, parser

MARKS = 'あ漢A1 。!?…\n\\`*_{}|^[]()<>《》:.-#&~=$%;"傍｜［］　\t'
#: Notation of all kinds, whole or begun.
NOTATION = (
    '** 《《 》》 ~~ == [^1] ^[あ] $$ {: {漢|かん} 漢《かん》 ｜A《あ》 [あ](#漢) [あ]{.small} '
    '［＃改丁］ [%5] `あ` \\* &amp; <br> <https://a.jp> *あ* _あ_ ^12^ $x^2$ H~2~O {.name} ◇ *[A]:'
).split()
HEADS = '- 1. １. > # : ``` === [^1]: {|--- | {:.center} \xa0 \u3000'.split(' ')
BLOCKS = ['\n\n', '\n\n\n', '  \n', '\n    ', *(f'\n{head} ' for head in HEADS)]
TEXT = st.lists(st.sampled_from([*MARKS, *NOTATION, *BLOCKS]), min_size=1, max_size=30).map(
    ''.join
)


def read_all(processor, root):
    """Look for each form in each text."""
    for form in processor.md.forms.values():
        processor.md.inlinePatterns.register(form.make(), form.name, form.priority)


def made_of(desk, text):
    try:
        made = desk.chapter(text)
    except BadManuscript as fault:
        return str(fault)
    return made.xhtml, made.warnings


@given(TEXT)
def test_the_page_is_the_same_whether_it_is_read_or_not(bare_desk, text):
    made = made_of(bare_desk, f'本{text}')
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser._Forms, 'run', read_all)
        patch.setattr(lines._PlainProcessor, 'test', lambda processor, parent, block: False)
        assert made_of(bare_desk, f'本{text}') == made
