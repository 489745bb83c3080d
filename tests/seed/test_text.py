import pytest
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


@pytest.mark.parametrize(
    'start',
    [
        '<!DOCTYPE html><html>',
        '\ufeff\n<html lang="ja">',
        '<?xml version="1.0"?>\n<!doctype HTML>',
    ],
)
def test_a_page_under_another_name_is_a_page(start):
    seed = seed_text(
        'seeds/a.txt', f'{start}<body><h1>港の灯</h1><p>灯は消えた。</p></body></html>'
    )
    assert seed.is_html and [
        line.markdown for line in seed.lines if (line.markdown or '').strip('\ufeff')
    ] == ['# 港の灯', '灯は消えた。']


def test_a_text_about_pages_is_none():
    assert not seed_text('seeds/a.txt', '港の灯\n\n<html>は頁の始まりである。').is_html
