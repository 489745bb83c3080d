"""Blocks of 字下げ, 字上げ and 字詰め, told by their notes alone."""

from hypothesis import given
from hypothesis import strategies as st

from tategumi.seed.aozora import Indent, indents_of

BEGINS = {
    '［＃ここから２字下げ］': (2, 2),
    '［＃ここから10字下げ］': (10, 10),
    '［＃ここから１字下げ、折り返して３字下げ］': (1, 3),
    '［＃ここから改行天付き、折り返して１字下げ］': (0, 1),
}
ENDS = '［＃ここで字下げ終わり］'


@given(
    st.lists(
        st.sampled_from(
            [*BEGINS, ENDS, '［＃ここから20字詰め］', '［＃ここで字詰め終わり］', '港。']
        )
    )
)
def test_a_block_goes_on_until_its_end_or_another_of_its_kind(lines):
    depth, length = (0, 0), 0
    for line, indent in zip(lines, indents_of(lines), strict=True):
        depth = (0, 0) if line == ENDS else BEGINS.get(line, depth)
        length = 20 if 'から20字詰め' in line else 0 if '字詰め終わり' in line else length
        assert (indent or Indent()) == Indent(*depth, length)


def test_one_note_may_say_both():
    assert indents_of(['［＃ここから３字下げ、２０字詰め］']) == [Indent(3, 3, 20)]


def test_notes_that_set_nothing_in_begin_no_block():
    lines = [
        '［＃ここから横組み］',
        '［＃ここから大見出し］',
        'ここから２字下げ',
        '［＃２字下げ］港',
        '［＃ここから０字下げ］',
        f'［＃ここから{"9" * 5000}字下げ］',
    ]
    assert indents_of(lines) == [None] * 6


def test_a_block_at_the_line_end_says_how_far_it_is_raised():
    lines = [
        '［＃ここから地付き］',
        '［＃ここで地付き終わり］',
        '［＃ここから地から２字上げ］',
        '港',
        '［＃ここで字上げ終わり］',
    ]
    raised = [indent and indent.raised for indent in indents_of(lines)]
    assert raised == [0, None, 2, 2, None]
