"""What a reader sees of line composition: where lines end, and that they are full."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.kumihan import CompositionStyle, Paragraph, balanced, by_phrase, compose

EM = 10.0
NOT_AT_HEAD = set('」』）〕】、。，．・：；！？々ゝヽ〜゠')
NOT_AT_HEAD_STRICT = NOT_AT_HEAD | set('ーぁぃっゃゅょァィッャュョ')
NOT_AT_END = set('「『（〔【￥')
END_SPACE = {'」': 0.5, '）': 0.5, '。': 0.5, '、': 0.5, '・': 0.25}

prose = st.text(
    st.sampled_from('永東国酬今あいうかきっゃアイーッ、。「」『』（）・！？…―々　'),
    min_size=1,
    max_size=120,
)


def paragraph_of(text, size=EM):
    paragraph = Paragraph()
    paragraph.append_text(text, size)
    return paragraph


def set_lines(text, characters=12, indent=0, **style):
    lines = compose(paragraph_of(text), characters * EM, CompositionStyle(**style), indent * EM)
    return [text[line.start : line.end] for line in lines]


def reach(text, line):
    """Where a line's text ends, with the space its last mark may have after it."""
    last = text[line.visible - 1 - line.hanging]
    space = END_SPACE.get(last, 0)
    if last in '！？' and text[line.visible : line.visible + 1] == '　':
        space = 1
    return line.length, line.length + space * EM


@given(prose, st.integers(6, 40), st.booleans(), st.booleans(), st.booleans())
def test_nothing_is_lost_and_nothing_is_doubled(text, characters, justify, hanging, strict):
    lines = set_lines(text, characters, justify=justify, hanging=hanging, strict_line_start=strict)
    assert ''.join(lines) == text


@given(prose, st.integers(8, 40), st.booleans())
def test_full_lines_fill_the_measure_exactly(text, characters, hanging):
    measure = characters * EM
    lines = compose(paragraph_of(text), measure, CompositionStyle(hanging=hanging))
    for line in lines[:-1]:
        if not line.overfull:
            solid, spaced = reach(text, line)
            assert abs(solid - measure) < 0.01 or abs(spaced - measure) < 0.01
    for line in lines:
        assert line.overfull or line.length <= measure + 0.01


@given(
    st.text(st.sampled_from('永あ、。「」『』（）・！？…――‐\u3099　国'), min_size=1, max_size=80),
    st.integers(6, 30),
    st.booleans(),
)
def test_squares_that_are_even_stand_just_one_behind_the_other(text, characters, hanging):
    lines = compose(paragraph_of(text), characters * EM, CompositionStyle(hanging=hanging))
    for line in lines:
        squares = [position - start for position, start in zip(line.positions, line.starts)]
        steps = [
            after - before for before, after in pairwise(squares[: line.visible - line.start])
        ]
        if line.even:
            assert all(abs(step - EM) < 0.01 for step in steps)
        elif not line.overfull and line.adjustment == 0 and '・' not in text:
            assert line.hanging or any(abs(step - EM) > 0.01 for step in steps)


@given(prose, st.integers(8, 40), st.booleans())
def test_no_line_begins_or_ends_with_a_mark_that_may_not(text, characters, strict):
    lines = compose(
        paragraph_of(text), characters * EM, CompositionStyle(strict_line_start=strict)
    )
    prohibited = NOT_AT_HEAD_STRICT if strict else NOT_AT_HEAD
    for line, after in zip(lines, lines[1:]):
        if not line.overfull:
            assert text[after.start] not in prohibited
            assert text[line.end - 1] not in NOT_AT_END


@given(prose, st.integers(8, 40))
def test_characters_never_overlap_and_never_run_backwards(text, characters):
    paragraph = paragraph_of(text)
    for line in compose(paragraph, characters * EM, CompositionStyle()):
        visible = line.positions[: line.visible - line.start]
        for item, (here, there) in enumerate(zip(visible, visible[1:]), line.start):
            assert there >= here + paragraph.advances[item] - 0.01


