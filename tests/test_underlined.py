"""Heads underlined with === and ---, before anything is read as blocks."""

import pytest

from tategumi.underlined import with_marks


@pytest.mark.parametrize(
    'before, after',
    [
        ('港\n===\n\n文。', '# 港\n\n\n文。'),
        ('文。\n\n夜\n---\n\n文。', '文。\n\n## 夜\n\n\n文。'),
        ('文。\n夜\n-----\n', '文。\n## 夜\n\n'),
    ],
)
def test_a_line_of_words_alone_above_one_is_a_head(before, after):
    assert '\n'.join(with_marks(before.split('\n'))) == after


@pytest.mark.parametrize(
    'text',
    [
        '夜が明けた。\n---\n\n文。',
        '「おはよう」\n---\n',
        '行の途中\nから次へ\n---\n',
        '夜\n\n---\n\n文。',
        '夜\n---\n文。',
        '- 項\n---\n',
        '| 名 |\n---\n',
        '```\n夜\n---\n\n```',
        '---\ntitle: 港\n\ndate: 2024\n---\n\n文。',
        '夜\n--\n',
        f'{"長い" * 31}\n---\n',
    ],
)
def test_nothing_else_is(text):
    assert with_marks(text.split('\n')) == text.split('\n')
