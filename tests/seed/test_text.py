from hypothesis import given
from hypothesis import strategies as st

from tategumi.seed import seed_text

ENDINGS = st.lists(st.sampled_from(['あ', 'A', '\n', '\r', '\r\n', '\x0b', '\x85', '\u2028']))


@given(ENDINGS.map(''.join) | st.text())
def test_lines_joined_are_the_text(text):
    lines = seed_text('seeds/a.txt', text).lines
    assert ''.join(line.text + line.end for line in lines) == text


@given(ENDINGS.map(''.join) | st.text())
def test_lines_are_numbered_as_an_editor_counts_them(text):
    seed = seed_text('seeds/a.txt', text)
    assert [line.number for line in seed.lines] == list(range(1, len(seed.lines) + 1))
    assert all(line.end in ('\n', '\r', '\r\n') for line in seed.lines[:-1])
    assert not any(mark in line.text for line in seed.lines for mark in '\r\n')


def test_a_form_feed_is_part_of_its_line():
    assert [line.text for line in seed_text('a.txt', '一\x0c二\n三').lines] == ['一\x0c二', '三']
