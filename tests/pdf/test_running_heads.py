"""Running heads, read back out of the PDF (JLReq §2.6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.check.glyphs import read_pages
from tategumi.document.running_heads import running_head
from tategumi.page.papers import PAPERS

from .test_document import ABOVE, head_of

LONG = '永東国酬今' * 300


def heads(press, *chapters, **settings):
    """The running heads of the pages that have one, ``(of right pages, of left pages)``."""
    built = press.set(*chapters, contents_depth=0, **settings)
    found = [head_of(page).replace('\u2005', '').split() for page in read_pages(built.content)]
    return ([head[:-1] for head in found[1::2] if head], [head[1:] for head in found[::2] if head])


def test_a_chapter_without_sections_is_named_above_both_pages(press):
    right, left = heads(press, f'# 夜\n\n{LONG}')
    assert right and left and {*map(tuple, right + left)} == {('夜',)}


def test_rectos_name_the_section_they_are_in(press):
    text = f'# 夜\n\n{LONG}\n\n## 海\n\n{LONG}\n\n### 項\n\n{LONG}\n\n## 山\n\n{LONG}'
    right, left = heads(press, text, f'# 朝\n\n{LONG}')
    assert [head for number, head in enumerate(right) if head not in right[:number]] == [
        ['夜'],
        ['朝'],
    ]
    assert [head for number, head in enumerate(left) if head not in left[:number]] == [
        ['夜'],
        ['海'],
        ['山'],
        ['朝'],
    ]


def test_the_book_may_be_named_above_versos(press):
    right, left = heads(press, f'# 夜\n\n## 海\n\n{LONG}', running_heads='book')
    assert {*map(tuple, right)} == {('試みの本',)} and {*map(tuple, left)} == {('夜',)}


def test_single_running_heads_stand_above_rectos_alone(press):
    right, left = heads(press, f'# 夜\n\n{LONG}', running_heads='single')
    assert right and not any(right) and {*map(tuple, left)} == {('夜',)}


def test_japanese_and_western_characters_keep_a_quarter_em_apart(press):
    """JLReq §3.2.6"""
    page = read_pages(press.set(f'# 夜のAI研\n\n{LONG}').content)[4]
    ends = {}
    for glyph in page:
        if glyph.mode == 'horizontal' and glyph.top > ABOVE:
            ends.setdefault(glyph.character, glyph.axis)
    size = PAPERS['bunko'].running_head
    assert ends['A'] - ends['の'] == pytest.approx(1.25 * size, abs=0.1)
    assert ends['の'] - ends['夜'] == pytest.approx(size, abs=0.1)


def test_folio_and_head_are_one_and_a_half_em_apart(press):
    """JLReq §2.6.1 d"""
    page = read_pages(press.set(f'# 夜\n\n{LONG}').content)[4]
    place = {
        glyph.character: glyph.axis
        for glyph in page
        if glyph.mode == 'horizontal' and glyph.top > ABOVE
    }
    size = PAPERS['bunko'].running_head
    assert place['夜'] - place['5'] == pytest.approx(2 * size, abs=0.15 * size)


@given(
    st.text(st.characters(exclude_categories=['Cc', 'Cs']), max_size=80),
    st.sampled_from(sorted(PAPERS)),
)
def test_a_running_head_is_its_title_as_far_as_one_line_holds_it(title, paper):
    page = PAPERS[paper]
    head = running_head(title, page)
    if not page.running_head:
        assert head == ''
        return
    kept = head.replace('\u2005', '')
    whole = title.translate(str.maketrans('〝〟', '“”')).replace('\u2005', '')
    if kept != whole:
        assert head.endswith('…') and whole.startswith(kept[:-1])
        assert len(head) <= page.extent / page.running_head / 0.7


def test_a_long_running_head_stays_one_line(press):
    built = press.set('# ' + 'たいへん長い章の題' * 8 + '\n\n' + '永東国酬今' * 400)
    for page in read_pages(built.content)[2:]:
        tops = {
            round(glyph.top, 1)
            for glyph in page
            if glyph.mode == 'horizontal' and glyph.top > ABOVE
        }
        assert len(tops) <= 1


def test_a_number_alone_stands_behind_what_it_is_of(press):
    text = f'# 第二篇\n\n## 四\n\n{LONG}\n\n## 五\n\n{LONG}'
    right, left = heads(press, text)
    assert {*map(tuple, right)} == {('試みの本',)}
    assert {*map(tuple, left)} == {('第二篇', '四'), ('第二篇', '五')}


def test_so_does_a_chapter_of_a_part(press):
    part = '# 第二篇\n{: .part }'
    right, left = heads(press, part, f'# 四\n\n{LONG}', f'# 港\n\n{LONG}')
    assert ('第二篇', '四') in [*map(tuple, left)] and ('港',) in [*map(tuple, left)]
    assert {*map(tuple, right)} == {('試みの本',), ('第二篇',)}
