"""Where a line may end: every pair of classes against JLReq's table 2 (appendix C)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.kumihan import CompositionStyle, Paragraph, compose
from tategumi.kumihan.breaks import break_table

CLASSES = (*range(1, 17), *range(19, 31))

#: A row is the class before, a column the class after, in the order of ``CLASSES``.
#: ``.``: a line may end here; ``n``: it may not; ``?``: a note; ``x``: cannot occur.
TABLE_2 = """
    01 nnnnnnnnnnnnnnnnnnnnnnnnnnxn
    02 .nnnnnn.nnn......n........n.
    03 .nnnnnn.nnn......n........n.
    04 .nnnnnn.nnn..?...n........n.
    05 .nnnnnn.nnn......n........n.
    06 .nnnnnn.nnn......n........n.
    07 .nnnnnn.nnn......n........n.
    08 .nnnnnn?nnn......n........n.
    09 .nnnnnn.nnn......n........n.
    10 .nnnnnn.nnn......n........n.
    11 .nnnnnn.nnn......n........n.
    12 nnnnnnnnnnnnnnnnnnnnnnnnnnxn
    13 .nnnnnn.nnn......n........n.
    14 .nnnnnn.nnn......n........n.
    15 .nnnnnn.nnn......n........n.
    16 .nnnnnn.nnn......n........n.
    19 .nnnnnn.nnn......n........n.
    20 .nnnnnn.nnn......n........n.
    21 .nnnnnn.nnn......n?.......n.
    22 .nnnnnn.nnn......n.?......x.
    23 .nnnnnn.nnn......n..?.....x.
    24 .nnnnnn.nnn.?....n...n..?.n.
    25 .nnnnnn.nnn......n....n.n.n.
    26 .nnnnnn.nnn......n........n.
    27 .nnnnnn.nnn.?....n...nn.?.n.
    28 nxxxxxxnxxxnnnnnnxnxxnnxnxxn
    29 .nnnnnn.nnn......n........x.
    30 .nnnnnn.nnn......n........n?
"""
#: Note 4: the space after ！ and ？; 5 to 8 and 13: two constructs of the kind; 9: a unit
#: after a figure; 10: a Western letter after a figure; 11: a unit after a Western letter;
#: 12: within a Western word.
TABLE_2_NOTES = {
    (4, 14): False,
    (8, 8): True,
    (21, 21): True,
    (22, 22): True,
    (23, 23): True,
    (24, 13): False,
    (24, 27): False,
    (27, 13): True,
    (27, 27): False,
    (30, 30): True,
}

SMALL_KANA_AND_PROLONGED = (10, 11)


def cells_of_table_2():
    """``(before, after, may a line end between)`` of the pairs that can occur.

    Before a word space (cl-26) the table lets a line end and the space vanish at the next
    head; that it vanishes at the line end instead looks the same, and is tested below.
    """
    for line in TABLE_2.split('\n')[1:-1]:
        before, cells = line.split()
        assert len(cells) == len(CLASSES)
        for after, cell in zip(CLASSES, cells):
            if cell != 'x' and after != 26:
                pair = int(before), after
                breakable = TABLE_2_NOTES[pair] if cell == '?' else cell == '.'
                yield pytest.param(*pair, breakable, id=f'cl-{before}-cl-{after:02}')


@pytest.mark.parametrize('before, after, breakable', [*cells_of_table_2()])
def test_a_line_ends_where_table_2_lets_it(before, after, breakable):
    assert break_table(True)[before][after] == breakable


@pytest.mark.parametrize('before, after, breakable', [*cells_of_table_2()])
def test_relaxed_lets_small_kana_and_the_prolonged_sound_mark_begin_a_line(
    before, after, breakable
):
    """Appendix C, addendum: the strict level of general publications."""
    if after in SMALL_KANA_AND_PROLONGED:
        breakable = before not in (1, 12, 28)
    assert break_table(False)[before][after] == breakable


@pytest.mark.parametrize('mark', '＝≒＋−')
def test_a_formula_may_be_parted_at_its_mathematical_symbols(mark):
    """JLReq §3.7.4 d."""
    for before, after, ends in ((12, 3, [1, 3]), (5, 12, [2, 3])):
        paragraph = Paragraph()
        paragraph.append(27, before * 10, 10)
        paragraph.append_text(mark, 10)
        paragraph.append(27, after * 10, 10)
        lines = compose(paragraph, 120, CompositionStyle())
        assert [line.end for line in lines] == ends


def ends_of(text, characters, **style):
    paragraph = Paragraph()
    paragraph.append_text(text, 10)
    lines = compose(paragraph, characters * 10, CompositionStyle(**style))
    return [text[line.start : line.end] for line in lines]


@given(st.integers(2, 14))
def test_the_space_after_a_dividing_mark_never_begins_a_line(rest):
    """JLReq §3.1.6: at the line end it is not carried over to the next."""
    lines = ends_of('永' * 11 + '？　' + '東' * rest, 12)
    assert lines[0] == '永' * 11 + '？　'


def test_a_word_space_never_begins_a_line():
    paragraph = Paragraph()
    paragraph.append_text('永' * 12, 10)
    paragraph.append(26, 10 / 3, 10)
    paragraph.append_text('東' * 3, 10)
    first, second = compose(paragraph, 120, CompositionStyle())
    assert (first.length, second.start) == (120, 13)


@pytest.mark.parametrize('pair', ['――', '——', '……', '‥‥', '〳〵', '〴〵'])
def test_pairs_are_not_parted(pair):
    """Appendix C, note 5."""
    for before in range(8, 13):
        first = ends_of('永' * before + pair + '東' * 14, 12)[0]
        assert len(first) != before + 1


@pytest.mark.parametrize('pair', ['――', '……', '〳〵'])
def test_pairs_that_a_paragraph_begins_with_are_not_parted(pair):
    paragraph = Paragraph()
    paragraph.append_text(pair * 2 + '東' * 5, 10)
    assert paragraph.bound[:4] == [True, False, True, False]
    for measure in (1, 3, 5):
        assert len(ends_of(pair * 3 + '東' * 14, measure)[0]) != measure


def test_two_different_inseparable_characters_are_parted():
    """Appendix C, note 5."""
    assert ends_of('永' * 11 + '―…' + '東' * 6, 12)[0] == '永' * 11 + '―'


def test_a_run_of_leaders_is_parted_between_its_pairs():
    first = ends_of('永' * 10 + '…' * 4 + '東' * 6, 12)[0]
    assert first == '永' * 10 + '……'


@pytest.mark.parametrize(
    'text, strict, relaxed',
    [
        ('永' * 12 + 'っ' + '東' * 4, 11, 12),
        ('永' * 12 + 'ー' + '東' * 4, 11, 12),
        ('永' * 12 + '々' + '東' * 4, 11, 11),
    ],
)
def test_what_may_begin_a_line_at_each_level(text, strict, relaxed):
    assert len(ends_of(text, 12, strict_line_start=True)[0]) == strict
    assert len(ends_of(text, 12)[0]) == relaxed
