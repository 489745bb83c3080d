"""The table of docs/manuscript.md: its rows, and their pictures (``make pictures``).

What each notation prints is set by the press itself and drawn from its frames, without running
head and folio.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from tategumi import Book
from tategumi.files import write_whole
from tategumi.pdf.preview import Preview
from tategumi.settings import KihonHanmen
from tategumi.sheets import STYLES

HERE = Path(__file__).parent

#: px an inch, and px left around what is printed.
RESOLUTION, MARGIN = 120, 8
#: Characters a line and lines a page, enough for each.
CHARACTERS, LINES = 14, 14


@dataclass(frozen=True)
class Row:
    """What somebody types, what it is, and how others write it.

    ``name`` is that of the picture, '' where nothing is printed that a picture could show;
    ``shown`` is what the picture is of, if it takes more than what is ``typed``.
    """

    name: str
    typed: str
    means: str
    also: tuple[str, ...] = ()
    shown: str = ''


ROWS = (
    Row(
        'heads',
        '# 題\n## 節',
        'headings',
        ('題\n====', '# 題 {#id .class}'),
        '# 港\n\n## 朝\n\n文。',
    ),
    Row(
        'run-in',
        '### 見出し\n{: .run-in }\n段落。',
        'a heading in the line of the paragraph below it 同行見出し',
        ('### 見出し {.run-in}',),
        '# 章\n\n### 霧の夜\n{: .run-in }\n岬の灯台に、住むようになって十五年が過ぎた。',
    ),
    Row(
        'paragraphs',
        '　段落。\n「段落」',
        'paragraphs; see [Lines](#lines)',
        (),
        '　朝が来た。\n「寒いな」\n　夜が来た。',
    ),
    Row(
        'break',
        '行\\\n次の行',
        'a line break',
        ('two spaces at the end', '<br>'),
        '行の終わり\\\n次の行',
    ),
    Row(
        'apart',
        '段落。\n\n\n段落。',
        'a line left empty 一行アキ',
        ('{: .apart }', '`<br>` alone'),
        '朝が来た。\n\n\n夜が来た。',
    ),
    Row(
        'scene',
        '◆',
        'a break between scenes, with its mark; also ＊, □■□, †, ～～～',
        ('`***` (without one)',),
        '朝だ。\n\n◆\n\n夜だ。',
    ),
    Row('', '===', 'a new page', ('［＃改ページ］',)),
    Row(
        'ruby',
        '{漢字|かん|じ}\n{漢字|かんじ}',
        'ruby by character, and for the word',
        (
            '｜漢字《かんじ》',
            '漢字《かんじ》',
            '｜漢字（かんじ）',
            '<ruby>漢字<rt>かんじ</rt></ruby>',
        ),
    ),
    Row('ruby-left', '[{漢字|かんじ}]{.ruby-left}', 'ruby on the left'),
    Row(
        'ruby-both',
        '[{生命|いのち}|ライフ]{.ruby-left}',
        'ruby on both sides; `[生命\\|ライフ]{.ruby-left}` is on the left alone',
    ),
    Row('ruby-escaped', '{甲\\|乙|よみ}', 'a mark of the notation as text: a backslash before it'),
    Row('tcy', '昭和^12^年', 'tate-chu-yoko'),
    Row('bouten', '《《圏点》》', 'bouten', ('*圏点*',)),
    Row(
        'other-bouten', '[圏点]{.bouten .open-circle}', 'other dots; `.left` puts them on the left'
    ),
    Row('strong', '**強調**', 'strong emphasis', ('__強調__', '<b>')),
    Row('struck', '~~取消~~', 'struck out', ('<s>', '<del>')),
    Row('marked', '==印==', 'marked', ('<mark>',)),
    Row(
        'side-line',
        '[傍線]{.side-line}',
        'a side line; `.double`, `.dotted`, `.dashed`, `.wavy`, `.left`',
        ('<u>',),
        '[傍線]{.side-line}と[波線]{.side-line .wavy}',
    ),
    Row('sup', 'm[2]{.sup}\nH[2]{.sub}O', 'above the line, below it', ('<sup>', '<sub>', 'H~2~O')),
    Row(
        'formula',
        '$x^2$',
        "a formula in TeX's notation: MathML in the EPUB",
        ('`$$…$$` by itself',),
        '長さは$\\sqrt{x^2+y^2}$だ。',
    ),
    Row(
        'sizes',
        '[字]{.small}\n[字]{.large}',
        'smaller, larger; `-2`, `-3` by more',
        ('<small>', '<big>'),
        '[小さな]{.small}字と[大きな]{.large}字',
    ),
    Row(
        'frame',
        '[枠]{.frame}\n[斜体]{.italic}',
        'in a frame; slanted, if it lies sideways',
        (),
        '[枠]{.frame}の字、[斜体]{.italic}',
    ),
    Row('kanbun', '読[レ]{.kaeriten}書[ヲ]{.okurigana}', '返り点, 訓点送り仮名'),
    Row(
        'warichu',
        '[注の文である]{.warichu}',
        'warichu',
        (),
        '灯台[岬に立つ白い塔である]{.warichu}を見た。',
    ),
    Row(
        'furiwake',
        '[一行目|二行目]{.furiwake}',
        'furiwake',
        (),
        '港の[東の波止場|西の波止場]{.furiwake}だ。',
    ),
    Row('foreign', '[mot]{lang=fr}', 'words in another language'),
    Row('note', '文[^1]\n\n[^1]: 注。', 'a note', ('文^[注。]',), '文[^1]。\n\n[^1]: 注の文。'),
    Row(
        'link',
        '[文](https://example.com/)',
        'a link',
        ('`[文][名]` and `[名]: https://example.com/`', '<a href>'),
        '[港の話](https://example.com/)',
    ),
    Row(
        '',
        '# 題 {#port}\n\n[そこ](#port)',
        'a name for links',
        ('`{#port}` below a block', '[語]{#port}'),
    ),
    Row(
        '',
        '[語]{.index}\n[語]{.index reading="よみ"}',
        'a word of the [index](#index), by its ruby or kana, or read so',
    ),
    Row(
        'list',
        '- 項\n- [x] 項\n\n1. 項',
        'lists; two spaces set one within another',
        ('* 項', '<ul>'),
        '- 朝\n  - 早朝\n- [x] 昼\n\n1. 夜',
    ),
    Row('definition', '語\n: 説明', 'a term and its definition', ('<dl>',)),
    Row('', '*[略語]: もとの語', 'of 略語 in the text what it is short for, which the EPUB tells'),
    Row('quotation', '> 引用', 'a quotation', ('<blockquote>',), '前の文。\n\n> 引用の文。'),
    Row('table', '| 名 | 数 |\n| --- | --- |\n| 船 | 三 |', 'a table', ('<table>',)),
    Row(
        'code',
        '```python\nprint(1)\n```',
        'code; `python:name.py` gives it a caption',
        ('~~~', '<pre>'),
    ),
    Row(
        'picture',
        '![説明](絵.png)\n絵の下の言葉',
        'a picture and its caption',
        ('`"…"` behind the name', '<figure>'),
        '![灯台](絵.png)\n岬の灯台',
    ),
    Row(
        'indent',
        '字下げ\n{: .indent-2 }',
        'set in; see [Paragraphs](#paragraphs)',
        ('［＃２字下げ］',),
        '文。\n\n字下げの行\n{: .indent-2 }',
    ),
    Row('line-end', '署名\n{: .line-end }', 'at the line end', ('［＃地付き］',)),
    Row(
        'block-frame',
        '枠の行\n{: .frame }',
        'lines in a frame',
        ('［＃ここから罫囲み］',),
        '一行目\n二行目\n{: .frame }',
    ),
    Row(
        'verse', '詩の行\n次の行\n{: .verse }', 'verse', (), '海は沈み\n　朝に浮かぶ\n{: .verse }'
    ),
    Row('', '&nbsp;', 'a character by its name or number', ('&#x2665;',)),
    Row('', '<!-- 覚え -->', 'nothing: a comment'),
    Row(
        '',
        '---\ntitle: 題\n---',
        'at the head of the file: of `title` the heading, where there is no `#`; the rest is for '
        'other tools',
    ),
)


def table() -> str:
    """The rows as a table of Markdown."""
    lines = ['| you type | you get | also written |', '| --- | --- | --- |']
    for row in ROWS:
        words = row.means.partition(';')[0].replace('`', '')
        picture = f'![{words}](manuscript/{row.name}.png)<br>' if row.name else ''
        also = ', '.join(map(_code, row.also))
        lines.append(f'| {_code(row.typed)} | {picture}{row.means} | {also} |')
    return '\n'.join(lines) + '\n'


def _code(typed: str) -> str:
    """``typed`` as it stands in a cell, a line below the other; what is words already stays."""
    if '`' in typed.replace('```', '') or re.fullmatch('[a-z ]+', typed):
        return typed
    return '<br>'.join(_marked(line) for line in typed.split('\n') if line)


def _marked(line: str) -> str:
    escaped = line.replace('|', '\\|')
    return f'```` {escaped} ````' if '``' in line else f'`{escaped}`'


def pictures() -> Iterator[tuple[str, bytes]]:
    """``(name, PNG)`` of what each row prints."""
    shown = [row for row in ROWS if row.name]
    with tempfile.TemporaryDirectory() as folder:
        chapters = Path(folder) / 'book' / 'chapters'
        chapters.mkdir(parents=True)
        Image.new('L', (180, 120), 200).save(chapters / '絵.png')
        for number, row in enumerate(shown):
            text = f'{row.shown or row.typed}\n'
            (chapters / f'{number:02}-{row.name}.md').write_text(text, encoding='utf-8')
        book = Book(folder, cached=False)
        frame = KihonHanmen(characters=CHARACTERS, lines=LINES)
        settings = replace(book.settings.for_paper(), kihon_hanmen=frame)
        preview = Preview(settings, STYLES)
        pages = {}
        for page in preview.pages(book.chapters(on_paper=True)):
            for section, _, _ in page.frame.flow[:1]:
                pages.setdefault(section, replace(page, paper=replace(page.paper, after=[])))
        for number, row in enumerate(shown):
            page = pages[f'chapter-{number:02d}']
            yield row.name, _cut_out(preview.picture(page, RESOLUTION))


def _cut_out(picture: Image.Image) -> bytes:
    """What is printed of a page, and a little room around it, in sixteen greys."""
    grey = picture.convert('L')
    box = ImageOps.invert(grey).getbbox() or (0, 0, 1, 1)
    cut = ImageOps.expand(grey.crop(box), MARGIN, 255)
    file = BytesIO()
    cut.quantize(16).save(file, 'PNG', optimize=True)
    return file.getvalue()


def main() -> None:
    for name, picture in pictures():
        write_whole(HERE / f'{name}.png', picture)
        print(name, len(picture))


if __name__ == '__main__':
    sys.exit(main())
