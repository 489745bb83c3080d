"""What catalogues, shelves and reading systems are told of the book."""

from dataclasses import replace

import pytest
from lxml import etree

from tategumi.check.epub import check_epub
from tategumi.epub.accessibility import accessibility
from tategumi.errors import BadInput
from tategumi.settings import Creator, Series

from .conftest import Built
from .test_build import build, built_bytes

LANG = '{http://www.w3.org/XML/1998/namespace}lang'


def package(built, **change):
    return etree.fromstring(build(built, **change).read('EPUB/content.opf'))


def refined(package, name, id_):
    return package.xpath('//*[@property=$name and @refines=$id]', name=name, id=f'#{id_}')


def test_the_metadata_is_what_book_yaml_says(every_construct):
    assert every_construct.meta('title') == ['<本> & "書物" 2023', '副題']
    assert every_construct.meta('creator') == ['山田太郎', '鈴木花子']
    assert every_construct.properties('role') == ['aut', 'trl']
    assert every_construct.properties('file-as') == ['やまだたろう']
    assert every_construct.meta('language') == ['ja']
    assert every_construct.package.get('{http://www.w3.org/XML/1998/namespace}lang') == 'ja'
    assert every_construct.meta('date') == ['2023-07-20']
    assert every_construct.meta('subject') == ['港', '灯台']
    assert every_construct.meta('identifier') == [every_construct.settings.identifier]


def test_a_catalogue_can_sort_by_the_reading_of_the_title(every_construct):
    archive = build(every_construct, title_reading='ホン')
    package = etree.fromstring(archive.read('EPUB/content.opf'))
    (reading,) = package.xpath('//*[@property="file-as" and @refines="#title"]')
    assert reading.text == 'ホン'


def test_conformance_is_claimed_only_by_name_and_only_where_pictures_have_words(
    every_construct, own_book
):
    assert own_book.properties('dcterms:conformsTo') == []
    package = build(own_book, certified_by='山田太郎').read('EPUB/content.opf').decode()
    assert 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA' in package
    assert 'property="a11y:certifiedBy">山田太郎<' in package
    with pytest.raises(BadInput, match=r'book\.yaml: "certified_by" .* no words'):
        build(every_construct, certified_by='山田太郎')


def test_epubcheck_has_nothing_against_the_fullest_metadata(own_book, tmp_path):
    path = tmp_path / 'book.epub'
    path.write_bytes(
        built_bytes(
            own_book,
            title_reading='ホン',
            title_romanized='Hon',
            subtitle='副題',
            publisher='社',
            publisher_reading='シャ',
            series=Series('灯台叢書', 'トウダイソウショ', 3),
            modified='2024-05-01',
            certified_by='山田太郎',
            creators=(Creator('山田太郎', 'aut', 'やまだたろう', 'Yamada Tarō'),),
        )
    )
    assert check_epub(path) == []


def test_accessibility_is_claimed_by_what_is_there(every_construct, own_book):
    assert every_construct.properties('schema:accessMode') == ['textual', 'visual']
    assert 'rubyAnnotations' in every_construct.properties('schema:accessibilityFeature')
    # One picture of this book is described by no words.
    assert every_construct.properties('schema:accessModeSufficient') == ['textual,visual']
    assert own_book.properties('schema:accessMode') == ['textual']
    assert 'alternativeText' not in own_book.properties('schema:accessibilityFeature')
    described = etree.fromstring('<p xmlns="x"><img alt="灯台"/></p>')
    claims = list(accessibility([described], 'vertical'))
    assert ('accessibilityFeature', 'alternativeText') in claims


def test_words_for_pictures_suffice_and_pictures_are_no_hindrance():
    described = etree.fromstring('<p xmlns="x"><img alt="灯台"/></p>')
    said = list(accessibility([described], 'vertical'))
    assert [value for name, value in said if name == 'accessModeSufficient'] == [
        'textual',
        'textual,visual',
    ]


