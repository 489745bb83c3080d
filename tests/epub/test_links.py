"""Links from one document of an EPUB into another."""

import io
import zipfile

import pytest
from lxml import etree

from tategumi.check.epub import check_epub
from tategumi.epub import build_epub
from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up_book
from tategumi.settings import load_settings

from .conftest import PRESS


@pytest.mark.parametrize(
    'named, target',
    [
        ('## 港\n\n文。', '#港'),
        ('[語]{#port}と文。', '#port'),
        ('段落。\n{#port}', '#port'),
        ('[{語|ご}]{#port .index}と文。', '#port'),
        ('## [語]{.index #port}の節\n\n文。', '#port'),
    ],
)
def test_a_link_leads_to_what_another_chapter_calls_so(tmp_path, named, target):
    folder = tmp_path / 'book' / 'chapters'
    folder.mkdir(parents=True)
    (folder / '00.md').write_text(f'# 一\n\n{named}\n', encoding='utf-8')
    (folder / '01.md').write_text(f'# 二\n\n[そこ]({target})へ。\n', encoding='utf-8')
    book = load_settings(tmp_path)
    content = build_epub(book, mark_up_book(read_chapters(book), book), PRESS / 'styles')
    (tmp_path / 'book.epub').write_bytes(content)
    assert check_epub(tmp_path / 'book.epub') == []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        after = etree.fromstring(archive.read('EPUB/chapter-01.xhtml'))
        link = next(link for link in after.iter('{*}a') if link.text == 'そこ')
        name, _, place = link.get('href').partition('#')
        assert name == 'chapter-00.xhtml'
        assert etree.fromstring(archive.read(f'EPUB/{name}')).xpath('.//*[@id=$id]', id=place)
