"""Whatever stands on a page, text stays on the lines of the kihon-hanmen and within it."""

from collections import Counter

import pypdfium2
import pypdfium2.raw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tategumi.check.glyphs import read_pages
from tategumi.page.papers import PAPERS

from .conftest import Press
from .test_document import MM, lines_of

HEADINGS = {'節': '##', '項': '###', '目': '####', '条': '#####'}


def repeated(character, most):
    return st.integers(1, most).map(lambda count: character * count)


def table(cell, rows):
    return st.lists(cell, min_size=1, max_size=rows).map(
        lambda cells: (
            '| 表 | 数 |\n| --- | --- |\n' + '\n'.join(f'| {text} | 12 |' for text in cells)
        )
    )


TEXT = repeated('永', 150)
BLOCKS = st.one_of(
    TEXT,
    TEXT,
    TEXT,
    *(
        st.tuples(st.just(marks), repeated(character, 70)).map(' '.join)
        for character, marks in HEADINGS.items()
    ),
    st.lists(repeated('甲', 60), min_size=1, max_size=12).map(
        lambda items: '\n'.join(f'1. {item}' for item in items)
    ),
    st.just('- 甲\n    - 甲\n        1. 甲\n    - 甲\n- 甲\n\n    ![図](wide.png "説明")\n- 甲'),
    repeated('乙', 90).map(lambda text: f'> {text}\n>\n> - 乙\n>\n> ![図](wide.png)'),
    table(repeated('丙', 3), 25),
    table(repeated('丙', 90), 8),
    st.integers(1, 60).map(lambda count: '```\n' + 'code ' * count + '\n```'),
    repeated('図', 60).map(lambda text: f'![図](wide.png "{text}")'),
    st.just('![図](tall.png)'),
    repeated('丁', 60).map(lambda text: f'{text}\n{{: .caption }}'),
    st.just('***'),
    st.just('乙![図](wide.png)乙\\\n乙'),
)


@settings(max_examples=8, deadline=None)
@given(
    st.lists(BLOCKS, min_size=10, max_size=40),
    st.sampled_from(sorted(PAPERS)),
    st.sampled_from(['chapter', 'side']),
)
def test_text_keeps_to_the_kihon_hanmen_among_all_kinds_of_blocks(
    tmp_path_factory, blocks, paper, notes
):
    """JLReq §2.5.2: lines of both sides of a leaf lie on one another."""
    press = Press(tmp_path_factory.mktemp('book'))
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.new('RGB', (217, 131), 'gray').save(folder / 'wide.png')
    Image.new('RGB', (300, 3000), 'gray').save(folder / 'tall.png')
    text = '\n\n'.join(['# 章', *blocks, '永' * 30 + '[^1]', '永' * 200, '[^1]: ' + '注' * 90])
    built = press.set(text, page=paper, notes=notes, contents_depth=0)
    page, pages = PAPERS[paper], read_pages(built.content)
    document = pypdfium2.PdfDocument(built.content)
    head, seen = (page.height - page.head) * MM, 0
    for number, glyphs in enumerate(pages[1:-1], 2):
        right = (page.width - page.gutter) * MM if number % 2 else page.gutter * MM + page.extent
        for glyph in glyphs:
            if glyph.mode != 'horizontal' and glyph.size > page.character_size / 2:
                assert right - page.extent - page.line_gap / 2 < glyph.axis - glyph.size / 2
                assert glyph.axis + glyph.size / 2 < right + page.line_gap / 2 + 0.1
                # A full stop may hang.
                assert glyph.bottom > head - page.line_length - page.character_size - 0.1
        lines = lines_of(glyphs)
        for line, on_line in lines:
            if line[0] == '永' and on_line[0].mode == 'vertical':
                steps = (right - page.character_size / 2 - on_line[0].axis) / page.pitch
                assert steps == pytest.approx(round(steps), abs=0.01)
                seen += 1
        others = set(''.join(dict(lines))) - set(HEADINGS) - {'章'}
        if others and lines[-1][0][0] in HEADINGS:
            pictures = document[number - 1].get_objects(
                filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=6
            )
            last = lines[-1][1][0].axis
            assert any(picture.get_bounds()[0] < last for picture in pictures)
    assert seen > 3


def test_headings_of_several_lines_take_whole_ones(press):
    text = '\n\n'.join(['# 章', '永', '## ' + '節' * 50, '### ' + '項' * 60, '東'])
    lines = lines_of(read_pages(press.set(text, contents_depth=0).content)[1])
    pitch = PAPERS['bunko'].pitch
    axes = {
        line[0]: round((lines[1][1][0].axis - on_line[0].axis) / pitch, 2)
        for line, on_line in lines[1:]
    }
    assert (axes['永'], axes['東']) == (0, 7)


def test_a_list_is_parted_between_its_items_however_deep(press):
    text = ['# 章', *['永'] * 6, '- 甲\n    - 乙\n        - 丙\n            - 丁']
    pages = [
        dict(lines_of(page))
        for page in read_pages(press.set('\n\n'.join(text), contents_depth=0).content)
    ]
    assert '・乙' in pages[1] and '・丙' in pages[2]


def test_lists_far_within_one_another_keep_a_length(press):
    items = '\n'.join(f'{"    " * depth}- 項目の文' for depth in range(20))
    built = press.set(f'# 章\n\n{items}')
    assert not built.warnings


