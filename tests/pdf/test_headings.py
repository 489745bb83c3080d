"""Headings read back from the page: lines that end with phrases 文節, and those run into text."""

import io

import pikepdf
import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.settings import KihonHanmen


@pytest.mark.parametrize(
    'heading',
    [
        # Verbs of two, prefixes, and what leans on the word before it.
        '鉄道会社が三路線の｜廃止を届け出る理由',
        'この商品をお買い上げの｜お客様へのご案内',
        '山陵日報の購読申し込みは｜こちらから',
        '町に古くから伝わる｜取り組みを見直す',
        '猫が窓の外を見ているとき｜何を考えるのか',
        '雨の日の傘の｜返し方について考える',
        # Rather after a mark than between phrases, and a line more than a word parted.
        '高地の研究所が、｜空気を分けてもらう方法',
        '最後の一杯　｜三十年間値上げしなかった男',
        'このプレスリリースには、｜メディア関係者向けの｜情報があります',
        # Ruby, figures and Western words are of the text; their phrases go on.
        '{港町|みなとまち}の長い夜を｜歩いて12日目の朝',
        'OpenAIという会社に｜取り組んだ百日',
    ],
)
def test_the_lines_of_a_heading_end_with_phrases(press, heading):
    built = press.set(
        f'# {heading.replace("｜", "")}\n\n本文。', kihon_hanmen=KihonHanmen(characters=24)
    )
    *lines, _ = vertical_lines(read_pages(built.content)[2])
    written = [''.join(glyph.character for glyph in line) for line in lines]
    expected = heading.replace('{', '').replace('|みなとまち}', '')
    assert '｜'.join(line.rstrip('　') for line in written) == expected.replace('　｜', '｜')


def test_a_compound_that_no_line_holds_is_parted(press):
    built = press.set('# 東京都議会議員選挙管理委員会', kihon_hanmen=KihonHanmen(characters=15))
    lines = vertical_lines(read_pages(built.content)[2])
    assert [''.join(glyph.character for glyph in line) for line in lines] == [
        '東京都議会議員',
        '選挙管理委員会',
    ]


def test_long_entries_of_the_contents_end_their_lines_with_phrases_too(press):
    heads = [
        '鉄道会社が三路線の廃止を届け出　知事「協議が足りない」を考えるために必要な取り組み',
        'この商品をお買い上げのお客様が一緒に読んでいる物語についてさらに考える',
    ]
    built = press.set('\n\n'.join(('# 章', *(f'## {head}' for head in heads))))
    lines = [
        ''.join(glyph.character for glyph in line)
        for line in vertical_lines(read_pages(built.content)[1])
    ]
    assert [line.rstrip('…　二三').strip('　') for line in lines[1:]] == [
        '章',
        '鉄道会社が三路線の廃止を届け出　知事「協議が足りない」を考えるために',
        '必要な取り組み',
        # Not the folio alone.
        'この商品をお買い上げのお客様が一緒に読んでいる物語についてさらに',
        '考える',
    ]


def test_an_entry_of_one_line_ends_with_its_folio(press):
    built = press.set('# 港の長い夜')
    line = vertical_lines(read_pages(built.content)[1])[1]
    assert ''.join(glyph.character for glyph in line).startswith('港の長い夜　…')
    assert line[-1].character == '三'


def test_a_subtitle_stands_in_the_lines_of_its_heading(press):
    """JLReq §4.1.6: the text begins where it does without one."""
    first = []
    for below in ('', '\n起こり\n{: .subtitle }'):
        page = read_pages(press.set(f'# 港{below}\n\n永東国。', contents_depth=0).content)[1]
        axis = {glyph.character: glyph.axis for glyph in page}
        first.append(axis['港'] - axis['永'])
        assert below == '' or axis['港'] > axis['起'] > axis['永']
    assert first[0] == pytest.approx(first[1], abs=0.1)


def test_a_heading_run_in_begins_the_line_of_its_paragraph_an_em_before_it(press):
    text = '永東国酬' * 12
    built = press.set(
        f'# 章\n\n{text}\n\n## 灯台{{.run-in}}\n\n{text}\n\n{text}', contents_depth=2
    )
    before, _, line, over, after, _ = vertical_lines(read_pages(built.content)[2])[1:]
    assert ''.join(glyph.character for glyph in line).startswith('灯台　永東国酬')
    head, space, first = line[:2], line[2], line[3]
    em = first.size
    assert {glyph.size for glyph in head} == {em}
    assert {round(glyph.axis, 2) for glyph in line} == {round(first.axis, 2)}
    assert head[-1].bottom - first.top == pytest.approx(em, abs=0.01)
    # Set in by an em as the paragraphs around it, without a line left empty.
    assert head[0].top == pytest.approx(before[0].top) == pytest.approx(after[0].top)
    assert over[0].top - head[0].top == pytest.approx(em, abs=0.01)
    pitch = before[0].axis - line[0].axis
    assert line[0].axis - over[0].axis == pytest.approx(pitch / 2, abs=0.01)
    assert space.character == '　'


def test_a_heading_run_in_stays_one_in_outline_contents_and_tags(press):
    built = press.set(
        '# 部\n{: .part }', '# 章\n\n## 灯台{.run-in}\n\n文。\n\n### 船 {.run-in}\n\n文。'
    )
    lines = vertical_lines(read_pages(built.content)[1])
    contents = [''.join(glyph.character for glyph in line) for line in lines]
    assert any(line.startswith('灯台　…') for line in contents)

    def titles(items):
        return [(item.title, titles(item.children)) for item in items]

    with pikepdf.open(io.BytesIO(built.content)) as pdf, pdf.open_outline() as outline:
        (_, part, *_) = titles(outline.root)
        tags = [
            str(each.S)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and '/S' in each
        ]
    assert part == ('部', [('章', [('灯台', [('船', [])])])])
    assert '/H2' in tags and '/H3' in tags