@given(prose, st.integers(8, 40), st.lists(st.integers(0, 120), max_size=5))
def test_inline_elements_do_not_change_the_composition(text, characters, cuts):
    whole = compose(paragraph_of(text), characters * EM, CompositionStyle())
    parted = Paragraph()
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    for start, end in zip(edges, edges[1:]):
        # A pair of dashes is one construct and comes from one element.
        if text[start - 1 : start + 1] in ('……', '――') and start:
            return
        parted.append_text(text[start:end], EM)
    assert compose(parted, characters * EM, CompositionStyle()) == whole


def test_a_full_stop_after_a_full_line_hangs():
    assert set_lines('永' * 12 + '。' + '東' * 12) == ['永' * 12 + '。', '東' * 12]


def test_without_hanging_a_full_stop_is_drawn_in_or_takes_a_character_along():
    text = '永' * 5 + '、' + '永' * 6 + '。' + '東' * 12
    assert set_lines(text, hanging=False)[0] == '永' * 5 + '、' + '永' * 6 + '。'
    assert set_lines('永' * 12 + '。' + '東' * 12, hanging=False)[0] == '永' * 11


def test_reduction_is_tried_before_expansion():
    """JLReq §3.8.2: a line is filled by taking space out before putting any in."""
    text = '「永東」、「国酬」永東国あ、い' + '永' * 12
    paragraph = paragraph_of(text)
    line = compose(paragraph, 12 * EM, CompositionStyle(hanging=False))[0]
    assert line.adjustment < 0


def test_brackets_and_marks_in_a_row_are_set_solid():
    """JLReq §3.1.4: 」、 and 「『 take one em together, 」「 one and a half."""

    def length(text):
        (line,) = compose(paragraph_of(text), 1000 * EM, CompositionStyle())
        return line.length / EM

    assert length('永」、') == 2
    assert length('「『永') == 2
    assert length('永」「永') == 3.5
    assert length('永。「永') == 3.5
    assert length('永・永') == 3
    assert length('永「永') == 3


def test_the_space_after_a_question_mark_stays_at_the_line_end():
    """JLReq §3.1.6: it fills the line, and the line is not stretched for it."""
    lines = compose(paragraph_of('永' * 10 + '？　' + '東' * 12), 12 * EM, CompositionStyle())
    assert [line.end for line in lines] == [12, 24]
    assert lines[0].adjustment == 0


def test_a_combining_mark_stands_in_the_square_of_its_base():
    paragraph = paragraph_of('永か\u309a東')
    (line,) = compose(paragraph, 1000 * EM, CompositionStyle())
    squares = [position - start for position, start in zip(line.positions, paragraph.starts)]
    assert squares == [0, EM, EM, 2 * EM]
    assert line.length == 3 * EM


UNSEEN = '\u00ad\u034f\u061c\u180e\u200b\u200d\u200e\u2060\u2063\ufeff\U000e0001'


@given(prose, st.integers(6, 40), st.sampled_from(UNSEEN), st.data())
def test_what_nobody_sees_takes_no_room_and_moves_nothing(text, characters, unseen, data):
    place = data.draw(st.integers(0, len(text)))
    lines = compose(paragraph_of(text), characters * EM, CompositionStyle())
    paragraph = paragraph_of(text[:place] + unseen + text[place:])
    others = compose(paragraph, characters * EM, CompositionStyle())
    if unseen in '\u2060\ufeff' or not place:
        # It keeps together what is beside it, or is the first of the paragraph.
        assert sum(paragraph.advances) == sum(paragraph_of(text).advances)
        return
    seen = [
        [where for item, where in enumerate(line.positions, line.start) if item != place]
        for line in others
    ]
    assert seen == [[*line.positions] for line in lines]


@pytest.mark.parametrize('joiner', ['\u2060', '\ufeff'])
def test_no_line_ends_beside_a_word_joiner(joiner):
    text = '永' * 11 + f'東{joiner}国' + '永' * 11
    first, *_ = compose(paragraph_of(text), 12 * EM, CompositionStyle())
    assert text[: first.end] == '永' * 11


