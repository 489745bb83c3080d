"""A paragraph in a line more or less than it takes by itself."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tategumi.kumihan import CompositionStyle, Paragraph, compose, recounted

EM, MEASURE = 10.0, 380.0
STYLE = CompositionStyle()
SENTENCE = '朝、海を見た。風が強く、波は高かった。'


def paragraph_of(text):
    paragraph = Paragraph()
    paragraph.append_text(text, EM)
    return paragraph


def in_lines(text, more, indent=EM):
    paragraph = paragraph_of(text)
    lines = compose(paragraph, MEASURE, STYLE, indent)
    return paragraph, lines, recounted(paragraph, MEASURE, STYLE, indent, lines, len(lines) + more)


def with_last_line(least, most):
    """A text of ten lines whose last has so many characters."""
    text = SENTENCE * 19
    for _ in range(60):
        lines = in_lines(text, 0)[1]
        if least * EM <= lines[-1].length <= most * EM:
            return text
        text = '夜' + text
    raise AssertionError('there is none')


def test_a_short_last_line_is_drawn_in():
    _, lines, other = in_lines(with_last_line(2, 4), -1)
    assert other and len(other.lines) == len(lines) - 1 and other.cost > 0


def test_a_long_last_line_goes_over():
    _, lines, other = in_lines(with_last_line(36, 38), 1)
    assert other and len(other.lines) == len(lines) + 1


@pytest.mark.parametrize('more', [-1, 1])
def test_lines_that_would_be_adjusted_too_far_are_none(more):
    text = '永' * (37 + 38 + 19)
    assert in_lines(text, more)[2] is None


@given(st.text('永東国、、。「」あ', min_size=1, max_size=40), st.sampled_from([-1, 0, 1]))
def test_the_lines_hold_all_of_the_text_and_keep_the_measure(text, more):
    paragraph, lines, other = in_lines(f'{SENTENCE * 9}{text}', more)
    assume(other is not None)
    assert len(other.lines) == len(lines) + more
    assert [line.start for line in other.lines] == [0, *(line.end for line in other.lines[:-1])]
    assert other.lines[-1].end == len(paragraph) and other.cost > -1e-6
    for line in other.lines[:-1]:
        assert MEASURE - EM / 2 <= line.length + 1e-6 and line.length <= MEASURE + 1e-6
        assert not line.overfull and not line.broken
    assert other.lines[-1].length <= MEASURE + 1e-6


def test_a_line_that_ends_by_force_is_left():
    paragraph = paragraph_of(SENTENCE * 3)
    paragraph.force_break()
    paragraph.append_text(SENTENCE, EM)
    lines = compose(paragraph, MEASURE, STYLE)
    assert recounted(paragraph, MEASURE, STYLE, 0, lines, len(lines) - 1) is None
