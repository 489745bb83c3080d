"""Long chapters in several documents: nothing lost, nothing doubled, every link right."""

import copy
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from lxml import etree

from tategumi.check.epub import check_epub
from tategumi.epub.parting import Parting
from tategumi.markup import element, mark_up_book

from .conftest import Built, write_book

KIND = '{http://www.idpf.org/2007/ops}type'
LONGEST = 4000
MOST = 30_000

TEXT = '船は沖へ出た。波は高く、風は北から吹いていた。'


class WholeBook(Built):
    """Links of one chapter to headings of another are found."""

    def marked(self, settings):
        return mark_up_book(self.manuscript, settings)


@pytest.fixture(scope='module')
def long_book(tmp_path_factory):
    """A book whose second chapter is two and a half times as long as a document may be."""
    root = write_book(tmp_path_factory.mktemp('long'))
    chapter = root / 'book' / 'chapters' / '01-章.md'
    text = chapter.read_text(encoding='utf-8')
    more = ''.join(
        f'## 第{number}節\n\n'
        + f'{TEXT * 12}[^n{number}]\n\n'
        + f'{TEXT * 12}\n\n' * 3
        + f'[^n{number}]: 第{number}の注。\n\n'
        for number in range(24)
    )
    links = '[先の節](#第23節)と[前の節](#次の節)。\n\n'
    chapter.write_text(f'{text}\n{links}{more}{links}', encoding='utf-8')
    other = root / 'book' / 'chapters' / '02-章.md'
    other.write_text('# 終章\n\n[遠い節](#第23節)を見よ。\n', encoding='utf-8')
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr('tategumi.epub.parting.LONGEST', MOST)
        return WholeBook(root)


def parts(built):
    return [name for name in built.spine() if name.startswith('chapter-01')]


def test_no_document_is_longer_than_readers_like(long_book):
    assert len(parts(long_book)) == 4
    for name in long_book.spine():
        assert len(long_book.archive.read(f'EPUB/{name}')) < MOST + 2000
    sizes = [len(long_book.archive.read(f'EPUB/{name}')) for name in parts(long_book)]
    assert max(sizes) < 2 * min(sizes)


def test_epubcheck_has_nothing_against_it(long_book, tmp_path):
    path = tmp_path / 'book.epub'
    path.write_bytes(long_book.content)
    assert check_epub(path) == []


def test_the_chapter_is_there_once_and_in_its_order(long_book):
    chapter = etree.fromstring(
        etree.tostring(long_book.marked(long_book.settings)[1].section, encoding='utf-8')
    )
    shown = [
        text
        for name in parts(long_book)
        for text in long_book.xml(name).find('{*}body').itertext()
    ]
    assert re.sub(r'\s', '', ''.join(shown)) == re.sub(r'\s', '', ''.join(chapter.itertext()))
    assert sum(len([*long_book.xml(name).iter('{*}h1')]) for name in parts(long_book)) == 1


def test_a_part_begins_with_a_heading_and_never_ends_with_one(long_book):
    for name in parts(long_book)[1:]:
        blocks = [b for b in long_book.xml(name).find('{*}body')[0] if 'span' not in b.tag]
        assert blocks[0].tag.endswith('h2')
    for name in parts(long_book)[:-1]:
        assert long_book.xml(name).find('{*}body')[0][-1].tag.endswith('}p')


def test_every_link_leads_to_an_id_that_is_there(long_book):
    pages = {name: long_book.xml(name) for name in long_book.spine()}
    ids = {
        f'{name}#{each.get("id")}' for name, page in pages.items() for each in page.iter('{*}*')
    }
    crossed = 0
    for name, page in pages.items():
        for link in page.iter('{*}a'):
            href = link.get('href')
            if href.startswith('http'):
                continue
            whole = f'{name}{href}' if href.startswith('#') else href
            assert whole in ids or whole in pages, (name, href)
            crossed += name.startswith('chapter-01') and href.startswith('chapter-01')
    assert crossed > 2
    for source in long_book.xml('toc.ncx').iter('{*}content'):
        assert source.get('src') in ids or source.get('src') in pages