@pytest.mark.parametrize('size', [(1200, 800), (600, 2400), (3000, 4200)])
def test_a_caption_stands_on_the_page_of_its_picture(press, size):
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.new('RGB', size, 'gray').save(folder / 'large.png')
    text = '# 章\n\n永\n\n![絵](large.png "' + '説明' * 30 + '")\n\n永'
    built = press.set(text, contents_depth=0)
    for page, glyphs in zip(pypdfium2.PdfDocument(built.content), read_pages(built.content)):
        pictures = list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=6))
        assert bool(pictures) == ('説明' in ''.join(dict(lines_of(glyphs))))


@pytest.mark.parametrize('paper', ['shiroku', 'reader6'])
@pytest.mark.parametrize('lines', [4, 9])
def test_a_long_caption_stays_with_its_picture_too(press, paper, lines):
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.new('RGB', (3000, 4200), 'gray').save(folder / 'large.png')
    caption = '説明' * round(lines * PAPERS[paper].characters / 0.85 / 2 - 1)
    text = f'# 章\n\n永\n\n![絵](large.png)\n\n{caption}\n{{: .caption }}\n\n永'
    built = press.set(text, contents_depth=0, page=paper)
    assert all('% white' in warning for warning in built.warnings)
    pages = list(zip(pypdfium2.PdfDocument(built.content), read_pages(built.content)))
    (shown,) = (
        glyphs
        for page, glyphs in pages
        if list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=6))
    )
    counts = Counter(glyph.character for glyph in shown)
    assert counts['説'] + counts['明'] == len(caption)


@pytest.mark.parametrize('before', [0, 3, 6, 7, 8, 12])
@pytest.mark.parametrize('lines', [14, 20, 40])
def test_a_caption_that_no_page_has_room_for_begins_beside_its_picture(press, before, lines):
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.new('RGB', (3000, 4200), 'gray').save(folder / 'large.png')
    caption = '説明' * round(lines * PAPERS['bunko'].characters / 0.85 / 2 - 1)
    text = '永\n\n' * before + f'![絵](large.png)\n\n{caption}\n{{: .caption }}\n\n東'
    built = press.set(text, contents_depth=0)
    assert all('% white' in warning for warning in built.warnings)
    captions = [
        (
            bool(list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=6))),
            sum(glyph.character in '説明' for glyph in glyphs),
        )
        for page, glyphs in zip(pypdfium2.PdfDocument(built.content), read_pages(built.content))
    ]
    counts = [count for _, count in captions if count]
    assert sum(counts) == len(caption) and len(counts) > 1
    (shown,) = (count for has_picture, count in captions if has_picture)
    # On all pages but the last it fills what there is.
    assert shown == counts[0] > 40 and all(count > 650 for count in counts[1:-1])


def test_long_lines_of_code_go_on_without_a_hyphen(press):
    code = 'averyverylong' * 8 + ' = internationalization(one, two, three) + internationalization'
    glyphs = read_pages(press.set(f'# 章\n\n```\n{code}\n```').content)[2]
    lines = [line for line, _ in lines_of(glyphs)[1:]]
    assert len(lines) > 1
    assert ''.join(lines).replace(' ', '') == code.replace(' ', '')


@pytest.mark.parametrize('before', range(4, 9))
def test_no_line_of_a_program_stands_alone_at_the_end_or_head_of_a_page(press, before):
    text = '永\n\n' * before + '```\n' + 'code\n' * 4 + '```\n'
    pages = read_pages(press.set(f'# 章\n\n{text}', contents_depth=0).content)[1:-1]
    counts = [sum(glyph.character == 'd' for glyph in page) for page in pages]
    assert sum(counts) == 4 and 1 not in counts


@pytest.mark.parametrize('before', range(7, 11))
def test_who_signs_a_text_stands_on_the_page_of_its_last_line(press, before):
    text = '永\n\n' * before + '東\n\n日付\n{: .line-end-2 }\n\n署名\n{: .line-end }'
    pages = read_pages(press.set(f'# 章\n\n{text}', contents_depth=0).content)[1:-1]
    assert sorted(
        {
            '東日署' in ''.join(line[0] for line, _ in lines_of(page))
            for page in pages
            if '署名' in dict(lines_of(page))
        }
    ) == [True]


def test_short_columns_are_not_broken_for_long_ones(press):
    text = '# 章\n\n| 見出し | 内容 |\n| --- | --- |\n| りんご | ' + '赤い果物。' * 9 + ' |\n'
    lines = [line for line, _ in lines_of(read_pages(press.set(text).content)[2])]
    assert any(line.startswith('見出し') for line in lines)
    assert any(line.startswith('りんご') for line in lines)


@pytest.mark.parametrize('lines', range(1, 7))
def test_a_table_that_a_page_holds_is_not_parted_and_follows_its_heading(press, lines):
    text = '文。\n\n' * lines + '## 表\n\n| 甲 | 乙 |\n| --- | --- |\n' + '| 丙 | 丁 |\n' * 3
    pages = read_pages(press.set(f'# 章\n\n{text}').content)
    (with_table,) = (page for page in pages[2:-1] if any(g.character == '丙' for g in page))
    found = Counter(glyph.character for glyph in with_table)
    assert [found[character] for character in '表甲乙丙丁'] == [1, 1, 1, 3, 3]


def test_a_table_longer_than_a_page_goes_on_with_its_head(press):
    text = '| 甲 | 乙 |\n| --- | --- |\n' + '| 丙 | 丁 |\n' * 40
    found = [
        Counter(glyph.character for glyph in page)
        for page in read_pages(press.set(f'# 章\n\n{text}').content)[2:-1]
    ]
    assert sum(page['丙'] for page in found) == 40
    assert all(page['甲'] == 1 for page in found if page['丙']) and len(found) > 2
