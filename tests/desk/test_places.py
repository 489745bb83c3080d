"""From a line of the manuscript to the page it is on, and back."""

from tategumi.desk.places import (
    PageText,
    line_offsets,
    moved_lines,
    offset_at,
    page_at,
    place_of,
)
from tategumi.desk.view import flow
from tategumi.manuscript import chapter_of
from tategumi.markup import mark_up
from tategumi.settings import load_settings

TEXT = """# 港の夜

{雨|あめ}が降っていた。傘は二〇〇〇円で、3,500円の靴も濡れた。

[灯台](https://example.org)の灯は《《まだ遠い》》。船は動かない[^1]。

　同じ言葉。

　同じ言葉。

　終わりの言葉はここにある。

[^1]: 船のことは誰も知らない。
"""


def flow_of(text, tmp_path):
    settings = load_settings(tmp_path)
    return flow(mark_up(chapter_of(tmp_path / '01.md', 0, text), settings).section)


def test_each_line_is_found_where_it_stands_in_the_text_as_set(tmp_path):
    lines, set_text = TEXT.split('\n'), flow_of(TEXT, tmp_path)
    offsets = line_offsets(lines, set_text)
    for start in ('雨が降って', '灯台の灯は', '終わりの'):
        line = next(at for at, each in enumerate(lines) if start[-3:] in each)
        assert set_text[offsets[line] :].startswith(start)
    assert offsets == sorted(offsets)
    # Of two lines alike the second is behind the first.
    assert offsets[lines.index('　同じ言葉。') + 2] > offsets[lines.index('　同じ言葉。')]


def test_a_place_leads_there_and_back(tmp_path):
    lines, set_text = TEXT.split('\n'), flow_of(TEXT, tmp_path)
    offsets = line_offsets(lines, set_text)
    line = lines.index('　終わりの言葉はここにある。')
    unit = offset_at(lines, offsets, line, 3)
    assert set_text[unit:].startswith('りの言葉')
    assert place_of(lines, offsets, unit)[0] == line


def test_the_page_is_the_last_that_begins_before_the_place():
    texts = [PageText(3, 'chapter-00', 0, 100), PageText(4, 'chapter-00', 100, 180)]
    assert [page_at(texts, unit) for unit in (0, 99, 100, 500)] == [3, 3, 4, 4]
    assert page_at([], 0) is None


def test_lines_are_followed_through_an_edit():
    before = ['# 港', '', '雨が降っていた。', '', '船は動かない。']
    now = ['# 港', '', '足した段落。', '', '雨がずっと降っていた。', '', '船は動かない。']
    moved = moved_lines(before, now)
    assert (moved[1], moved[3], moved[5]) == (1, 5, 7)