def test_what_has_no_length_fits_where_there_is_no_room():
    paragraph = Paragraph()
    paragraph.append(19, 0, EM)
    for style in (CompositionStyle(), CompositionStyle(justify=False)):
        assert [line.end for line in compose(paragraph, 0, style)] == [1]


def test_a_hyphen_takes_a_quarter_em():
    """JLReq appendix A.3."""
    (line,) = compose(paragraph_of('永‐東'), 1000 * EM, CompositionStyle())
    assert line.length == 2.25 * EM


def test_an_opening_bracket_at_the_line_head_stands_flush():
    line = compose(paragraph_of('「永東」'), 12 * EM, CompositionStyle())[0]
    paragraph = paragraph_of('「')
    assert line.positions[0] == 0
    assert line.positions[1] == EM / 2
    assert paragraph.starts == [EM / 2]


def test_dashes_and_leaders_stay_in_pairs():
    """JLReq §3.1.10 b."""
    assert set_lines('永' * 11 + '――東')[0] != '永' * 11 + '―'
    assert set_lines('永' * 11 + '……東')[0] != '永' * 11 + '…'


def test_figures_set_upright_are_not_parted():
    paragraph = Paragraph()
    paragraph.append_text('永' * 10, EM)
    paragraph.append_upright('2015', EM)
    paragraph.append_text('年' + '永' * 8, EM)
    lines = compose(paragraph, 12 * EM, CompositionStyle())
    assert lines[0].end == 10


def test_the_last_line_has_two_characters():
    """JLReq §3.5.4."""
    text = '永' * 11 + '、' + '東' * 12 + 'あ。'
    assert len(set_lines(text, 12)[-1]) > 2


def test_a_western_word_has_a_quarter_em_to_japanese_text():
    """JLReq §3.2.6."""
    paragraph = Paragraph()
    paragraph.append_text('永', EM)
    paragraph.append(27, 31, EM)
    paragraph.append_text('東', EM)
    (line,) = compose(paragraph, 1000, CompositionStyle())
    assert line.positions == [0, 12.5, 12.5 + 31 + 2.5]


def test_a_word_space_vanishes_at_the_line_end():
    paragraph = Paragraph()
    paragraph.append(27, 100, EM)
    paragraph.append(26, EM / 3, EM)
    paragraph.append(27, 60, EM)
    lines = compose(paragraph, 100, CompositionStyle())
    assert [(line.start, line.end, line.visible) for line in lines] == [(0, 2, 1), (2, 3, 3)]
    assert lines[0].length == 100


def test_a_hyphen_is_counted_into_the_line():
    paragraph = Paragraph()
    paragraph.append_text('永' * 8, EM)
    paragraph.append(27, 20, EM, hyphen=5)
    paragraph.append(27, 30, EM)
    paragraph.append_text('東' * 3, EM)
    first = compose(paragraph, 112, CompositionStyle())[0]
    assert first.hyphenated
    assert first.length == pytest.approx(112 - 5, abs=0.01)


def test_a_line_may_end_within_a_word_without_a_hyphen():
    paragraph = Paragraph()
    paragraph.append_text('永' * 8, EM)
    paragraph.append(27, 20, EM, hyphen=0)
    paragraph.append(27, 30, EM)
    first, second = compose(paragraph, 105, CompositionStyle())
    assert (first.end, first.hyphenated) == (9, False)
    assert first.length == pytest.approx(105, abs=0.01)


def test_a_word_longer_than_the_line_is_reported():
    paragraph = Paragraph()
    paragraph.append_text('永永', EM)
    paragraph.append(27, 200, EM)
    paragraph.append_text('東東', EM)
    lines = compose(paragraph, 100, CompositionStyle())
    assert [line.overfull for line in lines] == [False, True, False]


