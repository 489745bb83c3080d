"""A line of a chapter becomes a heading, or goes on from the paragraph above."""

import pytest

from tategumi.desk.paragraphs import with_heading, with_line_joined


@pytest.mark.parametrize(
    ('text', 'line', 'made'),
    [
        ('# 港\n\n夜の港\n\n雨。\n', 3, '# 港\n\n## 夜の港\n\n雨。\n'),
        ('# 港\n雨。\n　夜の港\n雪。\n', 3, '# 港\n雨。\n\n## 夜の港\n\n雪。\n'),
        ('夜の港', 1, '## 夜の港'),
    ],
)
def test_a_heading_stands_by_itself(text, line, made):
    assert with_heading(text, line) == made


def test_a_heading_is_a_paragraph_again():
    assert with_heading('# 港\n\n## 夜\n', 3, 0) == '# 港\n\n夜\n'


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
