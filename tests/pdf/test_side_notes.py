"""Side notes, read back out of the PDF (JLReq §4.2.6)."""

import re
from io import BytesIO

import pypdfium2
import pypdfium2.raw
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.page.papers import PAPERS

from .conftest import Press
from .test_document import MM, lines_of, links_of
from .test_variants import elements

PAGE = PAPERS['bunko']
NOTE = 0.8 * PAGE.character_size

#: The left edge of the kihon-hanmen on a left page, in pt.
EDGE = (PAGE.width - PAGE.gutter) * MM - PAGE.extent


def notes_of(page):
    """The lines of side notes on a page of glyphs, as ``(text, glyphs)``."""
    return [line for line in lines_of(page) if line[1][-1].size == pytest.approx(NOTE, abs=0.01)]


def text_lines_of(page):
    return [line for line in lines_of(page) if line[1][-1].size == pytest.approx(9, abs=0.01)]


def chapter_with(paragraphs):
    """A chapter of ``(characters of text, characters of its note)``; 0 for no note.

    Every note is of one character, its call's number.
    """
    text, notes = ['# 章'], []
    for number, (length, note) in enumerate(paragraphs):
        text.append('永' * length + f'[^{number}]' * bool(note) + '東')
        if note:
            notes.append(f'[^{number}]: ' + chr(0x4E00 + len(notes)) * note)
    return '\n\n'.join(text + notes)


def placed(paragraphs, folder):
    built = Press(folder).set(
        chapter_with(paragraphs), chapter_with([(30, 5)]), notes='side', contents_depth=0
    )
    return read_pages(built.content)[1:-1]


@settings(max_examples=8, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 300), st.sampled_from([0, 0, 3, 40, 90, 300, 900])),
        min_size=1,
        max_size=20,
    )
)
@example(paragraphs=[(266, 130), (100, 300), (20, 300)])
@example(paragraphs=[(216, 0), (261, 900), (1, 0)])
@example(paragraphs=[(20, 90), (100, 300), (20, 300)])
def test_all_notes_are_set_once_and_in_order_clear_of_the_text(tmp_path_factory, paragraphs):
    pages = placed(paragraphs, tmp_path_factory.mktemp('book'))
    said = ''.join(
        glyph.character
        for page in pages
        for _, line in notes_of(page)
        for glyph in line
        if glyph.mode == 'vertical' and glyph.character not in '（）0123456789'
    )
    lengths = [note for _, note in paragraphs if note] + [0]
    expected = ''.join(chr(0x4E00 + number) * note for number, note in enumerate(lengths))
    assert said == expected + chr(0x4E00) * 5
    for number, page in enumerate(pages, 2):
        axes = [
            (line[0].axis, size / 2)
            for size, lines in ((9, text_lines_of(page)), (NOTE, notes_of(page)))
            for _, line in lines
        ]
        for (right, half), (left, other_half) in zip(axes, axes[1:]):
            assert right - half - (left + other_half) > NOTE / 2 - 0.2
        edge = EDGE if number % 2 else PAGE.gutter * MM
        assert all(axis - half > edge - 0.05 for axis, half in axes)