@pytest.mark.parametrize('by_paragraph', [True, False])
@pytest.mark.parametrize('text', ['「' * 60, '。' * 60, '「（' * 30, '』。' * 30, '￥' * 60])
def test_where_no_line_may_end_one_ends_anywhere(text, by_paragraph):
    text = f'永東国酬今{text}永東。'
    lines = compose(paragraph_of(text), 12 * EM, CompositionStyle(by_paragraph=by_paragraph))
    assert ''.join(text[line.start : line.end] for line in lines) == text
    assert any(line.broken for line in lines) and not any(line.overfull for line in lines)
    assert all(line.length <= 12 * EM + 0.01 for line in lines)


def test_a_text_that_lines_may_end_in_is_broken_nowhere():
    text = '永東国、「酬今」。永（東）国！' * 8
    assert not any(line.broken for line in compose(paragraph_of(text), 90, CompositionStyle()))


@pytest.mark.parametrize('mark', ['\u0301', '\ufe00', '\U000e0101'])
def test_no_mark_is_parted_from_the_character_it_stands_on(mark):
    text = ('「' + mark) * 40
    lines = compose(paragraph_of(text), 12 * EM, CompositionStyle())
    assert len(lines) > 1 and all(text[line.start] == '「' for line in lines)


def test_the_rest_of_a_paragraph_is_set_as_well_as_without_what_no_line_may_end_in():
    prose = '永東国酬今、「永東国」。酬今永東国酬、今永。' * 3
    ends = [line.end for line in compose(paragraph_of(prose), 100, CompositionStyle())]
    broken = compose(paragraph_of(prose + '「' * 90), 100, CompositionStyle())
    assert [line.end for line in broken][: len(ends) - 1] == ends[:-1]


def test_a_forced_break_ends_a_line_as_a_paragraph_ends():
    paragraph = Paragraph()
    paragraph.append_text('永東', EM)
    paragraph.force_break()
    paragraph.append_text('国', EM)
    lines = compose(paragraph, 120, CompositionStyle(), indent=EM)
    assert [line.end for line in lines] == [2, 3]
    assert lines[0].positions == [EM, 2 * EM]
    assert lines[1].positions == [0]


def test_an_indent_belongs_to_the_first_line_alone():
    assert [len(line) for line in set_lines('永' * 30, 12, indent=1)] == [11, 12, 7]


def test_lines_that_are_not_justified_keep_their_natural_lengths():
    lines = compose(paragraph_of('永「東」、国' * 6), 9.3 * EM, CompositionStyle(justify=False))
    assert all(line.adjustment == 0 for line in lines)
    assert all(line.length <= 9.3 * EM for line in lines)


def adjusted(lines):
    """How far the lines are from their natural lengths, in all."""
    return sum(abs(line.adjustment) for line in lines)


@given(prose, st.integers(8, 40), st.integers(1, 60))
def test_line_by_line_what_comes_later_moves_no_line_but_the_last_two(text, characters, cut):
    style = CompositionStyle(by_paragraph=False)
    whole = compose(paragraph_of(text), characters * EM, style)
    first = compose(paragraph_of(text[:cut]), characters * EM, style)
    if not set(text[cut - 1 : cut + 1]) & set('…―'):
        kept = max(0, len(first) - 2)
        assert whole[:kept] == first[:kept]


@given(st.text('永東国あいう', min_size=1, max_size=120), st.integers(8, 40))
def test_where_no_line_is_adjusted_both_choices_are_one(text, characters):
    by_line = compose(paragraph_of(text), characters * EM, CompositionStyle(by_paragraph=False))
    if adjusted(by_line) == 0 and len(text) - by_line[-1].start > 1:
        assert compose(paragraph_of(text), characters * EM, CompositionStyle()) == by_line


def test_over_the_paragraph_fewer_characters_stand_alone_than_line_by_line():
    """JLReq §3.5.4."""
    text = '永' * 12 + '東' * 12 + 'あ。'
    assert set_lines(text, by_paragraph=False)[-1] == 'あ。'
    assert set_lines(text)[-1] == '東あ。'