def test_calls_and_notes_find_one_another(long_book):
    at = {
        each.get('id'): name
        for name in parts(long_book)
        for each in long_book.xml(name).iter('{*}*')
        if each.get('id')
    }
    calls = [
        (name, link.get('href'))
        for name in parts(long_book)
        for link in long_book.xml(name).iter('{*}a')
        if link.get(KIND) == 'noteref'
    ]
    assert len(calls) == 24 + 3
    for name, href in calls:
        document, _, id_ = href.rpartition('#')
        assert at[id_] == (document or name)
        note = long_book.xml(at[id_]).xpath(f'//*[@id="{id_}"]')[0]
        back = note.find('.//{*}a[@role="doc-backlink"]').get('href')
        document, _, id_ = back.rpartition('#')
        assert at[id_] == (document or at[href.rpartition('#')[2]])


def test_the_pages_are_listed_where_they_are_now(long_book):
    links = long_book.xml('contents.xhtml').xpath('//*[@role="doc-pagelist"]//*[@href]/@href')
    names = [link.partition('#')[0] for link in links]
    assert len({name for name in names if name.startswith('chapter-01')}) == 4
    order = long_book.spine()
    places = [order.index(name) for name in names]
    assert places == sorted(places)


blocks = st.lists(
    st.tuples(st.sampled_from(['p', 'h2', 'hr', 'blockquote', 'span']), st.integers(1, 3000)),
    max_size=30,
)


def chapter_of(blocks):
    made = [
        element(
            tag,
            *(
                [element('p', 'あ' * (length // 6)), element('p', 'い' * (length // 6))]
                if tag == 'blockquote'
                else ['あ' * (length // 3)]
            ),
            id=f'b{number}',
        )
        for number, (tag, length) in enumerate(blocks)
    ]
    return element('section', *made, id='c', class_='chapter')


@given(blocks)
@effort(max_examples=60)
def test_whatever_the_blocks_are_they_are_all_there_and_fit(blocks):
    whole = chapter_of(blocks)
    before = [copy.deepcopy(child) for child in whole]
    links = [element('a', 'x', href=f'chapter.xhtml#b{number}') for number in range(len(blocks))]
    link = element('p', *links)
    parting = Parting({'other': [element('section', link)], 'chapter': [whole]}, LONGEST)
    pieces = [part[0] for name, part in parting.bodies.items() if name != 'other']
    after = [child for piece in pieces for child in piece]
    assert [''.join(b.itertext()) for b in after] == [''.join(b.itertext()) for b in before]
    assert [p.get('id') for p in pieces] == ['c'] + [None] * (len(pieces) - 1)
    for piece in pieces:
        # A block alone may be longer, with the headings above it.
        solid = [b for b in piece if b.tag.rpartition('}')[2] not in ('h2', 'span')]
        assert len(etree.tostring(piece, encoding='utf-8')) <= LONGEST + 200 or len(solid) <= 1
    for anchor in links:
        name, _, id_ = anchor.get('href').partition('.xhtml#')
        assert id_ in [b.get('id') for b in parting.bodies[name][0]]


def test_a_book_of_usual_chapters_is_as_it_was(every_construct):
    assert not [name for name in every_construct.spine() if re.search(r'-\d+-\d', name)]


def test_a_kepub_of_it_is_whole_too(long_book, tmp_path):
    from tategumi.kepub import build_kepub

    path = tmp_path / 'book.kepub.epub'
    path.write_bytes(build_kepub(long_book.content))
    with zipfile.ZipFile(path) as archive:
        assert {f'EPUB/{name}' for name in parts(long_book)} <= {*archive.namelist()}
    assert check_epub(path) == []
