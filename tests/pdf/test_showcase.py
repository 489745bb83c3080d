"""Every construct of the manuscript on the vertical page."""

import pytest
from PIL import Image

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.errors import BadInput

from .conftest import PRESS, plain

MANUSCRIPT = '''\
# 第一章　見本

吾輩は猫である。{吾輩|わがはい}は《《猫》》である。どこで生れたかつかぬ[^1]。**強調**と`code`。

## 節の見出し

「括弧で始まる段落です」と言った。2024年12月31日、3.14と98％。

### 小見出し

> 引用の段落。

- 一つ目の項目
- 二つ目の項目

1. 番号つき
2. 二番目

***

場面が変わる。

| 見出し | 数 |
| --- | ---: |
| りんご | 12 |

```
def main():
```

![灰色の四角](gray.png)

図のあとの本文。

[^1]: これは注の本文である。
'''


@pytest.fixture
def pages(press):
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.new('RGB', (40, 30), 'gray').save(folder / 'gray.png')
    built = press.set(MANUSCRIPT)
    assert built.warnings == ()
    return read_pages(built.content)[2:-1]


def lines_of(pages):
    return [''.join(glyph.character for glyph in line)
            for page in pages for line in vertical_lines(page)]


def test_everything_is_there_in_its_order(pages):
    text = plain(''.join(lines_of(pages)))
    order = ['第一章見本', '吾輩は猫である。', '節の見出し', '「括弧で', '小見出し',
             '引用の段落。', '一つ目の項目', '番号つき', '場面が変わる。', 'りんご', 'defmain():',
             '図のあとの本文。', 'これは注の本文である。']
    places = [text.find(part) for part in order]
    assert -1 not in places and places == sorted(places)


@pytest.mark.parametrize('item', ['・一つ目の項目', '一、番号つき', '二、二番目'])
def test_a_list_item_is_copied_after_its_marker(pages, item):
    assert item in lines_of(pages)


def test_the_lines_of_a_list_item_stand_in_behind_its_marker(press):
    built = press.set('# 章\n\n- ' + '永' * 60 + '\n\n本文。\n\n3. ' + '東' * 60)
    first, second, _, third, fourth = vertical_lines(read_pages(built.content)[2])[1:6]
    assert first[1].top == pytest.approx(second[0].top, abs=.05)
    assert third[2].top == pytest.approx(fourth[0].top, abs=.05)
    assert third[0].character == '三'


def test_a_cell_as_wide_as_its_text_holds_it_on_one_line(pages):
    assert any(plain(line).startswith('りんご') for line in lines_of(pages))


def test_a_float_inside_a_paragraph_is_refused_and_never_lost(press):
    (press.root / 'styles').mkdir(parents=True)
    sheet = (PRESS / 'styles' / 'pdf.css').read_text()
    (press.root / 'styles' / 'pdf.css').write_text(f'{sheet} strong {{ float: left }}')
    with pytest.raises(BadInput, match='<strong>: a float inside a paragraph'):
        press.set('# 章\n\n永**東**国')


def test_a_quote_is_set_in_from_the_line_head(pages):
    for page in pages:
        lines = vertical_lines(page)
        for line in lines:
            if ''.join(glyph.character for glyph in line) == '引用の段落。':
                head = max(other[0].top for other in lines)
                assert head - line[0].top == pytest.approx(3 * 9, abs=.1)
                return
    pytest.fail('the quote is not on any page')
