"""Code: its language, its caption, what its words are."""

import pytest

from tategumi.manuscript import Chapter
from tategumi.manuscript.typed import as_notation
from tategumi.markup import mark_up
from tategumi.settings import Settings

PYTHON = 'def lamp(x):\n    # 灯\n    return "s"\n'


def names(section):
    return [block.tag.rpartition('}')[2] for block in section]


@pytest.mark.parametrize('fence', ['```', '~~~', '````'])
def test_code_keeps_its_language(desk, fence):
    section = desk.section(
        f'{fence}Python\nif a < b &lt; c:\n    print(1)\n{fence}\n\n\n後。\n\n次。'
    )
    (code,) = section[0]
    assert names(section) == ['pre', 'p', 'p'] and code.get('class') == 'language-python'
    assert code.text == 'if a < b &lt; c:\n    print(1)\n'
    assert section[1].get('class') is None


@pytest.mark.parametrize('after', ['', '\n', '\n\n\n'])
def test_blank_lines_below_code_are_not_in_it(desk, after):
    assert desk.section(f'```c\nint a;\n\nint b;\n```{after}')[0][0].text == 'int a;\n\nint b;\n'


@pytest.mark.parametrize('title', ['python:灯.py', 'python title=灯.py', 'python title="灯.py"'])
def test_what_code_is_called_is_its_caption(desk, title):
    section = desk.section(f'```{title}\na\n```')
    assert [(block.get('class'), ''.join(block.itertext())) for block in section] == [
        ('caption', '灯.py'),
        (None, 'a\n'),
    ]


def test_code_within_an_item_stays_in_it(desk):
    section = desk.section('- 項\n\n  ```c\n  int a;\n  ```\n- 次')
    assert names(section) == ['ul'] and section.find('.//{*}li/{*}pre/{*}code').text == 'int a;\n'


def test_words_of_code_are_told_apart_where_the_house_says_so(tmp_path):
    chapter = Chapter(tmp_path / '01.md', 0, f'```python\n{PYTHON}```')
    plain, told = (
        mark_up(chapter, Settings(tmp_path, code_highlighting=each)).section[0][0]
        for each in (False, True)
    )
    assert not len(plain) and ''.join(told.itertext()) == plain.text == PYTHON
    assert {span.get('class'): ''.join(span.itertext()) for span in told} == {
        'code-keyword': 'return',
        'code-name': 'lamp',
        'code-comment': '# 灯',
        'code-string': '"',
    }


def test_code_of_a_language_nobody_knows_stays_as_it_is(tmp_path):
    chapter = Chapter(tmp_path / '01.md', 0, '```nosuch\nx <b>\n```')
    code = mark_up(chapter, Settings(tmp_path, code_highlighting=True)).section[0][0]
    assert code.text == 'x <b>\n' and not len(code)


@pytest.mark.parametrize(
    'typed, where',
    [
        ('> 前\n> ```\n> *a*\n>\n>   b\n> ```\n> 後', 'blockquote'),
        ('> ~~~\n> *a*\n>\n>   b\n> ~~~', 'blockquote'),
        ('- 前\n  ```\n  *a*\n\n    b\n  ```\n- 後', 'li'),
        ('- ```\n  *a*\n\n    b\n  ```\n- 後', 'li'),
        ('1. 前\n\n   ````\n   *a*\n\n     b\n   `````', 'li'),
        ('- 前\n\n  > ```\n  > *a*\n  >\n  >   b\n  > ```', 'blockquote'),
    ],
)
def test_code_stands_where_its_fences_do(desk, typed, where):
    chapter = desk.chapter(typed)
    (pre,) = chapter.section.iterfind('.//{*}pre')
    assert ''.join(pre.itertext()) == '*a*\n\n  b\n'
    assert pre.getparent().tag.endswith(f'}}{where}')
    assert '```' not in chapter.xhtml and '~~~' not in chapter.xhtml and not chapter.warnings


def test_a_quotation_ends_behind_its_code(desk):
    section = desk.section('> ```\n> a\n> ```\n\n後')
    assert [each.tag.rpartition('}')[2] for each in section] == ['blockquote', 'p']


@pytest.mark.parametrize('fence', ['```python', '~~~', '> ```', '- ```'])
def test_code_without_an_end_is_named(desk, fence):
    (warning,) = desk.chapter(f'前\n\n{fence}\nprint()\n').warnings
    assert warning.startswith(f'{desk.folder / "00-章.md"}:3: ')


def test_code_in_quotations_is_of_no_other_notation():
    typed = '> ```\n> <b>太</b><!-- 注 -->［＃改ページ］\n> ```'
    assert as_notation(typed)[0] == typed
