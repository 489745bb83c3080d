"""Ruby beside its base (JLReq §3.3); a reading's characters are half the base's size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.kumihan import CompositionStyle, Paragraph, Reading, Ruby, compose, fit_ruby, spread
from tategumi.kumihan.ladder import Ladder
from tategumi.kumihan.overhang import OVERHANGS

EM = 10.0
RUBY = EM / 2


RUBY_CHOICES = ('lies_over', 'at_head', 'flush', 'over')


def composed(parts, characters=1000, indent=0, **style):
    """Compose ``parts``: plain text, ``(base, ruby characters)``, or a list of these: a word.

    ``style`` is of ``CompositionStyle`` and, by the names of ``RUBY_CHOICES``, of ``Ruby``.
    Returns ``(words, lines)``.
    """
    choices = {name: style.pop(name) for name in RUBY_CHOICES if name in style}
    paragraph, words = Paragraph(), []
    for part in parts:
        readings = []
        for text, count in _readings_of(part):
            first = len(paragraph)
            paragraph.append_text(text, EM)
            readings.append(Reading(first, len(paragraph), count, RUBY))
        if readings[0].count:
            words.append(Ruby(readings, **choices))
    fit_ruby(paragraph, words, indent * EM)
    return words, compose(paragraph, characters * EM, CompositionStyle(**style), indent * EM)


def _readings_of(part):
    if isinstance(part, str):
        return [(part, 0)]
    return part if isinstance(part, list) else [part]


def square(line, item):
    """Where the em square of ``item`` begins."""
    return line.positions[item - line.start] - line.starts[item - line.start]


def readings_on(line, words):
    """The readings of ``words`` that stand on ``line``."""
    return [
        reading
        for word in words
        if word.first < line.end and word.end > line.start
        for reading in word.between(line.start, line.end).readings
    ]


def span(line, reading):
    """Where the reading begins and ends on the line."""
    start = square(line, reading.first) + reading.lead
    return start, start + reading.count * reading.size + (reading.count - 1) * reading.gap


def only(parts, **options):
    words, (line,) = composed(parts, **options)
    return readings_on(line, words)[0], line


def test_two_ruby_characters_fill_one_base_character():
    """§3.3.5."""
    reading, line = only(['あ', ('漢', 2), 'い'])
    assert span(line, reading) == (EM, 2 * EM)


def test_one_ruby_character_stands_at_the_middle_of_its_base():
    """§3.3.5, nakatsuki."""
    reading, line = only([('漢', 1)])
    assert span(line, reading) == (2.5, 7.5)


def test_a_short_reading_is_spread_half_as_much_at_its_ends():
    """§3.3.6."""
    reading, line = only([('流行歌', 4)])
    assert (reading.lead, reading.gap) == (1.25, 2.5)
    start, end = span(line, reading)
    assert (start, end) == (1.25, 28.75)


def test_a_very_short_reading_begins_at_most_one_ruby_character_below():
    """§3.3.6, note."""
    lead, gap = spread(8 * EM, 2, RUBY)
    assert lead == RUBY
    assert 2 * lead + 2 * RUBY + gap == 8 * EM


@pytest.mark.parametrize('neighbour', 'あアーっ…')
def test_a_long_reading_lies_over_kana_beside_it(neighbour):
    """§3.3.8 b, d: the base is not spaced out."""
    reading, line = only([neighbour, ('志', 4), neighbour])
    assert line.length == 3 * EM
    assert span(line, reading) == (5, 25)


def test_a_long_reading_never_lies_over_kanji():
    """§3.3.8 a."""
    reading, line = only(['漢', ('志', 4), '字'])
    assert line.length == 4 * EM
    assert square(line, 1) == 1.5 * EM
    assert span(line, reading) == (EM, 3 * EM)


@pytest.mark.parametrize('size, over', [(EM, RUBY), (EM / 2, RUBY), (2 * EM, 0)])
def test_a_reading_never_lies_over_a_character_broader_than_its_base(size, over):
    """It would be upon it: ruby is beside its base, not beside the broadest of the line."""
    paragraph = Paragraph()
    paragraph.append_text('あ', size)
    paragraph.append_text('志', EM)
    paragraph.append_text('あ', size)
    fit_ruby(paragraph, [Ruby([Reading(1, 2, 4, RUBY)])])
    (line,) = compose(paragraph, 1000, CompositionStyle())
    assert line.length == 2 * size + 4 * RUBY - 2 * over


def test_a_reading_lies_over_the_space_of_a_mark_but_not_farther():
    """§3.3.8 c, f."""
    reading, line = only(['あ、', ('志', 3), '」あ'])
    start, end = span(line, reading)
    assert start >= line.positions[1] + EM / 2
    assert end <= line.positions[3] + EM / 2


def test_two_readings_over_one_kana_leave_a_ruby_character_between_them():
    """§3.3.8, note."""
    words, (line,) = composed([('志', 4), 'の', ('魂', 4)])
    first, second = (span(line, reading) for reading in readings_on(line, words))
    assert second[0] - first[1] == pytest.approx(RUBY)


def test_the_base_of_a_long_group_reading_is_spaced_evenly():
    """§3.3.6: twice as much between the characters as at the ends."""
    reading, line = only(['漢', ('国字', 6), '漢'])
    squares = [square(line, item) for item in range(4)]
    assert squares == [0, 12.5, 27.5, 40]
    assert span(line, reading) == (10, 40)


@pytest.mark.parametrize('before, after', ['ああ', '漢あ', 'あ漢', '漢漢'])
def test_a_group_reading_lies_over_kana_before_its_base_is_spaced_out(before, after):
    """§3.3.8 comes before §3.3.6: 嘲笑《ちょうしょう》 between kana is set solid."""
    reading, line = only([before, ('国字', 6), after])
    assert (line.length == 4 * EM) == (before == after == 'あ')
    start, end = span(line, reading)
    assert end - start == pytest.approx(6 * RUBY)
    inner = square(line, 2) - square(line, 1) - EM
    outer = (square(line, 1) - start, end - square(line, 2) - EM)
    for beside, room in zip(outer, (before == 'あ', after == 'あ')):
        assert beside == pytest.approx(max(inner / 2, room * RUBY))


def test_a_reading_that_begins_a_line_is_flush_with_the_line_head():
    """§3.3.8, figure 3.34."""
    words, lines = composed(['永' * 12, ('志', 4), 'あ' * 9], characters=12, hanging=False)
    start, _ = span(lines[1], *readings_on(lines[1], words))
    assert lines[1].start == 12 and start == pytest.approx(0)


def test_a_reading_that_ends_a_line_is_flush_with_the_line_end():
    words, lines = composed(['あ' * 11, ('志', 3), 'あ' * 30], characters=12.25)
    assert lines[0].end == 12
    assert span(lines[0], *readings_on(lines[0], words))[1] == pytest.approx(122.5)


def test_a_reading_lies_over_the_indent_of_its_paragraph():
    """Appendix B, note 8."""
    reading, line = only([('志', 3), 'あ'], indent=1)
    assert square(line, 0) == EM
    assert span(line, reading)[0] == 7.5


def test_a_compound_with_a_long_reading_is_set_as_a_group_on_one_line():
    """§3.3.7, the method of JIS X 4051."""
    words, (line,) = composed(['あ', [('峻', 3), ('別', 1)], 'い'])
    (reading,) = readings_on(line, words)
    assert (reading.count, span(line, reading)) == (4, (10, 30))
    assert line.length == 4 * EM


def test_a_compound_with_short_readings_is_set_character_by_character():
    """§3.3.7, figure 3.24."""
    words, (line,) = composed([[('東', 2), ('京', 1)]])
    assert [span(line, reading) for reading in readings_on(line, words)] == [(0, 10), (12.5, 17.5)]


def test_a_compound_is_parted_at_the_line_end_each_character_with_its_own_reading():
    """§3.3.7: as mono-ruby, flush with the line end and the line head."""
    words, lines = composed(['永' * 11, [('凝', 3), ('視', 3)], '永' * 9], characters=12.5)
    assert lines[0].end == 12
    (first,) = readings_on(lines[0], words)
    (second,) = readings_on(lines[1], words)
    assert (first.count, span(lines[0], first)) == (3, (110, 125))
    assert (second.count, span(lines[1], second)) == (3, (0, 15))
    assert lines[0].length == 12.5 * EM


@pytest.mark.parametrize(
    'word', [[('云', 2), ('々', 2)], [('佐', 1), ('々', 1), ('木', 1)]], ids=['compound', 'three']
)
@pytest.mark.parametrize('as_one', [True, False])
def test_a_repeated_ideograph_with_a_reading_begins_no_line(word, as_one):
    parts = [word] if as_one else word
    for before in range(2, 9):
        _, lines = composed(['あ' * before, *parts, 'い' * 12], 8)
        assert not {before + 1} & {line.start for line in lines}


def test_of_three_characters_the_two_that_stay_together_are_a_group():
    """§3.3.7, figure 3.28."""
    words, lines = composed(['永' * 11, [('古', 1), ('代', 4), ('紫', 1)], 'あ'], characters=12)
    assert lines[0].end == 12
    (alone,) = readings_on(lines[0], words)
    (group,) = readings_on(lines[1], words)
    assert (alone.count, group.count) == (1, 5)
    assert span(lines[1], group)[0] == 0


def test_a_compound_is_not_spaced_out_to_fill_a_line():
    """§3.3.7."""
    words, lines = composed(
        ['あ' * 4, [('東', 2), ('京', 2)], 'あ' * 5, ('国' * 2, 4), '永' * 9], characters=12.5
    )
    assert lines[0].adjustment > 0
    assert square(lines[0], 5) - square(lines[0], 4) == EM


@pytest.mark.parametrize(
    'before, counts, after, places',
    [
        ('永', (3, 2, 1), '永', (0, 3, 5)),  # figure F.2
        ('永', (2, 3, 1), '永', (0, 2, 5)),
        ('永', (1, 3), '永', (0, 1)),  # over the character before: there is no other
        ('永', (3, 2), 'あ', (0, 3)),  # figure F.5
        ('あ', (3, 2), '永', (-1, 2)),  # figure F.9
        ('あ', (3, 3), 'あ', (-1, 2)),  # figure F.8
    ],
)
def test_long_readings_lie_over_the_characters_beside_rather_than_part_the_word(
    before, counts, after, places
):
    """Appendix F: within the word first, then over what follows, then over what precedes."""
    word = list(zip('東国酬', counts))
    words, (line,) = composed([before, word, after], lies_over=True)
    assert line.length == (len(word) + 2) * EM
    starts = [span(line, reading)[0] for reading in readings_on(line, words)]
    assert starts == [EM + place * RUBY for place in places]


@pytest.mark.parametrize(
    'counts, squares, places',
    [
        ((3, 2), (1.25, 2.5, 3.5), (1, 2.5)),  # figure F.10
        ((1, 4), (1, 2.25, 3.5), (1, 1.5)),  # figure F.11
        ((3, 4, 2), (1 + 9 / 28, 3 + 1 / 14, 4.5, 5.5), (1, 2.5, 4.5)),
        ((4, 1), (1.25, 2.5, 3.5), (1, 3)),
    ],
)
def test_readings_without_room_space_out_the_characters_they_are_longer_than(
    counts, squares, places
):
    """Appendix F: in proportion to their readings, half before and half after each."""
    word = list(zip('東国酬', counts))
    words, (line,) = composed(['永', word, '永'], lies_over=True)
    assert [square(line, item) / EM for item in range(1, len(word) + 2)] == pytest.approx(squares)
    starts = [span(line, reading)[0] / EM for reading in readings_on(line, words)]
    assert starts == pytest.approx(places)


def test_one_ruby_character_stands_at_the_head_of_its_base_where_the_house_has_it():
    """§3.3.5, katatsuki; in jukugo-ruby too (figure F.1), but not a reading longer than it."""
    reading, line = only([('漢', 1)], at_head=True)
    assert span(line, reading) == (0, 5)
    words, (line,) = composed([[('日', 1), ('本', 2)]], at_head=True)
    assert [span(line, reading) for reading in readings_on(line, words)] == [(0, 5), (10, 20)]
    assert only([('志', 3)], at_head=True) == only([('志', 3)])
    assert only([('流行歌', 4)], at_head=True) == only([('流行歌', 4)])


def test_group_ruby_may_be_flush_with_its_base():
    """§3.3.6, figures 3.20 and 3.23: the shorter is spaced between its characters alone."""
    reading, line = only([('流行歌', 4)], flush=True)
    assert span(line, reading) == (0, 3 * EM)
    reading, line = only(['永', ('国字', 6), '永'], flush=True)
    assert span(line, reading) == (EM, 4 * EM)
    assert [square(line, item) for item in range(4)] == [0, EM, 3 * EM, 4 * EM]
    reading, line = only(['あ', ('国字', 8), '永'], flush=True)
    assert span(line, reading) == (RUBY, RUBY + 4 * EM)
    assert (square(line, 1), square(line, 2) + EM) == (EM, RUBY + 4 * EM)
    assert only([('国', 3)], flush=True) == only([('国', 3)])


@pytest.mark.parametrize(
    'over, rooms',
    [
        ('kana', {'あ': 1, 'っ': 1, 'ア': 1, 'ー': 1, '漢': 0, '…': 1}),
        ('hiragana', {'あ': 1, 'っ': 1, 'ア': 0, 'ー': 0, '漢': 0, '…': 1}),
        ('half', {'あ': 0.5, 'っ': 0.5, 'ア': 0.5, 'ー': 0.5, '漢': 0.5, '…': 1}),
        ('none', {'あ': 0, 'っ': 0, 'ア': 0, 'ー': 0, '漢': 0, '…': 1}),
    ],
)
def test_what_a_long_reading_lies_over_is_the_choice_of_the_house(over, rooms):
    """§3.3.8, its variations."""
    for beside, room in rooms.items():
        reading, line = only([beside, ('志', 6), beside], over=over)
        assert span(line, reading)[0] == EM - room * RUBY
        assert line.length == 5 * EM - 2 * room * RUBY


def both_sides(before, right, left, after='', **style):
    """``(readings on the right, the one on the left, line)`` of a word between two texts.

    ``right`` is a list of ``(base, ruby characters)``, ``left`` how many are on the left.
    """
    paragraph = Paragraph()
    paragraph.append_text(before, EM)
    readings = []
    for base, count in right:
        first = len(paragraph)
        paragraph.append_text(base, EM)
        readings.append(Reading(first, len(paragraph), count, RUBY))
    whole = Reading(len(before), len(paragraph), left, RUBY)
    paragraph.append_text(after, EM)
    words = [Ruby(readings, **style), Ruby([whole])]
    fit_ruby(paragraph, words)
    (line,) = compose(paragraph, 1000, CompositionStyle())
    ((other,),) = [words[1].between(line.start, line.end).readings]
    return words[0].between(line.start, line.end).readings, other, line


@pytest.mark.parametrize(
    'right, left, length',
    [
        ([('生命', 4)], 3, 4),
        ([('生命', 3)], 7, 5.5),
        ([('志', 5)], 1, 4.5),
        ([('流', 1), ('行', 2)], 6, 5),
        ([('流', 3), ('行', 3)], 2, 5),
        ([('流', 3), ('行', 3)], 9, 6.5),
    ],
)
def test_of_two_readings_the_longer_spaces_out_the_base_and_the_other_is_spread_over_it(
    right, left, length
):
    """§3.3.4; neither lies over kanji or the other's neighbours."""
    readings, other, line = both_sides('永', right, left, '永', lies_over=True)
    assert line.length == pytest.approx(length * EM)
    base = EM, (length - 1) * EM
    for first, last in ((readings[0], readings[-1]), (other, other)):
        assert span(line, first)[0] >= base[0] - 0.01
        assert span(line, last)[1] <= base[1] + 0.01
    spans = [span(line, reading) for reading in readings]
    assert all(start >= end - 0.01 for (_, end), (start, _) in zip(spans, spans[1:]))
    if sum(count for _, count in right) >= left:
        assert (spans[0][0], spans[-1][1]) == pytest.approx(base)
    else:
        assert span(line, other) == pytest.approx(base)


