"""Headings in the line of the paragraph below them 同行見出し."""

import pytest


@pytest.mark.parametrize(
    'typed',
    [
        '### 灯台 {: .run-in }\n\n沖を照らす。',
        '### 灯台 {.run-in}\n沖を照らす。',
        '### 灯台\n{: .run-in }\n沖を照らす。',
        '### 灯台\n{: .run-in }\n\n沖を照らす。',
        '### 灯台 ### {#light .run-in}\n\n沖を照らす。',
    ],
)
def test_the_mark_puts_a_heading_and_its_paragraph_together(desk, typed):
    chapter = desk.chapter(f'# 章\n\n{typed}\n\n次の文。')
    _, around, after = chapter.section
    head, text = around
    assert not chapter.warnings
    assert (around.get('class'), head.get('class'), head.text) == ('with-run-in', 'run-in', '灯台')
    assert (text.text, after.text) == ('沖を照らす。', '次の文。')
    assert [heading.title for heading in chapter.headings] == ['章', '灯台']


@pytest.mark.parametrize(
    'typed',
    [
        '# 章 {.run-in}\n\n文。',
        '# 章\n\n## 節 {.run-in}\n\n- 項',
        '# 章\n\n文。\n\n## 節 {.run-in}',
        '# 章\n\n## 節 {.run-in}\n\n## 次\n\n文。',
        '# 章\n\n## 節 {.run-in}\n\n下の絵\n{: .caption }',
        '# 章\n\n## 節 {.run-in}\n\n海は沈み\n{: .verse }',
    ],
)
def test_a_heading_without_a_paragraph_is_one_as_others_and_that_is_said(desk, typed):
    chapter = desk.chapter(typed)
    assert not chapter.section.xpath('.//*[contains(@class, "run-in")]')
    line = next(n for n, line in enumerate(typed.split('\n'), 1) if 'run-in' in line)
    (warning,) = map(str, chapter.warnings)
    assert warning.startswith(f'{desk.folder}/00-章.md:{line}: .run-in is of a heading')


def test_other_names_behind_a_heading_say_nothing_of_it(desk):
    section = desk.section('# 章\n\n## 節 {.run-inside}\n\n文。')
    assert [block.get('class') for block in section] == [None, None, None]
