"""Each stage of line adjustment (JLReq §3.8) on a line made for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.kumihan import CompositionStyle, Paragraph, compose
from tategumi.kumihan.adjustment import Gaps

EM = 12
WORDS = {'w': 2 * EM, 'W': 5 * EM}
END_SPACE = {'。': EM / 2, '、': EM / 2, '．': EM / 2, '，': EM / 2, '」': EM / 2, '・': EM / 4}


def paragraph_of(text):
    """``text`` as items of one size; ``w`` and ``W`` are Western words, ``_`` a word space."""
    paragraph = Paragraph()
    for character in text:
        if character in WORDS:
            paragraph.append(27, WORDS[character], EM)
        elif character == '_':
            paragraph.append(26, EM / 3, EM)
        else:
            paragraph.append_text(character, EM)
    return paragraph


def spaces_of(paragraph, line):
    """The spaces of ``line``, one after each item but the last; a word space has it in its own."""
    spaces = []
    for item in range(line.start, line.visible - 1):
        here, there = line.positions[item - line.start : item - line.start + 2]
        space = there - here - paragraph.advances[item]
        if paragraph.classes[item] == 26:
            space += paragraph.advances[item]
        spaces.append(round(space, 6))
    return spaces


def first_line(text, change, **style):
    """The first line of ``text`` and its spaces, on a measure ``change`` from its natural length.

    The natural length has the space after the last mark in it. What follows is a figure of
    eight digits, which cannot come up into the line, so that the line must be ``text``.
    """
    paragraph = paragraph_of(text)
    natural = compose(paragraph, 1000 * EM, CompositionStyle(justify=False))[0].length
    natural += END_SPACE.get(text[-1], 0)
    paragraph.append_upright('20151225', EM)
    line = compose(paragraph, natural + change, CompositionStyle(**style))[0]
    assert line.end == len(text)
    return line, spaces_of(paragraph, line)


def natural_spaces(text):
    return spaces_of(
        paragraph_of(text), compose(paragraph_of(text), 1000 * EM, CompositionStyle())[0]
    )


def changes(text, change, **style):
    """How much each space of the line grows (or shrinks), by the item before it."""
    line, spaces = first_line(text, change, **style)
    return line, [round(there - here, 6) for here, there in zip(natural_spaces(text), spaces)]


# Reduction, §3.8.3.


def test_word_spaces_give_first_and_alike():
    """§3.8.3 a: from a third of an em to a quarter."""
    line, change = changes('永w_w_w東、永・永', -1)
    assert change == [0, 0, -0.5, 0, -0.5, 0, 0, 0, 0, 0]


def test_word_spaces_give_before_the_space_at_the_line_end():
    line, change = changes('w_w_w_w_w_w_w永。', -EM / 2)
    assert change == [0, -1] * 6 + [0, 0]


@pytest.mark.parametrize('mark', '。、」')
def test_the_space_after_a_mark_at_the_line_end_goes_next_and_whole(mark):
    """§3.8.3 b."""
    line, change = changes('永「東」永・国、永永永永' + mark, -EM / 2)
    assert set(change) == {0}
    assert not line.hanging


def test_both_spaces_of_a_middle_dot_at_the_line_end_go_together():
    """§3.8.3 c."""
    line, change = changes('永東、永永永永永・', -EM / 2)
    assert change == [0, 0, 0, 0, 0, 0, 0, -EM / 4]


@pytest.mark.parametrize('mark', '。．')
def test_a_middle_dot_at_the_line_end_leaves_a_full_stop_its_half_em(mark):
    """Appendix D, note 2."""
    _, change = changes(f'永東永永永{mark}・', -EM / 2)
    assert change == [0, 0, 0, 0, 0, -EM / 4]
    paragraph = paragraph_of(f'永東永永永{mark}・永永永')
    # Of 7 em the dot gives a half; the next em is not to be had of the full stop.
    line = compose(paragraph, 6 * EM, CompositionStyle(hanging=False))[0]
    assert line.end == 4


@pytest.mark.parametrize('mark', '、，')
def test_a_middle_dot_at_the_line_end_goes_before_the_half_em_of_a_comma(mark):
    """Appendix D, note 3: the dot's quarters, then the comma's half em with those in the line."""
    _, change = changes(f'永、東永永{mark}・', -EM / 2)
    assert change == [0, 0, 0, 0, 0, -EM / 4]
    _, change = changes(f'永、東永永{mark}・', -EM / 2 - 6)
    assert change == [0, -3, 0, 0, 0, -EM / 4 - 3]


def test_a_word_space_at_the_head_of_a_paragraph_has_no_length():
    """§3.2.2, appendix B, note 13."""
    for head in ('', '永'):
        paragraph = paragraph_of(head)
        if head:
            paragraph.force_break()
        for item in '_w_w':
            paragraph.append(*((26, EM / 3, EM) if item == '_' else (27, 2 * EM, EM)))
        line = compose(paragraph, 20 * EM, CompositionStyle())[-1]
        assert [*map(round, line.positions[:4])] == [0, 0, 24, 28]


def test_the_house_may_keep_the_half_em_of_an_opening_bracket_at_a_line_head():
    """§3.1.5, the second of its patterns; the head of a paragraph is its indent's."""
    paragraph = paragraph_of('「' + '永' * 7 + '「' + '東' * 20)
    for kept in (False, True):
        style = CompositionStyle(bracket_space=kept)
        lines = compose(paragraph, 8 * EM - EM / 2, style)
        assert [line.end for line in lines][:2] == [8, 15 + (not kept)]
        assert lines[0].positions[0] == 0
        assert lines[1].positions[0] == kept * EM / 2
        assert lines[1].length <= 8 * EM - EM / 2 + 1e-6