def test_of_two_readings_each_lies_over_what_it_may():
    (right,), left, line = both_sides('あ', [('志', 3)], 4, 'あ')
    assert line.length == 3 * EM
    assert span(line, left) == (RUBY, 5 * RUBY)
    assert span(line, right) == (7.5, 22.5)


@pytest.mark.parametrize('count, at_head, lead', [(1, False, 2.5), (1, True, 0), (3, False, -2.5)])
def test_a_reading_beside_one_character_keeps_to_it_where_the_other_spaces_it_out(
    count, at_head, lead
):
    (right,), left, line = both_sides('永', [('志', count)], 5, '永', at_head=at_head)
    assert span(line, left) == (EM, 6 * RUBY + RUBY)
    assert (right.lead, right.gap) == (lead, 0)


def test_no_line_ends_in_a_word_with_readings_on_both_sides():
    paragraph = Paragraph()
    paragraph.append_text('永' * 11 + '流行' + '永' * 9, EM)
    words = [
        Ruby([Reading(11, 12, 1, RUBY), Reading(12, 13, 2, RUBY)]),
        Ruby([Reading(11, 13, 4, RUBY)]),
    ]
    fit_ruby(paragraph, words)
    assert compose(paragraph, 12 * EM, CompositionStyle())[0].end != 12


