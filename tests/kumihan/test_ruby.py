"""Ruby beside its base (JLReq §3.3); a reading's characters are half the base's size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.kumihan import CompositionStyle, Paragraph, Reading, compose, fit_readings, spread

EM = 10.
RUBY = EM / 2


def composed(parts, characters=1000, indent=0, **style):
    """Compose ``parts``: plain text, or ``(base, number of ruby characters)``."""
    paragraph, readings = Paragraph(), []
    for part in parts:
        text, count = part if isinstance(part, tuple) else (part, 0)
        first = len(paragraph)
        paragraph.append_text(text, EM)
        if count:
            readings.append(Reading(first, len(paragraph), count, RUBY))
    fit_readings(paragraph, readings, indent * EM)
    lines = compose(paragraph, characters * EM, CompositionStyle(**style), indent * EM)
    return paragraph, readings, lines


def square(paragraph, line, item):
    """Where the em square of ``item`` begins."""
    return line.positions[item - line.start] - paragraph.starts[item]


def span(paragraph, reading, line):
    """Where the reading begins and ends on the line."""
    start = square(paragraph, line, reading.first) + reading.lead
    return start, start + reading.count * reading.size + (reading.count - 1) * reading.gap


def only(parts, **options):
    paragraph, readings, (line,) = composed(parts, **options)
    return paragraph, readings[0], line


def test_two_ruby_characters_fill_one_base_character():
    """§3.3.5."""
    paragraph, reading, line = only(['あ', ('漢', 2), 'い'])
    assert span(paragraph, reading, line) == (EM, 2 * EM)


def test_one_ruby_character_stands_at_the_middle_of_its_base():
    """§3.3.5, nakatsuki."""
    paragraph, reading, line = only([('漢', 1)])
    assert span(paragraph, reading, line) == (2.5, 7.5)


def test_a_short_reading_is_spread_half_as_much_at_its_ends():
    """§3.3.6."""
    paragraph, reading, line = only([('流行歌', 4)])
    assert (reading.lead, reading.gap) == (1.25, 2.5)
    start, end = span(paragraph, reading, line)
    assert (start, end) == (1.25, 28.75)


def test_a_very_short_reading_begins_at_most_one_ruby_character_below():
    """§3.3.6, note."""
    lead, gap = spread(8 * EM, 2, RUBY)
    assert lead == RUBY
    assert 2 * lead + 2 * RUBY + gap == 8 * EM


@pytest.mark.parametrize('neighbour', 'あアーっ…')
def test_a_long_reading_lies_over_kana_beside_it(neighbour):
    """§3.3.8 b, d: the base is not spaced out."""
    paragraph, reading, line = only([neighbour, ('志', 4), neighbour])
    assert line.length == 3 * EM
    assert span(paragraph, reading, line) == (5, 25)


def test_a_long_reading_never_lies_over_kanji():
    """§3.3.8 a."""
    paragraph, reading, line = only(['漢', ('志', 4), '字'])
    assert line.length == 4 * EM
    assert square(paragraph, line, 1) == 1.5 * EM
    assert span(paragraph, reading, line) == (EM, 3 * EM)


def test_a_reading_lies_over_the_space_of_a_mark_but_not_farther():
    """§3.3.8 c, f."""
    paragraph, reading, line = only(['あ、', ('志', 3), '」あ'])
    start, end = span(paragraph, reading, line)
    assert start >= line.positions[1] + EM / 2
    assert end <= line.positions[3] + EM / 2


def test_two_readings_over_one_kana_leave_a_ruby_character_between_them():
    """§3.3.8, note."""
    paragraph, readings, (line,) = composed([('志', 4), 'の', ('魂', 4)])
    first, second = (span(paragraph, reading, line) for reading in readings)
    assert second[0] - first[1] == pytest.approx(RUBY)


def test_the_base_of_a_long_group_reading_is_spaced_evenly():
    """§3.3.6: twice as much between the characters as at the ends."""
    paragraph, reading, line = only(['漢', ('国字', 6), '漢'])
    squares = [square(paragraph, line, item) for item in range(4)]
    assert squares == [0, 12.5, 27.5, 40]
    assert span(paragraph, reading, line) == (10, 40)


def test_a_reading_that_begins_a_line_is_flush_with_the_line_head():
    """§3.3.8, figure 3.34."""
    paragraph, readings, lines = composed(
        ['永' * 12, ('志', 4), 'あ' * 9], characters=12, hanging=False)
    start, _ = span(paragraph, readings[0], lines[1])
    assert lines[1].start == 12 and start == pytest.approx(0)


def test_a_reading_that_ends_a_line_is_flush_with_the_line_end():
    paragraph, readings, lines = composed(
        ['あ' * 11, ('志', 3), 'あ' * 30], characters=12.25)
    assert lines[0].end == 12
    assert span(paragraph, readings[0], lines[0])[1] == pytest.approx(122.5)


def test_a_reading_lies_over_the_indent_of_its_paragraph():
    """Appendix B, note 8."""
    paragraph, reading, line = only([('志', 3), 'あ'], indent=1)
    assert square(paragraph, line, 0) == EM
    assert span(paragraph, reading, line)[0] == 7.5


parts = st.lists(st.one_of(
    st.text('あいアー永、。「」', min_size=1, max_size=8),
    st.tuples(st.text('漢字国', min_size=1, max_size=3), st.integers(1, 9))),
    min_size=1, max_size=12)


@given(parts, st.integers(10, 30))
def test_readings_never_touch_and_never_leave_the_line(parts, characters):
    paragraph, readings, lines = composed(parts, characters)
    for line in lines:
        inside = [r for r in readings if line.start <= r.first < line.end]
        spans = [span(paragraph, reading, line) for reading in inside]
        for (_, end), (start, _) in zip(spans, spans[1:]):
            assert start >= end - .01
        for start, end in spans:
            if not line.overfull:
                assert start >= -.01 and end <= characters * EM + .01


@given(parts, st.integers(10, 30))
def test_a_base_is_never_parted_from_its_reading(parts, characters):
    paragraph, readings, lines = composed(parts, characters)
    ends = {line.end for line in lines if not line.overfull}
    for reading in readings:
        assert not ends & set(range(reading.first + 1, reading.end))
