"""Two books as EPUBs: one with every construct, and the press's own."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from tategumi.epub import build_epub
from tategumi.epub.page_list import carried
from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up
from tategumi.settings import load_settings
from tests.pdf.conftest import set_book

PRESS = Path(__file__).parents[2]

BOOK_YAML = """
title: '<本> & "書物" 2023'
subtitle: 副題
creators:
  - {name: 山田太郎, reading: やまだたろう}
  - {name: 鈴木花子, role: trl}
publisher: 例の出版社
date: 2023-07-20
rights: © 2023 山田太郎
description: 一つの本。
subjects: [港, 灯台]
source: 例の出典
credits:
  - {label: 画像, text: 例の画家}
"""

CHAPTERS = (
    """# 序

2015年7月13日、AIは50%と言った!? “本当”か…—いや。

「はい」と{漢字|かん|じ}と{大人|おとな}と^12^と《《傍点》》と**強調**と*点*と*Latin*。
""",
    """# 第一章[^a]　{港|みなと}

[灯台](https://example.com/灯台?a=1&b=2)と<https://example.com/>と[節](#次の節)と
[悪い](javascript:alert(1))と<script>alert(1)</script>と&amp;。注[^b]とまた[^a]。

* 項
* 項

    段落

3. 三
4. 四

***

> 引用
>
> - 項

|左|中|右|
|:-|:-:|-:|
|一|二|三|

![灯台の図](<../絵/図 1.png> "灯台、1910年")

![灯台の図](<../絵/図 1.png>)

下の説明
{: .caption }

文中の![](<../絵/図 1.png>)図。\x20\x20
改行。`a < b`

消えた図の説明
{: .caption }

```
code & <b>
```

## 次の節

### 小さな節

#### さらに

[^a]: 章の注。
[^b]: 本文の注。

    - 項
[^c]: 呼ばれない注。
""",
    '見出しのない章。',
)


class Built:
    """An EPUB and what it was built of, its PDF (``BuiltPdf``) too."""

    def __init__(self, root):
        self.settings = load_settings(root)
        self.manuscript = read_chapters(self.settings)
        paper, chapters = self.marked(self.settings.for_paper()), self.marked(self.settings)
        # Imported here, so that on another WeasyPrint the tests of its seams can still be run.
        from tategumi.frames.page_starts import page_starts

        self.pdf = set_book(self.settings.for_paper(), paper)
        self.starts = carried(page_starts(self.pdf.frames), paper, chapters)
        self.content = self.build()
        self.archive = zipfile.ZipFile(io.BytesIO(self.content))

    def marked(self, settings):
        """The chapters marked up with other settings."""
        return [mark_up(chapter, settings) for chapter in self.manuscript]

    def build(self):
        return build_epub(self.settings, self.marked(self.settings), PRESS / 'styles', self.starts)

    def xml(self, name):
        return etree.fromstring(self.archive.read(f'EPUB/{name}'))

    @property
    def package(self):
        return self.xml('content.opf')

    def spine(self):
        """The file names of the content documents in reading order."""
        files = {item.get('id'): item.get('href') for item in self.package.iter('{*}item')}
        return [files[ref.get('idref')] for ref in self.package.iter('{*}itemref')]

    def meta(self, name):
        dc = 'http://purl.org/dc/elements/1.1/'
        return [made.text for made in self.package.iter(f'{{{dc}}}{name}')]

    def properties(self, name):
        return [made.text for made in self.package.iter('{*}meta') if made.get('property') == name]


def write_book(root):
    """The folder of a book that uses every construct."""
    folder = root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    (root / 'book' / 'book.yaml').write_text(BOOK_YAML, encoding='utf-8')
    for number, text in enumerate(CHAPTERS):
        (folder / f'{number:02d}-章.md').write_text(text, encoding='utf-8')
    (root / 'book' / '絵').mkdir()
    Image.new('L', (60, 40), 200).save(root / 'book' / '絵' / '図 1.png')
    return root


@pytest.fixture(scope='session')
def every_construct(tmp_path_factory):
    return Built(write_book(tmp_path_factory.mktemp('book')))


@pytest.fixture(scope='session')
def own_book():
    return Built(PRESS)


@pytest.fixture
def book_folder(tmp_path):
    return write_book(tmp_path)
