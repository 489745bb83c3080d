"""What the ladder says of lines made for one stage each (JLReq §3.8.2–3.8.4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.kumihan import CompositionStyle, Paragraph, compose
from tategumi.kumihan.ladder import Ladder, Stage

EM = 12
REDUCED = {
    Stage.WORD_SPACES_REDUCED,
    Stage.MIDDLE_DOTS_REDUCED,
    Stage.HALF_EMS_REDUCED,
    Stage.WESTERN_REDUCED,
}
EXPANDED = {Stage.WORD_SPACES_EXPANDED, Stage.WESTERN_EXPANDED, Stage.TO_QUARTER_EM, Stage.EVENLY}


def paragraph_of(text):
    """``text`` as items of one size; ``w`` is a Western word, ``_`` a word space."""
    paragraph = Paragraph()
    for character in text:
        if character == 'w':
            paragraph.append(27, 2 * EM, EM)
        elif character == '_':
            paragraph.append(26, EM / 3, EM)
        else:
            paragraph.append_text(character, EM)
    return paragraph


def stages(paragraph, measure, **style):
    ladder = Ladder(paragraph, measure)
    return [
        (line, ladder.stage(line))
        for line in compose(paragraph, measure, CompositionStyle(**style))
    ]


@pytest.mark.parametrize(
    'text, change, hanging, stage',
    [
        ('永東国', 0, True, Stage.EXACT),
        ('永東国、', -EM, True, Stage.HANGING),
        ('永w_w_w東永', -1, True, Stage.WORD_SPACES_REDUCED),
        ('永東国永東」', -EM / 2, False, Stage.END_SOLID),
        ('永東国永東国・', -EM / 2, False, Stage.END_SOLID),
        ('永・東「永」国', -3, True, Stage.MIDDLE_DOTS_REDUCED),
        ('永・東「永」国', -9, True, Stage.HALF_EMS_REDUCED),
        ('永「東」永東国永東」', -EM, False, Stage.HALF_EMS_REDUCED),
        ('永w永、東w永', -8, True, Stage.WESTERN_REDUCED),
        ('永w_w_w東永', 2, True, Stage.WORD_SPACES_EXPANDED),
        ('永w東永', 3, True, Stage.WESTERN_EXPANDED),
        ('永東国酬永', 3, True, Stage.TO_QUARTER_EM),
        ('永東国酬永', 24, True, Stage.EVENLY),
    ],
)
def test_the_last_stage_a_line_needed(text, change, hanging, stage):
    """``change`` is what the measure is longer than the natural line, all spaces in it."""
    paragraph = paragraph_of(text)
    natural = compose(paragraph, 1000 * EM, CompositionStyle(justify=False))[0].length
    natural += {'、': EM / 2, '」': EM / 2, '・': EM / 4}.get(text[-1], 0)
    paragraph.append_upright('20151225', EM)
    line, found = stages(paragraph, natural + change, hanging=hanging)[0]
    assert line.end == len(text)
    assert found is stage


def test_what_cannot_be_broken_is_overfull():
    paragraph = Paragraph()
    paragraph.append_upright('20151225', EM)
    assert [stage for _, stage in stages(paragraph, 5 * EM)] == [Stage.OVERFULL]


@given(st.text('永東国ぬネ、。」「・！　w_', max_size=80), st.integers(6, 20), st.booleans())
def test_the_stage_tells_which_way_the_line_was_adjusted(text, characters, hanging):
    paragraph = paragraph_of(text)
    for line, stage in stages(paragraph, characters * EM, hanging=hanging):
        if stage is Stage.OVERFULL:
            assert line.overfull
        elif line.adjustment:
            assert stage in (REDUCED | {Stage.END_SOLID} if line.adjustment < 0 else EXPANDED)
        else:
            assert stage in (Stage.EXACT, Stage.HANGING, Stage.END_SOLID)
