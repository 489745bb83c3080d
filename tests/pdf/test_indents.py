"""Lines set in 字下げ stand where the manuscript says, to the character, on the page."""

import pytest

from tategumi.check import check_pdf
from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.files import write_whole
from tategumi.page.kihon_hanmen import page_of

LONG = '永東国酬今' * 20


def heads_and_ends(built, settings):
    """Of every line of the first page of text, in characters: how far in it begins, and ends.

    Its pitch from the line before is third.
    """
    page = page_of(settings)
    head = (page.height - page.head) * 72 / 25.4
    lines = vertical_lines(read_pages(built.content)[2])
    axes = [line[0].axis for line in lines]
    return [
        (
            round((head - line[0].top) / page.character_size, 2),
            round((head - line[-1].bottom) / page.character_size, 2),
            round((before - axis) / page.pitch, 2),
        )
        for line, axis, before in zip(lines, axes, [axes[0], *axes])
    ]


@pytest.fixture
def lines(press):
    def lines(text):
        settings, _ = press.book(text)
        return heads_and_ends(press.set(text), settings)

    return lines


@pytest.mark.parametrize('depth', [1, 2, 5, 10, 33])
def test_every_line_is_set_in_by_so_many_characters(lines, depth):
    *full, last = lines(f'{LONG}\n{{: .indent-{depth} }}')
    assert {line[:2] for line in full} == {(depth, 38)}
    assert last[0] == depth


def test_first_lines_and_those_they_turn_over_to_are_set_in_apart(lines):
    first, *rest, last = lines(f'{LONG}\n{{: .indent-2 .hanging-3 }}')
    assert first[:2] == (2, 38) and {line[:2] for line in rest} == {(5, 38)} and last[0] == 5
    first, *rest, last = lines(f'{LONG}\n{{: .indent-2 .first-1 }}')
    assert first[:2] == (3, 38) and {line[:2] for line in rest} == {(2, 38)} and last[0] == 2
    first, *rest, last = lines(f'{LONG}\n{{: .hanging-1 }}')
    assert first[:2] == (0, 38) and {line[:2] for line in rest} == {(1, 38)} and last[0] == 1


@pytest.mark.parametrize('length', [10, 20, 36])
def test_lines_are_no_longer_than_the_manuscript_says(lines, length):
    *full, last = lines(f'{LONG}\n{{: .indent-2 .line-length-{length} }}')
    assert {line[:2] for line in full} == {(2, min(2 + length, 38))}


def test_the_spaces_before_a_line_and_its_opening_bracket_are_set_as_they_stand(lines):
    found = lines('東国\n　東国\n「東国」\n{: .indent-4 }')
    assert [head for head, *_ in found[:2]] == [4, 4]
    assert [end for _, end, _ in found[:2]] == [6, 7]
    assert found[2][0] == 3.5


def test_blocks_stand_a_line_apart_and_what_is_in_one_block_does_not(lines):
    found = lines(
        '永\n\n東\n東\n{: .indent-2 }\n国\n{: .indent-5 }\n\n今\n{: .indent-2 }\n\n永\n\n'
        '酬\n{: .indent-9 .tight }\n\n永'
    )
    assert [pitch for *_, pitch in found[1:]] == [2, 1, 1, 2, 2, 1, 1]
    assert [head for head, *_ in found] == [1, 2, 2, 5, 2, 1, 9, 1]


def test_a_line_is_left_empty_before_a_paragraph_that_says_so(lines):
    found = lines('永\n\n「東」\n{: .apart }\n\n永\n\n国\n{: .indent-2 }\n\n永\n{: .apart }')
    assert [pitch for *_, pitch in found[1:]] == [2, 1, 2, 2]
    assert [head for head, *_ in found] == [1, 0, 1, 2, 1]


def test_no_depth_leaves_a_line_without_room(lines):
    found = lines(f'{LONG}\n{{: .indent-40 .hanging-20 }}')
    assert max(end for _, end, _ in found) <= 38
    assert {head for head, *_ in lines('永東\n{: .indent-40 }')} == {33}


def test_a_page_of_lines_set_in_is_without_fault(press, tmp_path):
    marks = [
        '.indent-2',
        '.indent-5 .hanging-2',
        '.first-1 .line-length-20',
        '.line-end-1',
        '.line-end-3',
        '.line-length-37',
        '.line-length-36 .tight',
    ]
    text = '# 章\n\n' + '\n\n'.join(f'{LONG}\n{{: {mark} }}\n\n{LONG}' for mark in marks)
    settings, _ = press.book(text)
    path = write_whole(tmp_path / 'book.pdf', press.set(text).content)
    assert check_pdf(path, settings) == []