def test_the_house_may_keep_the_half_em_of_a_full_stop_at_a_line_end():
    """Appendix D, table 4."""
    for kept in (False, True):
        style = CompositionStyle(hanging=False, rigid_end_stop=kept)
        line = compose(paragraph_of('永、東永永永。永永永永'), 6.5 * EM, style)[0]
        # The comma gives its half em in place of the full stop.
        assert (line.end, line.length) == (7, 6 * EM if kept else 6.5 * EM)


def test_middle_dots_in_the_line_give_alike_before_brackets_and_commas():
    """§3.8.3 d: down to solid."""
    line, change = changes('永・東「永」国・酬、永', -6)
    assert change == [-1.5, -1.5, 0, 0, 0, 0, -1.5, -1.5, 0, 0]


def test_reduction_is_in_proportion_to_the_size():
    """§3.8.3 d and e."""
    paragraph = Paragraph()
    for text, size in (('永・永', EM), ('永・永', 2 * EM)):
        paragraph.append_text(text, size)
    paragraph.append_upright('20151225', EM)
    line = compose(paragraph, 9 * EM - 9, CompositionStyle())[0]
    change = [there - here for here, there in zip([3, 3, 0, 6, 6], spaces_of(paragraph, line))]
    assert change == [-1.5, -1.5, 0, -3, -3]


def test_brackets_and_commas_give_alike_and_full_stops_do_not():
    """§3.8.3 e: the half em before opening and after closing brackets and commas."""
    line, change = changes('永w永「東」国、酬。永', -3)
    assert change == [0, 0, -1, 0, 0, -1, 0, -1, 0, 0]


def test_space_to_western_text_gives_last_down_to_an_eighth():
    """§3.8.3 f."""
    line, change = changes('永w永東w永。国', -4)
    assert change == [-1, -1, 0, -1, -1, 0, 0]
    line, spaces = first_line('永w永東w永。国', -6)
    assert spaces == [EM / 8, EM / 8, 0, EM / 8, EM / 8, 0, EM / 2]


def test_a_line_that_cannot_give_enough_ends_earlier_and_is_expanded():
    """§3.8.2."""
    paragraph = paragraph_of('永東国酬永東国酬w永')
    line = compose(paragraph, 11 * EM, CompositionStyle())[0]
    assert (line.end, line.adjustment) == (9, pytest.approx(EM - EM / 4))


# Expansion, §3.8.4.


def test_word_spaces_grow_first_up_to_half_an_em():
    """§3.8.4 a."""
    line, change = changes('永w_w_w東、永', 4)
    assert change == [0, 0, 2, 0, 2, 0, 0, 0]


