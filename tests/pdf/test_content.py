"""What the content streams of the pages say, and that they say it once."""

import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pytest import approx

from tategumi.frames.drawing import Text, glyphs
from tategumi.pdf.record.recorder import Recorder
from tategumi.writers.content import Content
from tategumi.writers.file import File
from tategumi.writers.fonts import WrittenFont
from tategumi.writers.resources import Resources

from .test_variants import elements

TEXT = (
    '# 章\n\n'
    + '永東{国|くに}酬今。' * 90
    + '\n\n東[word]{.side-line}《《国》》。[今](https://a.example/)'
)

#: What stands in a content stream beside names and numbers.
_TOKEN = re.compile(rb'\((?:[^\\()]|\\.)*\)|<<.*?>>|/MCID (\d+)|\b(BT|ET|BDC|BMC|EMC)\b', re.S)


@pytest.fixture
def document(press):
    built = press.set(TEXT)
    return PDFDocument(PDFParser(BytesIO(built.content)))


def content_of(page):
    return b'\n'.join(resolve1(stream).get_data() for stream in page.contents)


def test_marked_content_ends_in_the_text_object_in_which_it_begins(document):
    """ISO 32000-1, 14.6.1."""
    seen = 0
    for page in PDFPage.create_pages(document):
        opened, text, count = [], False, 0
        for token in _TOKEN.finditer(content_of(page)):
            if token[2] in (b'BT', b'ET'):
                assert text == (token[2] == b'ET')
                assert not any(opened[count:] if text else ())
                text = not text
                if not text:
                    opened = [False for _ in opened]
            elif token[2] in (b'BDC', b'BMC'):
                opened.append(text)
                seen += text
            elif token[2]:
                assert opened.pop() == text
        assert not opened and not text
    assert seen > 10


def test_each_marked_content_is_of_one_element(document):
    """ISO 32000-1, 14.7.4.4: the parent tree says the same as the elements."""
    root = resolve1(document.catalog['StructTreeRoot'])
    held = {}
    for element in elements(root['K']):
        for kid in map(resolve1, element['K']):
            if isinstance(kid, int):
                mark = element['Pg'].objid, kid
            elif 'MCID' in kid:
                mark = kid['Pg'].objid, kid['MCID']
            else:
                continue
            assert mark not in held
            held[mark] = element
    numbers = resolve1(resolve1(root['ParentTree'])['Nums'])
    parents = dict(zip(numbers[::2], numbers[1::2]))
    count = 0
    for page in PDFPage.create_pages(document):
        own = resolve1(parents[page.attrs['StructParents']])
        drawn = [int(number) for number in re.findall(rb'/MCID (\d+)', content_of(page))]
        assert drawn == list(range(len(own)))
        for number, parent in enumerate(own):
            assert resolve1(parent) == held[page.pageid, number]
            count += 1
    assert count == len(held)


def test_a_paragraph_is_one_element_however_many_pages_it_takes(document):
    root = resolve1(document.catalog['StructTreeRoot'])
    pages = []
    for element in elements(root['K']):
        if element['S'].name == 'P':
            kids = map(resolve1, element['K'])
            pages.append(
                {
                    kid['Pg'].objid
                    if isinstance(kid, dict) and 'Pg' in kid
                    else element['Pg'].objid
                    for kid in kids
                }
            )
    assert max(map(len, pages)) >= 2
    chapters = [element for element in elements(root['K']) if element['S'].name == 'Sect']
    # Title page, contents, the chapter and the colophon.
    assert len(chapters) == 4


def test_no_marked_content_of_the_text_is_within_another(document):
    """Of Poppler, the end of marked content within another is the end of both."""
    for page in PDFPage.create_pages(document):
        depth = 0
        for token in re.finditer(rb'/MCID|\b(EMC)\b|\b(BDC|BMC)\b', content_of(page)):
            depth += bool(token[2]) - bool(token[1])
            assert token[0] != b'/MCID' or depth == 0


numbers = st.integers(-(10**9), 10**9).map(lambda number: number / 1000003)
ways = st.sampled_from([(0, -1, -1, 0), (1, 0, 0, -1), (0, -2, -1, 0)])


@given(st.lists(st.tuples(ways, numbers, numbers, st.booleans(), st.integers(0, 1))))
def test_steps_lead_to_where_each_line_begins(lines):
    """However lines follow one another, of one content or several, in one font or two."""
    fonts = [
        WrittenFont(number, None, codes={glyph: b'%02d' % glyph for glyph in range(100)})
        for number in range(2)
    ]
    content = Content(Resources(File()))
    content.draw(
        [
            Text(font, 12, (*way, x, y), glyphs([number]), mark=number if marked else None)
            for number, (way, x, y, marked, font) in enumerate(lines)
        ],
        fonts,
    )
    shown = replayed(content.operators())
    assert [text for text, *_ in shown] == [b'(%02d)' % number for number in range(len(lines))]
    for (_, font, matrix), (way, x, y, _, wanted) in zip(shown, lines):
        assert font == b'/F%d' % wanted
        # Half of the last digit, and of a step, which counts twice in letters twice as broad.
        assert matrix[:4] == way and matrix[4:] == approx((x, y), abs=1.6e-6)


def replayed(content):
    """``(text, font, matrix)`` of every string in ``content``, by ISO 32000-1, 9.4.2."""
    shown, operands, font, matrix = [], [], None, None
    for token in content.split():
        if token == b'BT':
            matrix = 1, 0, 0, 1, 0, 0
        elif token == b'Tm':
            matrix = tuple(map(float, operands[-6:]))
        elif token == b'Td':
            (a, b, c, d, e, f), (x, y) = matrix, map(float, operands[-2:])
            matrix = a, b, c, d, e + x * a + y * c, f + x * b + y * d
        elif token == b'Tf':
            font = operands[-2]
        elif token == b'Tj':
            shown.append((operands[-1], font, matrix))
        else:
            operands.append(token)
            continue
        operands = []
    return shown


@pytest.mark.parametrize(
    ('drawn', 'written'),
    [
        ('qqmQQ', 'qmQ'),
        ('qqmQmQ', 'qqmQmQ'),
        ('qqqfQQQqnQ', 'qfQqnQ'),
        ('qQ', ''),
        ('qqQmQ', 'qmQ'),
    ],
)
def test_states_are_saved_once_and_restored_as_often(drawn, written):
    recorder = Recorder.of_page(None, (0, 0, 1, 1))
    calls = {
        'q': recorder.push_state,
        'Q': recorder.pop_state,
        'm': lambda: recorder.move_to(0, 0),
        'f': recorder.fill,
        'n': recorder.end,
    }
    for call in drawn:
        calls[call]()
    assert ''.join(item[0] for item in recorder.taken()) == written
