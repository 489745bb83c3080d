"""A manuscript that goes out as a document of Word and comes in again says the same."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given
from hypothesis import settings as steady
from lxml import etree
from PIL import Image

from tategumi.manuscript import clean, read_chapters
from tategumi.markup import mark_up_book
from tategumi.seed.word import unpack_word
from tategumi.settings import Settings, load_settings
from tategumi.word import build_word

from .manuscripts import chapters


def marked_up(folder, text):
    """The book of one chapter as its settings and XHTML."""
    (folder / 'book' / 'chapters').mkdir(parents=True, exist_ok=True)
    (folder / 'book' / 'chapters' / '01.md').write_text(text, encoding='utf-8')
    book = Settings(folder, title='港の灯')
    return book, mark_up_book(read_chapters(book), book)


def said(chapters):
    """What the chapters say, but for what docs/manuscript.md says that Word does not hold."""
    (section,) = [chapter.copy() for chapter in chapters]
    for node in section.iter(etree.Element):
        name = etree.QName(node).localname
        node.attrib.pop('src', None)
        if name == 'ruby' or name == 'p' and is_first_of_item(node):
            # Readings by character, of one word or of two; items that stand apart or not.
            node.tag = 'span'
        if node.get('class') in ('align-start', 'indented'):
            del node.attrib['class']
    text = etree.tostring(section, encoding='unicode')
    text = re.sub(r'</?span>|</?div>|\s*xmlns(:\w+)?="[^"]*"', '', text)
    return text.replace('><', '>\n<')


def is_first_of_item(node):
    around = node.getparent()
    is_item = etree.QName(around).localname == 'li'
    return is_item and around[0] is node and not (around.text or '').strip()


@steady(max_examples=25, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(chapters())
def test_a_chapter_comes_back_from_word_as_it_was(text):
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / 'book' / 'chapters').mkdir(parents=True)
        Image.new('RGB', (8, 8)).save(folder / 'book' / 'chapters' / '灯.png')
        book, made = marked_up(folder, text)
        content, lost = build_word(book, made)
        unpacked = unpack_word(content, folder / 'a.docx')
        for picture, data in unpacked.pictures.items():
            (folder / 'book' / 'chapters' / picture).write_bytes(data)
        head, _, read = unpacked.text.partition('---\n\n')
        _, again = marked_up(folder, read)
        assert said(made) == said(again), read
        assert head == '---\ntitle: 港の灯\n' and not lost and not unpacked.losses


WHOLE = """# 港の灯[^1]

朝の港に{船|ふね}が着いた。《《灯》》が消え、風が凪いだ。

- 甲の項目である。

    続きの段落である。

    1. 中の項目である。

    > 引用である。
    >
    > - 引用の項目である。
    >
    > > 中の引用である。

    | 名 | 数 |
    | --- | ---: |
    | 船 | 三 |

***

灯台
: 船に場所を知らせる。

## 節

式は$x^2$である。

```python
x = 1
```

![岬の灯](灯.png)

岬の灯の図
{: .caption }

[^1]: 見出しの注である。

    - 注の項目である。

    [港](https://e.example/)の段落である。
"""


def test_a_chapter_goes_out_and_comes_in_as_a_seed(tmp_path):
    made_in, cleaned_in = tmp_path / 'made', tmp_path / 'cleaned'
    (made_in / 'book' / 'chapters').mkdir(parents=True)
    Image.new('RGB', (8, 8)).save(made_in / 'book' / 'chapters' / '灯.png')
    book, made = marked_up(made_in, WHOLE)
    (cleaned_in / 'seeds').mkdir(parents=True)
    (cleaned_in / 'seeds' / '港.docx').write_bytes(build_word(book, made)[0])
    clean(cleaned_in, load_settings(cleaned_in))
    again = load_settings(cleaned_in)
    assert again.title == '港の灯'
    assert said(made) == said(mark_up_book(read_chapters(again), again))
