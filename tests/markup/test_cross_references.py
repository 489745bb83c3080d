"""Links from chapter to chapter."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tategumi.epub import build_epub
from tategumi.errors import BadInput
from tategumi.manuscript import Chapter
from tategumi.markup import mark_up_book
from tategumi.settings import Settings

STYLES = Path(__file__).parents[2] / 'styles'


@pytest.fixture
def book(tmp_path):
    """``book(*texts)``: the chapters of these texts, marked up."""
    folder = tmp_path / 'book' / 'chapters'

    def book(*texts):
        return mark_up_book(
            [Chapter(folder / f'0{index}-章.md', index, text) for index, text in enumerate(texts)],
            Settings(root=tmp_path),
        )

    return book


def test_a_heading_of_the_chapter_comes_before_one_of_another(book):
    first, second, _ = book('# 夜\n\n[朝](#朝)と[夜](#夜)', '# 朝\n\n## 夜\n\n[夜](#夜)', '# 夜')
    assert 'href="#chapter-01-heading-1">朝' in first.xhtml
    assert 'href="#chapter-00-heading-1">夜' in first.xhtml
    assert 'href="#chapter-01-heading-2">夜' in second.xhtml


def test_a_link_to_no_heading_of_the_book_is_named_by_file_and_line(book):
    with pytest.raises(BadInput, match=r'01-章\.md:3: link to "#昼", but no heading of the book'):
        book('# 夜', '# 朝\n\n[昼](#昼)')


def test_in_the_epub_it_names_the_document_of_the_other_chapter(book, tmp_path):
    chapters = book('# 夜\n\n[朝](#朝)へ', '# 朝\n\n明けた。')
    settings = Settings(root=tmp_path, title='灯', identifier='urn:uuid:0')
    made = build_epub(settings, chapters, STYLES)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        pages = {name.rpartition('/')[2]: archive.read(name) for name in archive.namelist()}
    [link] = [
        link
        for link in etree.fromstring(pages['chapter-00.xhtml']).iter('{*}a')
        if link.text == '朝'
    ]
    document, heading = link.get('href').split('#')
    assert etree.fromstring(pages[document]).xpath('//*[@id=$id]', id=heading)[0].text == '朝'


@pytest.mark.parametrize(
    'named, tag',
    [
        ('# 岬 {#port}', 'h1'),
        ('# 岬 {: .x #port }', 'h1'),
        ('# 岬\n{#port}', 'h1'),
        ('岬の灯\n{: #port }', 'p'),
        ('- 岬\n- 港\n{: #port }', 'ul'),
        ('> 岬\n{#port}', 'blockquote'),
        ('この[岬]{#port}の', 'span'),
        ('この[岬]{.small #port}の', 'span'),
    ],
)
@pytest.mark.parametrize('where', ['same', 'other'])
def test_a_link_leads_to_what_has_a_name(book, named, tag, where):
    link = '[そこ](#port)へ'
    texts = [f'{named}\n\n{link}'] if where == 'same' else [link, named]
    chapters = book(*texts)
    (made,) = chapters[0].section.xpath('.//*[local-name()="a"]')
    (target,) = chapters[-1].section.xpath('//*[@id=$id]', id=made.get('href')[1:])
    assert target.tag.endswith(f'}}{tag}') and '岬' in ''.join(target.itertext())
    assert '{' not in chapters[-1].xhtml and not any(each.warnings for each in chapters)


@pytest.mark.parametrize('before', ['#昼のこと。', '[昼のこと](#昼のこと)\n\n## 昼のこと'])
def test_the_line_named_is_that_of_the_link(book, before):
    with pytest.raises(BadInput, match=r'00-章\.md:(?!3:)[0-9]+: link to "#昼", '):
        book(f'# 朝\n\n{before}\n\n[昼](#昼)')


def test_each_of_several_links_to_nothing_has_its_line(desk):
    chapter = desk.chapter('# 朝\n\n[昼](#昼)\n\n#昼とは\n\nもう[昼](#昼)')
    assert chapter.open_links == (('#昼', 3), ('#昼', 7))


@pytest.mark.parametrize(
    'typed, lead',
    [
        ('01-章.md', 'chapter-01-heading-1'),
        ('./01-章.html', 'chapter-01-heading-1'),
        ('../chapters/01-章.xhtml', 'chapter-01-heading-1'),
        ('01-章.md#夜', 'chapter-01-heading-2'),
        ('02-章.html#夜', 'chapter-02-heading-2'),
        ('<02-章.md#port>', 'chapter-02-anchor-1'),
    ],
)
def test_a_link_to_the_file_of_a_chapter_leads_to_it(book, typed, lead):
    text = '# {}\n\n## 夜\n\n港。\n{{#port}}'
    first = book(f'# 夜\n\n[そこ]({typed})', text.format('朝'), text.format('昼'))[0]
    assert f'href="#{lead}">そこ' in first.xhtml and not first.warnings


@pytest.mark.parametrize('typed', ['09-無.md', 'readme.html#夜', '01-章.md#無'])
def test_a_link_to_no_chapter_is_named_and_its_words_stay(book, typed):
    first = book(f'# 夜\n\n前[そこ]({typed})後', '# 朝')[0]
    assert '前そこ後' in ''.join(first.section.itertext()) and '<a' not in first.xhtml
    assert len(first.warnings) == 1 and ':3: ' in first.warnings[0]