@pytest.mark.parametrize(
    'writing, other', [('vertical', 'horizontal'), ('horizontal', 'vertical')]
)
def test_shelves_are_told_which_way_lines_run(own_book, writing, other):
    features = package(own_book, writing=writing).xpath(
        '//*[@property="schema:accessibilityFeature"]/text()'
    )
    assert f'{writing}Writing' in features and f'{other}Writing' not in features


def test_a_book_of_a_series_says_which_it_is(every_construct):
    series = Series('灯台叢書', 'トウダイソウショ', 3)
    archive = build(every_construct, series=series)
    said = etree.fromstring(archive.read('EPUB/content.opf'))
    (collection,) = said.xpath('//*[@property="belongs-to-collection"]')
    assert collection.text == '灯台叢書'
    for name, value in (
        ('collection-type', 'series'),
        ('file-as', series.reading),
        ('group-position', '3'),
    ):
        (refinement,) = refined(said, name, collection.get('id'))
        assert refinement.text == value
    colophon = etree.fromstring(archive.read('EPUB/colophon.xhtml'))
    assert 'シリーズ　灯台叢書　3' in [''.join(line.itertext()) for line in colophon.iter('{*}p')]
    assert every_construct.properties('belongs-to-collection') == []


@pytest.mark.parametrize(
    'change, message',
    [
        ({'title': ' '}, '"title" must not be empty'),
        ({'identifier': ''}, '"identifier" must not be empty'),
        ({'title': '本\b'}, r'U\+0008'),
        ({'rights': '\ufffe'}, r'U\+FFFE'),
    ],
)
def test_settings_no_package_can_hold_name_book_yaml(every_construct, change, message):
    with pytest.raises(BadInput, match=rf'book\.yaml(?::\d+)?: .*{message}'):
        build(every_construct, **change)


@pytest.mark.parametrize(
    'subject, words, authority, term',
    [
        ('FIC019000', 'FIC019000', 'BISAC', 'FIC019000'),
        ('FIC019000 文芸', '文芸', 'BISAC', 'FIC019000'),
        ('NDC 913.6', '913.6', 'NDC', '913.6'),
        ('NDC:913.6 小説', '小説', 'NDC', '913.6'),
        ('港', '港', None, None),
        ('ABC000', 'ABC000', None, None),
        # A code of the book trade, which no list of EPUB has.
        ('C0093', 'C0093', None, None),
    ],
)
def test_a_subject_by_a_code_says_whose_code_it_is(
    every_construct, subject, words, authority, term
):
    said = package(every_construct, subjects=('灯台', subject))
    first, second = said.iter('{http://purl.org/dc/elements/1.1/}subject')
    assert (first.text, second.text) == ('灯台', words)
    for name, value in (('authority', authority), ('term', term)):
        found = refined(said, name, second.get('id')) if second.get('id') else []
        assert [each.text for each in found] == ([value] if value else [])


def test_blank_settings_are_left_out(every_construct):
    archive = build(every_construct, subjects=('', '港'), publisher=' ', rights='\n')
    package = archive.read('EPUB/content.opf').decode()
    assert package.count('<dc:subject>') == 1
    assert 'dc:publisher' not in package and 'dc:rights' not in package
    assert '発行　' not in archive.read('EPUB/colophon.xhtml').decode()


def test_a_date_in_words_is_printed_and_kept_out_of_the_package(every_construct):
    archive = build(every_construct, date='令和五年')
    assert '令和五年' in archive.read('EPUB/colophon.xhtml').decode()
    assert b'dc:date' not in archive.read('EPUB/content.opf')


def test_names_are_sorted_by_their_readings_and_readable_abroad(every_construct):
    author, translator = every_construct.settings.creators
    said = package(
        every_construct,
        title_romanized='Hon',
        publisher_reading='レイノシュッパンシャ',
        creators=(replace(author, romanized='Yamada Tarō'), translator),
    )
    (reading,) = refined(said, 'file-as', 'publisher')
    assert reading.text == 'レイノシュッパンシャ'
    for id_, name in (('title', 'Hon'), ('creator-1', 'Yamada Tarō')):
        (romanized,) = refined(said, 'alternate-script', id_)
        assert (romanized.text, romanized.get(LANG)) == (name, 'ja-Latn')
    assert not refined(said, 'alternate-script', 'creator-2')