def balanced_lines(heading, *phrases, characters=12):
    """``heading`` in lines, ``｜`` in each of ``phrases`` standing where one ends."""
    ends = []
    for marked in phrases:
        parts = marked.split('｜')[:-1]
        ends.append({len(''.join(parts[: count + 1])) - 1 for count in range(len(parts))})
    made = balanced(
        paragraph_of(heading),
        characters * EM,
        CompositionStyle(justify=False),
        phrases=lambda: ends,
    )
    return '｜'.join(heading[line.start : line.end] for line in made)


def test_the_lines_of_a_heading_end_with_phrases():
    assert balanced_lines(
        '港の長い夜の灯台と古い船の名前', '港の｜長い夜の灯台と｜古い船の｜名前'
    ) == ('港の長い夜の灯台と｜古い船の名前')


def test_a_heading_takes_one_line_more_rather_than_part_a_phrase():
    phrases = '永永永｜東東東東東東東｜国国国国国国'
    assert balanced_lines(phrases.replace('｜', ''), '', phrases, characters=9) == phrases


def test_a_phrase_that_no_line_holds_is_parted():
    assert balanced_lines('東京都議会議員選挙管理委員会', '') == '東京都議会議員｜選挙管理委員会'


def test_the_best_ends_hold_where_lines_are_alike():
    better, others = (
        '永永永永永永永永永、｜東東国国国国国',
        '永永永永｜永永永永永、｜東東｜国国国国国',
    )
    heading = better.replace('｜', '')
    assert balanced_lines(heading, better, others) == better
    better, others = '永永、｜永永永永永永永国国国国国', '永永、｜永永永永｜永永永国国国国国'
    heading = better.replace('｜', '')
    assert balanced_lines(heading, better, others) == '永永、永永永永｜永永永国国国国国'


@given(prose, st.integers(6, 20), st.sets(st.integers(0, 119)))
def test_lines_that_end_with_phrases_lose_nothing_and_are_one_more_at_most(text, measure, ends):
    style = CompositionStyle(justify=False)
    lines = compose(paragraph_of(text), measure * EM, style)
    made = by_phrase(paragraph_of(text), measure * EM, style, phrases=lambda: [ends])
    assert ''.join(text[line.start : line.end] for line in made) == text
    assert len(made) <= len(lines) + 1
    assert made == lines or {line.end - 1 for line in made[:-1]} <= ends


@given(prose, st.integers(6, 20))
def test_balanced_lines_are_no_more_and_no_longer_than_others(text, characters):
    style = CompositionStyle(justify=False)
    lines = compose(paragraph_of(text), characters * EM, style)
    made = balanced(paragraph_of(text), characters * EM, style)
    assert len(made) <= len(lines)
    assert ''.join(text[line.start : line.end] for line in made) == text
    assert any(line.overfull for line in lines) or not any(line.overfull for line in made)


@pytest.mark.parametrize(
    'text, least, ends',
    [
        ('永東国酬今', 0, [4, 5]),
        ('永東国酬今', 1, [4, 5]),
        ('永東国酬今', 2, [3, 5]),
        ('永東国酬今', 3, [2, 5]),
        ('永東国酬今あ。', 2, [4, 7]),
        ('永東国酬今あ。', 3, [3, 7]),
        ('永東国', 5, [3]),
    ],
)
def test_the_house_says_how_many_characters_a_last_line_has(text, least, ends):
    """JLReq §3.5.4; its marks are not counted."""
    lines = compose(paragraph_of(text), 4 * EM, CompositionStyle(last_line=least))
    assert [line.end for line in lines] == ends


@given(prose, st.integers(12, 40), st.integers(1, 5))
def test_no_last_line_is_shorter_than_the_house_has_it_where_lines_can_give(
    text, characters, least
):
    paragraph = paragraph_of('永東国酬' * 20 + text)
    lines = compose(paragraph, characters * EM, CompositionStyle(last_line=least))
    last = [n for n in paragraph.classes[lines[-1].start :] if n not in (2, 4, 5, 6, 7)]
    assert len(last) >= least
