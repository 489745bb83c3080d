"""Every construct of the manuscript on the vertical page."""

import pytest
from PIL import Image

from tategumi.check.glyphs import read_pages, vertical_lines

from .conftest import plain

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


@pytest.mark.parametrize('marker, item', [('・', '一つ目の項目'), ('一、', '番号つき')])
def test_a_list_item_has_its_marker_above_it_on_its_line(pages, marker, item):
    lines = [line for page in pages for line in vertical_lines(page)]
    texts = [''.join(glyph.character for glyph in line) for line in lines]
    text = lines[texts.index(item)]
    assert any(
        line[0].axis == pytest.approx(text[0].axis, abs=.1) and line[-1].bottom > text[0].top - .1
        for line, found in zip(lines, texts) if found == marker)


def test_a_cell_as_wide_as_its_text_holds_it_on_one_line(pages):
    assert any(plain(line).startswith('りんご') for line in lines_of(pages))


def test_a_quote_is_set_in_from_the_line_head(pages):
    for page in pages:
        lines = vertical_lines(page)
        for line in lines:
            if ''.join(glyph.character for glyph in line) == '引用の段落。':
                head = max(other[0].top for other in lines)
                assert head - line[0].top == pytest.approx(3 * 9, abs=.1)
                return
    pytest.fail('the quote is not on any page')