@settings(max_examples=6, deadline=None)
@given(
    st.lists(st.tuples(st.integers(30, 300), st.sampled_from([0, 3, 60])), min_size=8, max_size=16)
)
def test_notes_stand_at_the_end_of_their_spread_with_numbers_that_begin_anew_there(
    tmp_path_factory, paragraphs
):
    pages = placed(paragraphs, tmp_path_factory.mktemp('book'))
    opening = [number for number, page in enumerate(pages, 2) if '章' in dict(lines_of(page))]
    # Where the text ends its notes follow it.
    last = max(number for number in range(2, opening[1]) if text_lines_of(pages[number - 2]))
    called, noted, spreads = [], {}, {}
    for number, page in enumerate(pages[: opening[1] - 2], 2):
        lines = notes_of(page)
        if lines and number < last:
            assert number % 2
            assert lines[-1][1][-1].axis - NOTE / 2 == pytest.approx(EDGE, abs=0.05)
        for text, _ in lines:
            if label := re.match('（([0-9]+)）(.)', text):
                noted[ord(label[2]) - 0x4E00] = number, int(label[1])
        text = ''.join(text for text, _ in text_lines_of(page))
        for call in re.findall('（([0-9]+)）東', text):
            called.append((number, int(call)))
            spreads.setdefault(number // 2, []).append(int(call))
    assert all(numbers == [*range(1, len(numbers) + 1)] for numbers in spreads.values())
    for place, (number, call) in enumerate(called):
        # Where there is no room for a note it comes with those of the next spread.
        left = min(number + (number + 1) % 2, last)
        assert left <= noted[place][0] <= left + 2
        assert noted[place][1] == call


def test_a_note_called_on_a_right_page_stands_on_the_left_one(press):
    built = press.set(
        '# 章\n\n' + '永' * 250 + '東[^1]' + '国' * 900 + '\n\n[^1]: 注の文。',
        notes='side',
        contents_depth=0,
    )
    pages = read_pages(built.content)
    call = next(
        number for number, page in enumerate(pages) if '東' in ''.join(dict(lines_of(page)))
    )
    assert call % 2 == 1 and not notes_of(pages[call])
    assert [text for text, _ in notes_of(pages[call + 1])] == ['（1）注の文。']


def test_text_beside_notes_stays_on_the_lines_of_the_kihon_hanmen(press):
    text = chapter_with([(200, 50), (150, 300), (200, 7)] * 4)
    pages = read_pages(press.set(text, notes='side', contents_depth=0).content)
    seen = 0
    for number, page in enumerate(pages, 1):
        first = (PAGE.width - PAGE.gutter) * MM if number % 2 else PAGE.gutter * MM + PAGE.extent
        for line, glyphs in text_lines_of(page):
            if line[0] == '永':
                steps = (first - 4.5 - glyphs[0].axis) / PAGE.pitch
                assert steps == pytest.approx(round(steps), abs=0.01)
                seen += 1
    assert seen > 50


def test_a_note_longer_than_a_page_goes_on_behind_the_text_of_the_next_spread(press):
    built = press.set(chapter_with([(500, 1500), (1500, 0)]), notes='side', contents_depth=0)
    pages = read_pages(built.content)
    on = [number for number, page in enumerate(pages) if notes_of(page)]
    assert len(on) > 1 and all(number % 2 == 0 for number in on)
    assert all(text_lines_of(pages[number]) for number in on)


def test_a_note_nothing_calls_stands_where_the_chapter_ends(press):
    text = '# 章\n\n永[^1]\n\n[^1]: 注[^3]。\n\n[^2]: 余り。\n\n[^3]: 内。'
    built = press.set(text, notes='side')
    assert [text for text, _ in lines_of(read_pages(built.content)[2])[2:]] == [
        '（1）注（2）。',
        '（2）内。',
        '（3）余り。',
    ]


def test_call_and_note_lead_to_each_other(press):
    built = press.set(chapter_with([(20, 5), (900, 0)]), notes='side', contents_depth=0)
    document, pages = pypdfium2.PdfDocument(built.content), read_pages(built.content)
    hit = set()
    for page in document:
        for link in links_of(page):
            target = pypdfium2.PdfDest(
                pypdfium2.raw.FPDFLink_GetDest(document, link), pdf=document
            )
            _, (x, _, _) = target.get_view()
            lines = vertical_lines(pages[target.get_index()])
            line = min((line for line in lines if line[0].axis > x), key=lambda line: line[0].axis)
            hit.add(''.join(glyph.character for glyph in line))
    assert hit == {'永' * 20 + '（1）東', '（1）' + '一' * 5}


@pytest.mark.parametrize('notes', ['chapter', 'side'])
def test_notes_are_tagged_as_notes_each_with_a_name_of_its_own(press, notes):
    built = press.set(chapter_with([(500, 900), (900, 5)]), notes=notes)
    catalog = PDFDocument(PDFParser(BytesIO(built.content))).catalog
    root = resolve1(catalog['StructTreeRoot'])
    names = [note['ID'] for note in elements(root['K']) if note['S'].name == 'Note']
    assert len(names) >= 2
    assert sorted(set(names)) == resolve1(root['IDTree'])['Names'][::2]
