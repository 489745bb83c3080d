"""What a page says of itself becomes the book's metadata, and only what it says for certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text
from tategumi.seed.html.about import About, about
from tategumi.seed.html.pieces import pieces_of
from tategumi.settings import Creator, Credit

PROSE = '<p>港の灯は消えなかった。夜が更けても、船は沖へ出ていった。</p>'
BYLINE = '<p>文・山田太郎</p>'


def said(head, body):
    source = f'<html><head><title>港の灯</title>{head}</head><body>{body}</body></html>'
    return about(source, pieces_of(source))


@pytest.mark.parametrize(
    'head',
    [
        '<meta name="author" content="山田 太郎">',
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article",'
        ' "author": {"@type": "Person", "name": "山田 太郎"}}</script>',
    ],
)
def test_the_author_whom_the_reader_sees_too(head):
    assert said(head, BYLINE + PROSE).authors == ('山田 太郎',)


@pytest.mark.parametrize(
    'head',
    [
        '<meta name="author" content="admin">',
        f'<meta name="author" content="{"山田太郎" * 20}">',
        '<script type="application/ld+json">' + '[' * 100_000 + '</script>',
    ],
)
def test_no_author_whom_nobody_sees(head):
    assert said(head, BYLINE + PROSE).authors == ()


@pytest.mark.parametrize(
    'address, kept',
    [
        ('https://example.com/a/b.html?utm_source=x#y', 'https://example.com/a/b.html'),
        ('javascript:alert(1)', ''),
        ('https://[', ''),
    ],
)
def test_the_address_of_the_page(address, kept):
    found = said(
        f'<link rel="canonical" href="{address}">'
        '<meta property="og:site_name" content="海の 週報">',
        PROSE,
    )
    assert found.address == kept
    assert found.source == '、'.join(filter(None, ('海の 週報', kept)))


def test_they_are_the_books():
    source = (
        '<html><head><title>港の灯</title><meta name="author" content="山田太郎">'
        '<meta property="og:site_name" content="海の週報"></head>'
        f'<body><article><h1>港の灯</h1>{BYLINE}{PROSE * 3}</article></body></html>'
    )
    article, _ = clean_seed(seed_text('seeds/a.html', source))
    assert article.creators == (Creator('山田太郎'),)
    assert article.source == '海の週報'
    assert article.credits == (Credit('文', '山田太郎'), Credit('出典', '海の週報'))


@given(
    st.lists(
        st.sampled_from(
            [
                '<meta name="author" content="',
                '<meta property="og:url" content="',
                '山田',
                '">',
                '<p>',
                '\0',
                '<script type="application/ld+json">',
                '{"@type": "Article", "author": ',
                '"',
                '}',
                '[',
                ']',
                'https://a.jp/',
                '\ud800',
                '&#0;',
                '<link rel="canonical" href="',
            ]
        )
    ).map(''.join)
)
def test_no_page_is_too_broken(source):
    found = about(source, pieces_of(source))
    assert isinstance(found, About) and found.source.isprintable()
