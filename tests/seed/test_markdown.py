"""Markdown that a file does not say by its name."""

import pytest

from tategumi.seed import seed_text
from tategumi.seed.markdown import is_written_in_markdown


@pytest.mark.parametrize(
    'text, is_one',
    [
        ('# 港\n\n文。\n\n## 夜\n\n文。', True),
        ('文は[港](https://example.com/)と**灯**。', True),
        ('| 左 | 右 |\n|---|---|\n| 一 | 二 |\n\n- 一\n- 二', True),
        ('## 港\n\n文。', False),
        ('# 港\n\n- 一\n- 二', False),
        ('#港 #灯\n\n** 今年 **だ。', False),
        ('文は[注](一)。\n\n- 一つ\n\n---\n\n1. 二', False),
    ],
)
def test_two_of_its_forms_are_no_accident(text, is_one):
    assert is_written_in_markdown(text) == is_one
    assert seed_text('a.txt', text).notation == ('markdown' if is_one else 'plain')


def test_its_lines_are_paragraphs_but_in_code_lists_and_tables():
    text = (
        '## 港\n文。\n次の文。\n- 一\n- 二\n  続き\n文。\n| 左 | 右 |\n|---|---|\n```\na\nb\n'
        '```\n* * *\n[港](https://example.com/)'
    )
    assert [line.text for line in seed_text('a.txt', text).lines if line.continues] == [
        '- 二',
        '  続き',
        '|---|---|',
        'a',
        'b',
        '```',
    ]


def test_underlined_heads_of_a_markdown_file_are_heads_and_no_scenes():
    text = '港の灯\n======\n\n文である。\n\n夜の節\n------\n\n次の文。\n'
    lines = seed_text('a.md', text).lines
    assert [line.content for line in lines if line.content] == [
        '# 港の灯',
        '文である。',
        '## 夜の節',
        '次の文。',
    ]
    assert ''.join(line.text + line.end for line in lines) == text
    assert all(line.markdown is None for line in seed_text('a.docx', text).lines)
