"""A line of a chapter goes on from the paragraph above."""

import pytest

from tategumi.desk.paragraphs import with_line_joined


@pytest.mark.parametrize(
    ('text', 'line', 'made'),
    [
        ('# 港\n\n雨が、\n\n降った。\n', 5, '# 港\n\n雨が、降った。\n'),
        ('雨が、\n　降った。\n', 2, '雨が、降った。\n'),
        ('the rain\n\nfell.\n', 3, 'the rain fell.\n'),
        ('# 港\n\n雨。\n', 3, None),
        ('雨。\n\n- 一つ\n', 3, None),
        ('| a | b |\n\n雨。\n', 3, None),
        ('雨。\n', 1, None),
    ],
)
def test_a_line_goes_on_from_a_paragraph_alone(text, line, made):
    assert with_line_joined(text, line) == made
