"""The index 索引 read back from the pages: its words, and the folios they are said to be on."""

import io

import pikepdf
import pytest

from tategumi.check.glyphs import read_pages, vertical_lines

FILL = '沖を照らす白い光だ。' * 70
CHAPTERS = (
    f"""# 朝

[{{灯台|とうだい}}]{{.index}}と[灯台]{{.index}}と[LED]{{.index}}。{FILL}

[かもめ]{{.index}}と[灯台]{{.index}}。
""",
    f"""# 夜

## [燈火]{{.index reading=とうか}}の節

{FILL}{FILL}[ガス]{{.index}}、[灯台]{{.index}}。注[^1]。

[^1]: [たこ]{{.index}}の注。
""",
)
FIGURES = '〇一二三四五六七八九'


def lines_of(built):
    """What each page says, line by line."""
    return [
        [''.join(glyph.character for glyph in line) for line in vertical_lines(page)]
        for page in read_pages(built.content)
    ]


def index_of(pages):
    """The lines of the index: heads of rows, and words with the folios they name."""
    begin = next(number for number, page in enumerate(pages) if page[:1] == ['索引'])
    lines = [line for page in pages[begin:-1] for line in page][1:]
    entries = {}
    for line in lines:
        word, _, folios = line.partition('　')
        numbers = [
            int(''.join(str(FIGURES.index(f)) for f in each))
            for each in folios.split('、')
            if each
        ]
        entries[word] = numbers
    return entries


@pytest.fixture(scope='module')
def built(tmp_path_factory):
    from .conftest import Press

    return Press(tmp_path_factory.mktemp('index')).set(*CHAPTERS)


def test_words_stand_below_the_heads_of_their_rows(built):
    assert [*index_of(lines_of(built))] == [
        *('か', 'ガス', 'かもめ'),
        *('た', 'たこ', '燈火', '灯台'),
        *('欧文', 'LED'),
    ]


def test_a_word_has_the_folio_of_each_page_it_is_marked_on_once(built):
    pages = lines_of(built)
    begin = next(number for number, page in enumerate(pages) if page[:1] == ['索引'])
    found = {
        word: [n for n, page in enumerate(pages[:begin], 1) if any(word in line for line in page)]
        for word in ('ガス', 'かもめ', 'たこ', '灯台', 'LED')
    }
    assert {word: index_of(pages)[word] for word in found} == found
    assert len(found['灯台']) == 3


def test_each_folio_leads_to_its_word(built):
    with pikepdf.open(io.BytesIO(built.content)) as pdf:
        pages = [page.objgen for page in pdf.pages]
        names = dict(zip(*[iter(pdf.Root.Names.Dests.Names)] * 2))
        targets = {
            pages.index(names[link.Dest][0].objgen) + 1
            for page in pdf.pages
            for link in page.get('/Annots', [])
            if '/Dest' in link and '-index-' in str(link.Dest)
        }
    index = index_of(lines_of(built))
    assert targets == {folio for folios in index.values() for folio in folios}


def test_it_stands_in_contents_and_outline(built):
    contents = next(page for page in lines_of(built) if page[0] == '目次')
    begin = next(n for n, page in enumerate(lines_of(built), 1) if page[:1] == ['索引'])
    folio = ''.join(FIGURES[int(figure)] for figure in str(begin))
    assert contents[-1].startswith('索引') and contents[-1].endswith(folio)
    with pikepdf.open(io.BytesIO(built.content)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root][-2:] == ['索引', '奥付']


def test_its_lines_stand_on_the_lines_of_the_page_in_two_tiers(press):
    words = '、'.join(
        f'[{first}{second}]{{.index}}' for first in 'あかさたな' for second in 'あいうえお'
    )
    built = press.set(f'# 朝\n\n{words}{FILL}')
    page = next(
        page
        for page in read_pages(built.content)
        if ''.join(g.character for g in page[:2]) == '索引'
    )
    lines = [line for line in vertical_lines(page) if line[0].character != '索']
    upper = {round(line[0].axis, 2) for line in lines if line[0].top == max(g.top for g in page)}
    tops = sorted({round(line[0].top) for line in lines})
    pitch = kihon_hanmen(press)
    places = sorted(round(line[0].axis, 2) for line in lines)
    steps = {round((place - places[0]) / pitch, 2) for place in places}
    assert upper and all(step == int(step) for step in steps)
    assert tops[-1] - tops[0] > 15 * page[0].size


def kihon_hanmen(press):
    """The pitch of lines, in pt."""
    from tategumi.page.kihon_hanmen import page_of

    return page_of(press.book('文。')[0]).pitch


def test_a_book_in_one_piece_has_the_same(press, built):
    assert lines_of(press.set_in_one_piece(*CHAPTERS)) == lines_of(built)


def test_it_is_left_out_or_called_otherwise(press):
    assert not any(page[:1] == ['索引'] for page in lines_of(press.set(*CHAPTERS, index='')))
    assert any(
        page[:1] == ['事項索引'] for page in lines_of(press.set(*CHAPTERS, index='事項索引'))
    )


def test_a_book_without_marked_words_has_none(press):
    assert not any('索引' in line for page in lines_of(press.set('# 章\n\n文。')) for line in page)
