"""Who knows one notation alone, writes a book in it without a word of warning.

The samples in ``tests/books/notations`` use all that each of the notations has.
"""

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from PIL import Image

from tategumi.build import Book, make
from tategumi.check.epub import check_epub

SAMPLES = Path(__file__).parents[1] / 'books' / 'notations'
#: What a reader would take for a mark of notation.
MARKS = re.compile(
    r'［＃|《《|\{|\}|\[\^|\]\(|~~|==|\*\*|</|&[a-z]+;|\\|\$|\[%|^#|／＼|［|］', re.M
)

BOOKS = {
    'denden.md': {
        'h1': ['灯台守の手紙'],
        'h2': ['手紙の一枚目'],
        'h3': ['二枚目'],
        'rt': ['とう', 'だい', 'もり', 'きって'],
        'dt': ['火屋', '遠眼鏡'],
        's': ['古い'],
        'figcaption': ['岬の灯台'],
        'strong': ['宛名'],
    },
    'vfm.md': {
        'h1': ['港の時計'],
        'h2': ['針の動き', '夜'],
        'rt': ['とけい', 'エービー', 'ランプ', 'は', 'ぐるま'],
        'figcaption': ['裏側には歯車が見える'],
        's': ['五時'],
        'sub': ['2'],
        'caption': ['clock.py', 'hands.js'],
    },
    'mixed.md': {
        'h1': ['灯台の手引き'],
        'h2': ['道具の一覧', '道具の置き場'],
        'rt': ['ほや', 'ぼうえんきょう', 'ランプ', 'みさき'],
        'strong': ['油', '太い綱と', '細い綱', '港の知らせ'],
        'verse': ['海は夜ごとに沈み　朝ごとに浮かぶ'],
        'center': ['道具の置き場'],
        'pre': ['lamp --on\n', '朝  灯を消す\n  夜は灯す\n'],
    },
    'aozora.txt': {
        'h1': ['第一章　港', '第二章　岬'],
        'h2': ['朝'],
        'rt': ['とけい', 'はしらどけい', 'ひ'],
        'figcaption': ['岬の灯台'],
        's': ['誤字'],
        'sub': ['2'],
    },
}
PRINTED = {
    'denden.md': [
        '手紙が届いた',
        '風の強い夜は',
        '油を量る',
        'この年の霜は早かった',
        'では、また',
    ],
    'vfm.md': ['五分だけ遅れている', 'def tick', '短い針', '歯車', '円の面積である'],
    'mixed.md': [
        '冬の油',
        '夜に使う',
        '月の初め',
        'lamp',
        '蓋を開ける',
        '二合',
        '係の者',
        '：で始まる',
    ],
    'aozora.txt': [
        'いつも五分だけ遅れてゐる',
        'しみ〴〵',
        '挘は解ける',
        'Café',
        '本日休業',
        '校正花子',
    ],
}


@pytest.fixture(scope='module', params=sorted(BOOKS))
def made(request, tmp_path_factory):
    """``(name, root, book)`` of a sample, both books of it made."""
    name, root = request.param, tmp_path_factory.mktemp('book')
    is_seed = name.endswith('.txt')
    folder = root / ('seeds' if is_seed else 'book/chapters')
    folder.mkdir(parents=True)
    shutil.copy(SAMPLES / name, folder / name)
    Image.new('RGB', (300, 200), 'gray').save(folder / 'lamp.png')
    if not is_seed:
        (root / 'book' / 'book.yaml').write_text('title: 港の本\n', encoding='utf-8')
    book = Book(root)
    make(book, 'epub', 'pdf')
    return name, root, book


def test_nothing_is_warned_of(made):
    _, _, book = made
    assert [*map(str, book.summary.warnings)] == []


def test_what_the_notation_says_is_in_the_book(made):
    name, _, book = made
    found = {}
    for chapter in book.chapters():
        for node in chapter.section.iter(etree.Element):
            kinds = [etree.QName(node).localname, *(node.get('class') or '').split()]
            for kind in kinds:
                found.setdefault(kind, []).append(''.join(node.itertext()))
    # Whether a reading stands by the character or by the word is the typesetter's.
    readings = ''.join(found.pop('rt'))
    assert readings == ''.join(BOOKS[name]['rt'])
    expected = {kind: texts for kind, texts in BOOKS[name].items() if kind != 'rt'}
    assert {kind: found.get(kind) for kind in expected} == expected


def test_both_books_print_it_and_no_mark(made):
    name, root, book = made
    (path,) = (root / 'dist').glob('*.pdf')
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    text = re.sub(r'\s', '', ''.join(pages))
    assert [words for words in PRINTED[name] if re.sub(r'\s', '', words) not in text] == []
    assert not MARKS.search(text), MARKS.search(text)
    for chapter in book.chapters():
        section = chapter.copy()
        etree.strip_elements(section, '{*}pre', '{*}math', with_tail=False)
        assert not MARKS.search('\n'.join(section.itertext()))


def test_epubcheck_has_nothing_against_it(made):
    _, root, _ = made
    (path,) = (root / 'dist').glob('*.epub')
    assert [fault.message for fault in check_epub(path)] == []
