"""Where the links of a seed lead, and what is left without them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.markup.links import address
from tategumi.seed.links import target_of, without_links


@pytest.mark.parametrize(
    'href, target',
    [
        ('https://example.com/港?a=(1)', 'https://example.com/港?a=%281%29'),
        ('//example.org/a', 'https://example.org/a'),
        ('/b', 'https://example.com/b'),
        ('c.html#d', 'https://example.com/x/c.html#d'),
        ('mailto:a@a.jp', 'mailto:a@a.jp'),
        ('#夜', '#夜'),
        ('#', ''),
        ('javascript:alert(1)', ''),
        ('data:text/html,x', ''),
        ('file:///etc/passwd', ''),
        ('ftp://example.com/', ''),
        ('http://[', ''),
    ],
)
def test_a_link_leads_to_the_web_a_mailbox_or_a_place_of_the_page(href, target):
    assert target_of(href, 'https://example.com/x/y.html') == target


def test_without_the_pages_address_a_relative_link_leads_nowhere():
    assert target_of('/b') == ''


@given(st.text(), st.sampled_from(['', 'https://example.com/x/']))
def test_a_target_ends_no_link_before_its_time(href, base):
    target = target_of(href, base)
    assert without_links(f'前[灯台]({target})後') == ('前灯台後' if target else '前[灯台]()後')


@given(st.text('/a?=&#%()[]*"港 ').map('https://example.com/'.__add__))
def test_the_book_takes_what_is_written_as_it_is(href):
    assert address(target_of(href)) is not None


@pytest.mark.parametrize(
    'text, words',
    [
        ('前[港の**灯**](https://example.com/)後', '前港の**灯**後'),
        ('![絵](a.png)', '![絵](a.png)'),
        (r'\[注](一)', r'\[注](一)'),
        ('[注]（一）', '[注]（一）'),
    ],
)
def test_only_links_lose_their_notation(text, words):
    assert without_links(text) == words
