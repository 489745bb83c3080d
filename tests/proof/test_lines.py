"""What the proof says of the lines, held against the composition and the finished PDF."""

import pytest
from lxml import html

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.kumihan import CompositionStyle, Paragraph, compose
from tategumi.kumihan.ladder import Stage
from tategumi.page.papers import PAPERS
from tategumi.proof import lines_of
from tategumi.settings import HouseStyle

MM = 72 / 25.4
PAGE = PAPERS['bunko']
PARAGRAPHS = [
    '永東国酬今' * 7 + '永東。' + '永東国酬今' * 9,
    '永東国、酬今「永東」国酬今' * 9 + '。',
    '今永「東国酬」今永東国酬今永東国酬今永東国酬今永東国酬今永東国酬今永「東国」酬今永東国酬',
    ('永' * 37 + '、') * 3 + '永東。',
    '永東国酬今' * 7 + '永東！' + '永東国酬今' * 3,
]
CHAPTER = '# 章\n\n' + '\n\n'.join(PARAGRAPHS)


def composed(text):
    """``(text, em added, hangs)`` of the lines of ``text``, composed in em."""
    paragraph = Paragraph()
    paragraph.append_text(text, 1)
    return [
        (text[line.start : line.end], pytest.approx(line.adjustment, abs=1e-3), line.hanging)
        for line in compose(paragraph, PAGE.characters, CompositionStyle(), 1)
    ]


def proof_lines(built):
    return [line for page in built.frames for line in lines_of(page)]


def test_every_line_is_there_with_what_was_done_to_it(press):
    lines = [
        (line.text, line.amount, bool(line.hung))
        for line in proof_lines(press.set_with_lines(CHAPTER))
    ]
    wanted = [line for text in PARAGRAPHS for line in composed(text)]
    first = [text for text, *_ in lines].index(wanted[0][0])
    assert lines[first : first + len(wanted)] == wanted
    assert {amount != 0 for _, amount, _ in lines} == {True, False}
    assert any(hung for *_, hung in lines)


def test_hung_marks_are_those_that_stand_below_the_line_end_on_the_paper(press):
    built = press.set_with_lines(CHAPTER)
    foot = PAGE.head * MM + PAGE.line_length
    height = PAGE.height * MM
    for page, glyphs in zip(built.frames, read_pages(built.content)):
        below = [
            (glyph.axis, height - glyph.top)
            for line in vertical_lines(glyphs)
            for glyph in line
            if height - glyph.top > foot - 0.1
        ]
        hung = [
            ((left + right) / 2, top)
            for left, top, right, _ in (line.hung for line in lines_of(page) if line.hung)
        ]
        assert hung == [pytest.approx(place, abs=0.1) for place in below]


def test_bands_lie_on_their_lines(press):
    built = press.set_with_lines(CHAPTER)
    for page, glyphs in zip(built.frames, read_pages(built.content)):
        bands = [line.band for line in lines_of(page)]
        lines = vertical_lines(glyphs)
        assert len(bands) == len(lines)
        for (left, top, right, bottom), line in zip(bands, lines):
            assert (left + right) / 2 == pytest.approx(line[0].axis, abs=0.1)
            assert right - left == pytest.approx(line[0].size, abs=0.1)
            # The square of an opening bracket begins above its body.
            assert top - line[0].size / 2 - 0.1 < PAGE.height * MM - line[0].top < top + 0.1


def test_counts_add_up_and_are_those_of_the_finished_pages(prove):
    _, built, _, counts = prove(CHAPTER)
    lines = proof_lines(built)
    assert counts.pages == built.pages
    assert counts.lines == sum(map(len, map(vertical_lines, read_pages(built.content))))
    assert sum(counts.stages.values()) == counts.lines
    assert counts.hung == sum(hangs for text in PARAGRAPHS for _, _, hangs in composed(text)) > 0
    assert (
        counts.exact
        == sum(
            not (line.amount or line.hung or line.solid or line.stage is Stage.OVERFULL)
            for line in lines
        )
        > 0
    )
    assert counts.overfull == 0


def test_the_summary_tells_reduced_lines_from_expanded_ones(prove):
    _, built, index, _ = prove(CHAPTER)
    rows = html.parse(index, html.HTMLParser(encoding='utf-8')).xpath(
        '//table[@class="summary"]//tr'
    )
    summary = {row[0].text_content(): int(row[1].text_content()) for row in rows}

    def counted(section):
        return sum(count for name, count in summary.items() if f'§{section}' in name)

    lines = []
    for text in PARAGRAPHS:
        paragraph = Paragraph()
        paragraph.append_text(text, 1)
        lines += [
            (text[line.start : line.end], line.adjustment, line.hanging, line.length)
            for line in compose(paragraph, PAGE.characters, CompositionStyle(), 1)
        ]
    expanded = [text for text, added, *_ in lines if added > 1e-3]
    reduced = [text for text, added, *_ in lines if added < -1e-3]
    solid = [
        text
        for text, added, hangs, length in lines
        if abs(added) <= 1e-3
        and not hangs
        and text[-1] in '、。」'
        and length == pytest.approx(PAGE.characters)
    ]
    assert expanded and reduced
    assert counted('3.8.4') == len(expanded)
    assert counted('3.8.3') == len(reduced) + len(solid)
    assert summary['pages'] == built.pages
    assert summary['over-wide lines'] == 0


def test_a_mark_that_may_not_hang_is_shown_without_its_space(press):
    text = '永東、「東国」' + '永東国酬今' * 6 + '。' + '永東国酬今' * 9
    house = HouseStyle(hanging=False)
    lines = proof_lines(press.set_with_lines('# 章\n\n' + text, house_style=house))
    assert not any(line.hung for line in lines)
    (solid,) = (line for line in lines if line.solid)
    foot = PAGE.head * MM + PAGE.line_length
    assert solid.text.endswith('。')
    assert solid.solid[3] == pytest.approx(foot, abs=0.1)
    assert solid.solid[3] - solid.solid[1] == pytest.approx(PAGE.character_size / 2, abs=0.01)


def test_ruby_reaches_out_where_the_reading_is_drawn(press):
    built = press.set_with_lines('# 章\n\nその{箒|ほうき}でその{東|ひがし}の{国|くに}を。')
    ((page, glyphs),) = [
        (page, glyphs)
        for page, glyphs in zip(built.frames, read_pages(built.content))
        if any(line.reaches for line in lines_of(page))
    ]
    reaches = [reach for line in lines_of(page) for reach in line.reaches]
    height = PAGE.height * MM
    tops = {
        glyph.character: (height - glyph.top, height - glyph.bottom)
        for glyph in glyphs
        if glyph.size < PAGE.character_size * 0.6
    }
    wanted = [tops['ほ'][0], tops['き'][1], tops['ひ'][0], tops['し'][1]]
    found = [reaches[0][1], reaches[1][3], reaches[2][1], reaches[3][3]]
    assert len(reaches) == 4
    assert found == pytest.approx(wanted, abs=0.1)


def test_a_line_that_cannot_keep_the_measure_is_counted(prove):
    _, built, index, counts = prove('# 章\n\n永東{' + '酬' * 60 + '|よみ}国。')
    assert counts.overfull == 1
    (line,) = (line for line in proof_lines(built) if line.stage is Stage.OVERFULL)
    assert line.amount == pytest.approx(60 - PAGE.characters, abs=0.001)
    assert '酬' * 60 in index.read_text(encoding='utf-8')
