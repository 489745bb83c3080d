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
    'byline, name',
    [
        ('<p class="byline">文・山田太郎</p>', '山田太郎'),
        ('<div class="article-author"><a rel="author" href="/y">山田 太郎</a></div>', '山田 太郎'),
        ('<span itemprop="author">山田太郎</span><span>2024年5月6日</span>', '山田太郎'),
        ('<p>取材・文：山田太郎</p>', '山田太郎'),
        ('<p>文● 山田太郎｜編集部</p>', '山田太郎'),
        ('<p>By Hannah Yamada</p>', 'Hannah Yamada'),
        ('<p class="author-name">山田太郎 2024/05/06 10:00</p>', '山田太郎'),
        ('<p class="author">管理人</p>', ''),
        ('<p class="author">この記事を書いた人</p>', ''),
        ('<p>文は人なり</p>', ''),
        ('<p>By the harbour</p>', ''),
    ],
)
@pytest.mark.parametrize('is_below', [False, True])
def test_the_author_whom_the_page_shows_beside_its_text(byline, name, is_below):
    prose = ''.join(f'<p>{number}日目。{PROSE[3:-4]}</p>' for number in range(1, 7))
    body = prose + byline if is_below else byline + prose
    source = f'<title>港の灯</title><body><h1>港の灯</h1><div>{body}</div>'
    assert seed_text('seeds/a.html', source).about.authors == ((name,) if name else ())


def test_an_author_far_from_the_text_is_not_its_author():
    teasers = ''.join(
        f'<li><a href="/{n}">{n}の話</a><span class="author">{n}田{n}子</span></li>'
        for n in '春夏秋冬'
    )
    prose = ''.join(f'<p>{number}日目。{PROSE[3:-4]}</p>' for number in range(1, 7))
    source = f'<title>港の灯</title><body><h1>港の灯</h1>{prose}{"<hr>" * 1000}'
    source += f'<aside><ul>{teasers}</ul></aside>'
    assert seed_text('seeds/a.html', source).about.authors == ()


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