readings = st.integers(1, 9)
mono = st.tuples(st.text('漢字国', min_size=1, max_size=3), readings)
jukugo = st.lists(st.tuples(st.sampled_from('漢字国'), readings), min_size=2, max_size=4)
plain = st.text('あいアー永、。「」', min_size=1, max_size=8)
parts = st.lists(st.one_of(plain, mono, jukugo), min_size=1, max_size=12)


choices = st.fixed_dictionaries(
    {
        'lies_over': st.booleans(),
        'at_head': st.booleans(),
        'flush': st.booleans(),
        'over': st.sampled_from(OVERHANGS),
    }
)


@given(parts, st.integers(10, 30), choices)
def test_readings_never_touch_and_never_leave_the_line(parts, characters, choices):
    words, lines = composed(parts, characters, **choices)
    for line in lines:
        spans = [span(line, reading) for reading in readings_on(line, words)]
        for (_, end), (start, _) in zip(spans, spans[1:]):
            assert start >= end - 0.01
        for start, end in spans:
            if not line.overfull:
                assert start >= -0.01 and end <= characters * EM + 0.01


@given(parts, st.integers(10, 30), choices)
def test_a_base_is_never_parted_from_its_reading(parts, characters, choices):
    words, lines = composed(parts, characters, **choices)
    ends = {line.end for line in lines if not line.overfull}
    for word in words:
        for reading in word.readings:
            assert not ends & set(range(reading.first + 1, reading.end))


