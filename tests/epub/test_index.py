"""The index 索引 of an EPUB: words with links to the places they are marked in."""

import pytest

from tategumi.check.epub import check_epub

from .conftest import Built

CHAPTERS = [
    '# 港\n{: .part }',
    '# 一\n\n[{灯台|とうだい}]{.index}と[灯台]{.index}、[かもめ]{.index}。',
    '# 夜の海\n\n## [灯台]{.index}の節\n\n[LED]{.index}、[かもめ]{.index}。',
]
EPUB_TYPE = '{http://www.idpf.org/2007/ops}type'


@pytest.fixture(scope='module')
def built(tmp_path_factory):
    root = tmp_path_factory.mktemp('index')
    folder = root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    for number, text in enumerate(CHAPTERS):
        (folder / f'{number:02d}.md').write_text(text, encoding='utf-8')
    return Built(root)


def links(node):
    return [(''.join(link.itertext()), link.get('href')) for link in node.iter('{*}a')]


def test_epubcheck_has_nothing_against_it(built, tmp_path):
    (tmp_path / 'book.epub').write_bytes(built.content)
    assert check_epub(tmp_path / 'book.epub') == []


def test_words_stand_by_their_rows_with_the_chapters_they_are_in(built):
    section = built.xml('index.xhtml').find('.//{*}section')
    assert (section.get(EPUB_TYPE), section.get('role')) == ('index', 'doc-index')
    said = [
        (group.findtext('{*}h2'), [''.join(item.itertext()) for item in group.iter('{*}li')])
        for group in section.iterfind('{*}section')
    ]
    assert said == [
        ('か', ['かもめ　港　一、夜の海']),
        ('た', ['灯台　港　一（2）、夜の海']),
        ('欧文', ['LED　夜の海']),
    ]


def test_every_link_leads_to_its_word(built):
    found = []
    for item in built.xml('index.xhtml').iter('{*}li'):
        for _, href in links(item):
            name, _, place = href.partition('#')
            (there,) = built.xml(name).xpath('.//*[@id=$id]', id=place)
            for reading in there.iter('{*}rt'):
                reading.text = ''
            found.append((''.join(item.find('{*}span').itertext()), ''.join(there.itertext())))
    assert len(found) == 6 and all(term == word for term, word in found)


def test_it_stands_before_the_colophon_and_in_the_contents(built):
    assert built.spine()[-2:] == ['index.xhtml', 'colophon.xhtml']
    contents, landmarks = built.xml('contents.xhtml').findall('.//{*}nav')[:2]
    assert links(contents)[-2:] == [('索引', 'index.xhtml'), ('奥付', 'colophon.xhtml')]
    assert ('索引', 'index.xhtml') in links(landmarks)
    points = [text.text for text in built.xml('toc.ncx').iter('{*}text')]
    assert '索引' in points
    assert built.xml('index.xhtml').find('{*}body').get(EPUB_TYPE) == 'backmatter'