@pytest.mark.parametrize(
    'change, moment',
    [
        ({}, '2023-07-20T00:00:00Z'),
        ({'date': '2023-07'}, '2023-07-01T00:00:00Z'),
        ({'modified': '2024-02-29'}, '2024-02-29T00:00:00Z'),
        ({'modified': '2024-05-01T12:30:00Z', 'date': ''}, '2024-05-01T12:30:00Z'),
        # Nothing is known: the oldest moment of a ZIP archive, and no reader takes it for true.
        ({'date': ''}, '1980-01-01T00:00:00Z'),
        ({'date': '令和五年'}, '1980-01-01T00:00:00Z'),
    ],
)
def test_the_moment_of_change_is_one_that_was_said(every_construct, monkeypatch, change, moment):
    monkeypatch.delenv('SOURCE_DATE_EPOCH', raising=False)
    (said,) = package(every_construct, **change).xpath('//*[@property="dcterms:modified"]')
    assert said.text == moment


def test_a_build_may_be_dated_from_outside(every_construct, monkeypatch):
    monkeypatch.setenv('SOURCE_DATE_EPOCH', '1700000000')
    said = package(every_construct, modified='2024-05-01')
    assert said.xpath('//*[@property="dcterms:modified"]')[0].text == '2023-11-14T22:13:20Z'


@pytest.mark.parametrize('moment', ['yesterday', '2024-02-30', '2024-05-01T25:00:00Z', '2024-5-1'])
def test_a_moment_that_is_none_names_its_line(book_folder, moment):
    path = book_folder / 'book' / 'book.yaml'
    path.write_text(f'title: 本\nmodified: "{moment}"\n', encoding='utf-8')
    with pytest.raises(BadInput, match=r'book\.yaml:2: "modified" must be as 2024-05-01'):
        Built(book_folder)


@pytest.mark.parametrize('epoch', ['soon', '1e9', '9' * 30])
def test_an_outside_date_that_is_none_is_refused(every_construct, monkeypatch, epoch):
    monkeypatch.setenv('SOURCE_DATE_EPOCH', epoch)
    with pytest.raises(BadInput, match='SOURCE_DATE_EPOCH: must be seconds since 1970'):
        build(every_construct)


@pytest.mark.parametrize('writing, side', [('vertical', 'left'), ('horizontal', 'right')])
@pytest.mark.parametrize('chapter_start', ['page', 'recto'])
def test_what_opens_on_a_recto_on_paper_opens_a_spread(
    every_construct, writing, side, chapter_start
):
    said = package(every_construct, writing=writing, chapter_start=chapter_start)
    sides = {item.get('idref'): item.get('properties') for item in said.iter('{*}itemref')}
    assert {sides[name] for name in ('cover', 'titlepage', 'colophon')} == {f'page-spread-{side}'}
    assert sides['contents'] is None
    assert sides['chapter-01'] == (f'page-spread-{side}' if chapter_start == 'recto' else None)


@pytest.mark.parametrize(
    'file, division',
    [
        ('cover.xhtml', 'frontmatter'),
        ('titlepage.xhtml', 'frontmatter'),
        ('contents.xhtml', 'frontmatter'),
        ('chapter-00.xhtml', 'frontmatter'),
        ('chapter-01.xhtml', 'bodymatter'),
        ('colophon.xhtml', 'backmatter'),
    ],
)
def test_every_document_says_what_division_of_the_book_it_is_of(every_construct, file, division):
    body = every_construct.xml(file).find('{*}body')
    assert body.get('{http://www.idpf.org/2007/ops}type') == division