@given(parts, st.integers(10, 30), choices)
def test_every_reading_stands_once_and_beside_its_base(parts, characters, choices):
    words, lines = composed(parts, characters, **choices)
    found = [(line, reading) for line in lines for reading in readings_on(line, words)]
    assert sum(reading.count for _, reading in found) == sum(
        reading.count for word in words for reading in word.readings
    )
    for line, reading in found:
        start, end = span(line, reading)
        assert start < square(line, reading.end - 1) + EM
        assert end > square(line, reading.first)


@given(parts, st.integers(10, 30), choices)
def test_characters_beside_ruby_never_overlap_and_lines_are_full(parts, characters, choices):
    words, lines = composed(parts, characters, **choices)
    text = ''.join(text for part in parts for text, _ in _readings_of(part))
    for line in lines:
        here = line.positions[: line.visible - line.start]
        for position, after, advance in zip(here, here[1:], line.advances):
            assert after >= position + advance - 0.01
    inside = {item for word in words for item in range(word.first, word.end)}
    for line in lines[:-1]:
        spaced = [item for item in range(line.start, line.visible) if text[item] in 'あい永']
        if any(item + 1 in spaced and not {item, item + 1} & inside for item in spaced):
            assert line.overfull or line.length >= (characters - 0.5) * EM - 0.01


def test_the_ladder_says_what_a_reading_lies_over_whole_and_parted():
    paragraph = Paragraph()
    paragraph.append_text('あ' * 11 + '東国' + 'あ' * 20, EM)
    word = Ruby([Reading(11, 12, 4, RUBY), Reading(12, 13, 2, RUBY)])
    fit_ruby(paragraph, [word])
    (whole,) = compose(paragraph, 1000, CompositionStyle())
    parted, rest = compose(paragraph, 12.5 * EM, CompositionStyle())[:2]
    assert (parted.end, rest.start) == (12, 12)
    ladder = Ladder(paragraph, 1000)
    (reading,) = readings_on(whole, [word])
    start, end = span(whole, reading)
    assert ladder.reaches(whole) == [(start, square(whole, 11)), (square(whole, 12) + EM, end)]
    (reading,) = readings_on(parted, [word])
    assert ladder.reaches(parted) == [(span(parted, reading)[0], parted.positions[11])]
    assert ladder.reaches(rest) == []
