"""A book in parts as a reading system shows it."""

import pytest

from tategumi.check.epub import check_epub

from .conftest import Built

CHAPTERS = [
    '# 序文\n\n前に。',
    '# 港\n{: .part }\n\n部の前文。',
    '# 夜\n\n暗い。\n\n## 節\n\n節。',
    '# 朝\n\n明るい。',
    '# 山\n{: .part }',
    '# 道\n\n石。',
]
EPUB_TYPE = '{http://www.idpf.org/2007/ops}type'


@pytest.fixture(scope='module')
def built(tmp_path_factory):
    root = tmp_path_factory.mktemp('parts')
    folder = root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    for number, text in enumerate(CHAPTERS):
        (folder / f'{number:02d}.md').write_text(text, encoding='utf-8')
    return Built(root)


def outline(items):
    """Titles and what is below them: ``[(title, [...])]``."""
    return [
        (''.join(item.find('{*}a').itertext()), outline(item.iterfind('{*}ol/{*}li')))
        for item in items
    ]


def points(parent):
    return [
        (point.findtext('{*}navLabel/{*}text'), points(point))
        for point in parent.iterfind('{*}navPoint')
    ]


def test_epubcheck_has_nothing_against_it(built, tmp_path):
    (tmp_path / 'book.epub').write_bytes(built.content)
    assert check_epub(tmp_path / 'book.epub') == []


def test_chapters_stand_below_their_part_in_both_contents(built):
    shown = outline(built.xml('contents.xhtml').iterfind('.//{*}nav[@role="doc-toc"]/{*}ol/{*}li'))
    assert shown == [
        ('序文', []),
        ('港', [('夜', [('節', [])]), ('朝', [])]),
        ('山', [('道', [])]),
        ('奥付', []),
    ]
    ncx = built.xml('toc.ncx')
    assert points(ncx.find('{*}navMap')) == shown
    assert ncx.find('.//{*}meta[@name="dtb:depth"]').get('content') == '3'


def test_a_part_says_that_it_is_one(built):
    section = built.xml('chapter-01.xhtml').find('.//{*}section')
    assert (section.get(EPUB_TYPE), section.get('role')) == ('part', 'doc-part')
    blocks = [block for block in section if not block.get('role')]
    assert [''.join(block.itertext()) for block in blocks] == ['港', '部の前文。']
    assert built.xml('chapter-02.xhtml').find('.//{*}section').get(EPUB_TYPE) == 'chapter'


def test_the_text_after_the_title_of_a_part_opens_a_spread_and_a_chapter_after_text_does_not(
    built,
):
    opening = {
        item.get('idref')
        for item in built.package.iter('{*}itemref')
        if item.get('properties') == 'page-spread-left'
    }
    first, after_titles = 'chapter-00', {'chapter-01', 'chapter-04', 'chapter-05'}
    assert opening == {'cover', 'titlepage', first, *after_titles, 'colophon'}
