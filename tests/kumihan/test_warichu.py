"""Warichu: notes in two small lines within the line (JLReq §3.4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.kumihan import CompositionStyle, Paragraph, Warichu, compose

EM = 10.0
SMALL = EM / 2
NOT_AT_HEAD = set('、。」')
NOT_AT_END = set('「')


def composed(parts, characters=1000):
    """Compose ``parts``: text, and notes as tuples of one text. Returns ``(notes, lines)``."""
    paragraph, notes = Paragraph(), []
    for part in parts:
        if isinstance(part, str):
            paragraph.append_text(part, EM)
            continue
        (text,) = part
        note = Paragraph()
        note.append_text(text, SMALL)
        warichu = Warichu(len(paragraph), note, False)
        warichu.append_to(paragraph)
        notes.append((text, warichu))
    return notes, compose(paragraph, characters * EM, CompositionStyle())


def small_lines(text, warichu, line):
    """The texts of the small lines on ``line``, and where their bodies begin and end."""
    part = warichu.between(line.start, line.end)
    head, last = line.positions[part.first - line.start], part.end - 1 - line.start
    length = line.positions[last] + line.advances[last] - head
    places = warichu.place(part, length)
    rows = []
    for start, end in ((part.first, part.split), (part.split, part.end)):
        spans = [
            (
                head + places[item - part.first],
                head + places[item - part.first] + warichu.note.advances[item - warichu.first],
            )
            for item in range(start, end)
        ]
        rows.append((text[start - warichu.first : end - warichu.first], spans))
    return rows, (head, head + length)


@pytest.mark.parametrize(
    'text, first, second',
    [
        ('平安時代の武将', '平安時代', 'の武将'),
        ('注意', '注', '意'),
        ('注', '注', ''),
        ('永永永、永永永', '永永永、', '永永永'),
        ('永「永東」', '永「永', '東」'),
    ],
)
def test_a_note_is_parted_in_the_middle_the_second_line_not_the_longer(text, first, second):
    """§3.4.2, where a line may end as in the text around it."""
    (note,), (line,) = composed(['あ', (text,), 'あ'])
    rows, _ = small_lines(*note, line)
    assert [row for row, _ in rows] == [first, second]


def test_a_note_is_as_long_as_its_first_line_and_solid_to_the_text():
    (note,), (line,) = composed(['あ', ('永東国酬今',), 'い'])
    assert line.length == 2 * EM + 3 * SMALL
    rows, _ = small_lines(*note, line)
    assert [spans[0][0] for _, spans in rows] == [EM, EM]


def test_a_note_goes_on_in_the_next_line():
    """§3.4.3: it fills the rest of the first line, and is parted anew in the second."""
    (note,), lines = composed(['あ' * 10, ('永東国酬今永東国酬今',), 'い' * 11], characters=12)
    first, (head, end) = small_lines(*note, lines[0])
    second, _ = small_lines(*note, lines[1])
    assert [row for row, _ in first] == ['永東国酬', '今永東国'] and (head, end) == (100, 120)
    assert [row for row, _ in second] == ['酬', '今']


text = st.text('あ永東、。「」', min_size=1, max_size=12)
parts = st.lists(
    st.one_of(text, st.tuples(st.text('あ永東、。「」', min_size=1, max_size=60))),
    min_size=1,
    max_size=6,
)


@given(parts, st.integers(8, 30))
def test_every_character_of_a_note_stands_once_in_its_order(parts, characters):
    notes, lines = composed(parts, characters)
    for text, warichu in notes:
        found = ''
        for line in lines:
            if line.start < warichu.end and warichu.first < line.end:
                rows, _ = small_lines(text, warichu, line)
                found += ''.join(row for row, _ in rows)
        assert found == text


@given(parts, st.integers(8, 30))
def test_small_lines_keep_to_their_part_and_to_the_measure(parts, characters):
    notes, lines = composed(parts, characters)
    for text, warichu in notes:
        for line in lines:
            if line.start >= warichu.end or warichu.first >= line.end:
                continue
            rows, (head, end) = small_lines(text, warichu, line)
            for _, spans in rows:
                for (_, before), (after, _) in zip(spans, spans[1:]):
                    assert after >= before - 0.01
                for start, stop in spans:
                    assert start >= head - 0.01 and stop <= end + 0.01
            assert line.overfull or end <= characters * EM + 0.01


@given(parts, st.integers(8, 30))
def test_no_small_line_begins_or_ends_with_a_mark_that_may_not(parts, characters):
    notes, lines = composed(parts, characters)
    for text, warichu in notes:
        rows = [
            row
            for line in lines
            if line.start < warichu.end and warichu.first < line.end and not line.overfull
            for row, _ in small_lines(text, warichu, line)[0]
            if row
        ]
        for before, after in zip(rows, rows[1:]):
            assert before[-1] not in NOT_AT_END and after[0] not in NOT_AT_HEAD


@given(parts, st.integers(8, 30))
def test_lines_with_notes_are_full(parts, characters):
    notes, lines = composed(parts, characters)
    inside = {item for _, warichu in notes for item in range(warichu.first, warichu.end)}
    for line in lines[:-1]:
        if line.overfull or line.end - 1 not in inside or line.end not in inside:
            continue
        assert line.length == pytest.approx(characters * EM) or line.adjustment == 0