def test_space_to_western_text_grows_next_up_to_half_an_em():
    """§3.8.4 b."""
    line, change = changes('永w_w東、永国', 6)
    assert change == [2, 0, 2, 2, 0, 0, 0]


def test_solid_characters_grow_next_up_to_a_quarter_em():
    """§3.8.4 c: but not where §3.1.11 lets no space be added."""
    line, change = changes('永w東国「酬」永・永。国！永永', 11)
    assert change == [3, 3, 2.5, *[0] * 10, 2.5]


@pytest.mark.parametrize('characters', [16, 38, 52])
def test_rather_two_lines_are_a_little_loose_than_one_is_very_loose(characters):
    """§3.8.4 says how one line is filled; over the paragraph the eye sees the loosest."""
    gaps = Gaps(paragraph_of('永' * characters))
    a_little, much = (
        gaps.expansion_cost(share * EM * (characters - 1), 0, characters - 1)
        for share in (0.04, 0.12)
    )
    assert 2 * a_little < much


def test_what_is_left_goes_evenly_to_all_places():
    """§3.8.4 d: in addition to what the stages before have taken."""
    line, change = changes('永w東国「酬」永・永。国', 3 * 3 + 7 * 2)
    assert change == [3 + 2, 3 + 2, 3 + 2, 2, 0, 0, 2, 0, 2, 0, 2]


@given(st.floats(0.1, 35))
def test_no_stage_of_reduction_begins_before_the_one_before_is_used_up(amount):
    """§3.8.3: word spaces 2 × 1, dots 4 × 3, half ems 3 × 6, Western text 3 × 1.5."""
    line, change = changes('永w_w_w東・国・酬「永」東、国W', -amount)
    given_up = [
        -sum(change[item] for item in items)
        for items in ((2, 4), (6, 7, 8, 9), (10, 13, 15), (0, 5, 16))
    ]
    limits = [2, 12, 18, 4.5]
    assert sum(given_up) == pytest.approx(amount, abs=0.001)
    for stage, (taken, limit) in enumerate(zip(given_up, limits)):
        assert taken <= limit + 0.001
        if sum(given_up[stage + 1 :]) > 0.001:
            assert taken == pytest.approx(limit, abs=0.001)


@given(st.floats(0.1, 60))
def test_no_stage_of_expansion_begins_before_the_one_before_is_used_up(amount):
    """§3.8.4: word spaces 2 × 2, Western text 2 × 3, solid characters 2 × 3, then all."""
    line, change = changes('永w_w_w東国、酬永', amount)
    assert sum(change) == pytest.approx(amount, abs=0.001)
    words, western, solid, comma = change[2], change[0], change[6], change[8]
    assert (words, western, solid) == pytest.approx((change[4], change[5], change[9]), abs=0.001)
    taken, limits = [words, western, solid, comma], [2, 3, 3]
    for stage, limit in enumerate(limits):
        assert taken[stage] == pytest.approx(limit + comma, abs=0.001) or (
            taken[stage] < limit and not any(taken[stage + 1 :])
        )


# Hanging, §3.8.2.


@pytest.mark.parametrize('mark', '。、．，')
def test_a_full_stop_or_comma_hangs_rather_than_change_any_space(mark):
    """§3.8.2, note on hanging punctuation: to maintain solid setting."""
    line, change = changes('永東・国「酬」永東国永' + mark, -EM)
    assert line.hanging
    assert set(change) == {0}


@pytest.mark.parametrize('mark', '」！？・')
def test_no_other_mark_hangs(mark):
    """§3.8.2: only applied to full stops and commas."""
    paragraph = paragraph_of('永' * 12 + mark + '東' * 12)
    line = compose(paragraph, 12 * EM, CompositionStyle())[0]
    assert not line.hanging
    assert line.end == 11


def test_a_mark_that_has_its_place_at_the_line_end_does_not_hang():
    """§3.8.2: if possible it is placed at the line end."""
    line = compose(paragraph_of('永' * 11 + '。' + '東' * 12), 12 * EM, CompositionStyle())[0]
    assert (line.end, line.hanging) == (12, False)


def test_without_hanging_the_line_is_reduced_instead():
    line, change = changes('永東・国「酬」、永東国永永。', -EM, hanging=False)
    assert not line.hanging
    assert sum(change) == -EM / 2
