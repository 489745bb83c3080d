"""The article of a page, told from the page around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tategumi.seed.html import article_pieces

PROSE = [
    '港の灯は消えなかった。夜が更けても、船は沖へ出ていった。',
    '老いた灯台守は、窓のそばで長い手紙を書いていた。返事は来ない。',
    '明け方になって、ようやく風が止んだ。鳥の声がした。',
    '「もう一度だけ」と彼は言い、灯をともした。',
]
PAGE = """<!DOCTYPE html><html><head><title>{title}</title></head><body>
<header><h1>海の週報</h1><nav><ul><li><a href="/">ホーム</a></li><li><a href="/l">ログイン</a></li>
<li><a href="/r">人気ランキング</a></li></ul></nav></header>
<article>{head}{body}</article>
<aside><h3>関連記事</h3><ul><li><a href="/1">沖の船に新しい船長が決まる</a></li>
<li><a href="/2">灯台の修理に三年かかる見込み</a></li></ul></aside>
<footer><p>© 海の週報</p></footer></body></html>"""


def page(body, head='<h1>港の灯</h1>'):
    return PAGE.format(title='港の灯 | 海の週報', head=head, body=body)


def paragraphs(texts):
    return ''.join(f'<p>{text}</p>\n' for text in texts)


def kept(source):
    return [
        piece.markdown
        for piece, outside in article_pieces(source)
        if piece.markdown and not outside
    ]


def test_menus_related_articles_and_footers_are_outside():
    assert kept(page(paragraphs(PROSE))) == ['# 港の灯', *PROSE]


def test_without_a_head_the_pages_title_is_the_articles():
    assert kept(page(paragraphs(PROSE), head=''))[0] == '# 港の灯'


@pytest.mark.parametrize('between', [' | ', '｜', ' - ', ' » ', ' @ ', ' :: ', ' · '])
def test_the_name_of_the_site_is_no_part_of_the_title(between):
    source = page(paragraphs(PROSE), head='').replace('港の灯 | ', f'港の灯{between}')
    assert kept(source)[0] == '# 港の灯'


def test_heads_lists_and_tables_of_the_article_stay():
    body = (
        paragraphs(PROSE[:2])
        + '<h2>夜</h2><ul><li>一つ目の灯</li><li>二つ目の灯</li></ul>'
        + '<table><tr><th>年</th><th>隻</th></tr><tr><td>1990</td><td>12</td></tr></table>'
        + paragraphs(PROSE[2:])
    )
    assert kept(page(body)) == [
        '# 港の灯',
        *PROSE[:2],
        '## 夜',
        '- 一つ目の灯',
        '- 二つ目の灯',
        '| 年 | 隻 |',
        '| --- | --- |',
        '| 1990 | 12 |',
        *PROSE[2:],
    ]


def test_a_head_between_two_paragraphs_of_the_article_stays_whatever_it_says():
    body = '<p>2024年1月15日</p>' + ''.join(
        f'<p>{text}</p><h2>{head}</h2>' for text, head in zip(PROSE, ('夜', '拾う人', '関連', ''))
    )
    assert [line for line in kept(page(body)) if line.startswith('##')] == [
        '## 夜',
        '## 拾う人',
        '## 関連',
    ]


def test_pictures_of_the_article_stay_and_those_of_the_page_around_it_do_not():
    body = f'{paragraphs(PROSE[:2])}<p><img src="夜.png" alt="夜の船"></p>{paragraphs(PROSE[2:])}'
    source = (
        page(body)
        .replace('<nav>', '<img src="印.png" alt="週報の印"><nav>')
        .replace('<a href="/1">', '<a href="/1"><img src="沖.png" alt="沖の船">')
    )
    pictures = {f'{name}.png': f'../pictures/{name}.png' for name in '夜印沖'}
    stay = [
        piece.markdown
        for piece, outside in article_pieces(source, pictures)
        if piece.markdown and not outside
    ]
    assert stay == ['# 港の灯', *PROSE[:2], '![夜の船](../pictures/夜.png)', *PROSE[2:]]


def test_the_words_below_a_picture_stay_with_it():
    figure = (
        '<figure><img src="夜.jpg" alt="沖を行く夜の船たち">'
        '<figcaption>沖へ出る夜の船。窓の外が白みはじめる＝六月、港町で</figcaption></figure>'
    )
    body = f'<div class="article__body">{figure}{paragraphs(PROSE * 3)}</div>'
    source = page(f'<time>2024年6月2日</time><ul><li><button>保存</button></li></ul>{body}')
    assert '|沖へ出る夜の船。窓の外が白みはじめる＝六月、港町で' in kept(source)


@pytest.mark.parametrize(
    'ruby',
    [
        '<ruby>番人<rt>ばん</rt><rt>にん</rt></ruby>',
        '<ruby>番人<rt>ばんにん</ruby>',
        '<ruby><rb>番</rb><rb>人</rb><rt>ばん</rt><rt>にん</rt></ruby>',
        '<ruby><ruby>番人<rt>ばんにん</rt></ruby><rt>もり</rt></ruby>',
        '<ruby>番人<rt><span>ばんにん</span></rt></ruby>',
    ],
)
def test_readings_keep_no_paragraph_out_of_the_article(ruby):
    texts = [f'灯を守る{ruby}は、{text}' for text in PROSE]
    found = kept(page(paragraphs(texts)))
    assert len(found) == 5 and all(line.endswith(text) for line, text in zip(found[1:], PROSE))


def test_the_only_head_of_a_page_without_a_title_is_its_head():
    source = f'<div><h1>港の灯とその番人</h1></div><div class="text">{paragraphs(PROSE * 3)}</div>'
    assert kept(source)[0] == '# 港の灯とその番人'


@pytest.mark.parametrize(
    'banner',
    ['<h1><a href="/"><img src="/logo.png" alt="海の週報"></a></h1>', '<h1>海の週報</h1>'],
)
@pytest.mark.parametrize('title', ['港の灯とその番人 | 海の週報', '海の週報 | 港の灯とその番人'])
def test_the_name_of_the_site_is_not_the_head_of_the_article(banner, title):
    source = (
        f'<title>{title}</title><div id="top">{banner}<ul><li><a href="/en">English</a></li>'
        '<li><a href="/m">サイトマップ</a></li></ul></div><div id="content">'
        f'<h1>港の灯とその番人</h1>{paragraphs(PROSE)}</div>'
    )
    assert kept(source) == ['# 港の灯とその番人', *PROSE]


@pytest.mark.parametrize('name', ['霧', '霧の岬', '霧の岬の番人'])
@pytest.mark.parametrize('rest', [' 第2回 - 海の文庫', '　第二章 | 海の文庫', ' (2) « 海の文庫'])
def test_a_short_head_is_the_first_word_of_the_pages_title(name, rest):
    source = (
        f'<title>{name}{rest}</title><header><a href="/">海の文庫</a></header><main>'
        f'<h1>{name}</h1><h2>灯のない夜</h2>{paragraphs(PROSE)}</main>'
    )
    assert kept(source)[:2] == [f'# {name}', '## 灯のない夜']


@pytest.mark.parametrize(
    'source', ['<p>港の灯。</p>', '<title>港の灯</title><p>港の灯は消えた。', 'タグのない港の灯。']
)
def test_a_page_too_small_to_judge_is_kept(source):
    assert any('港の灯' in line for line in kept(source))


@pytest.mark.parametrize('rank', ['h2', 'h3', 'h5'])
@pytest.mark.parametrize('speaker', ['', '<b>番人</b>　', '<strong>船長</strong>：'])
def test_the_heads_of_a_small_page_stay_above_their_text(rank, speaker):
    heads = ['灯をともす', '手紙のゆくえ']
    body = ''.join(
        f'<{rank}>{head}</{rank}><p>{speaker}{text}</p>' for head, text in zip(heads, PROSE)
    )
    pages = '<div><a href="/1">1</a> <span>2</span> <a href="/1">前編へ</a></div>'
    source = (
        '<title>夜の港 | 海の週報</title><div><p><a href="/">海の週報</a> &gt; '
        f'<a href="/t">連載</a></p><h1>夜の港</h1><p>聞き手＝沖野</p>{body}{pages}</div>'
    )
    assert [line.lstrip('# ') for line in kept(source) if line[0] == '#'] == ['夜の港', *heads]


@pytest.mark.parametrize('label', ['あわせて読みたい', 'おすすめの記事', 'Related'])
def test_links_below_a_label_are_outside_a_small_page_too(label):
    links = f'<h2>{label}</h2><ul><li><a href="/1">沖の船に新しい船長が決まる</a></li></ul>'
    source = f'<title>夜の港</title><div><h1>夜の港</h1>{paragraphs(PROSE[:2])}</div>{links}'
    assert kept(source) == ['# 夜の港', *PROSE[:2]]


@pytest.mark.parametrize('head', ['人気のない道', '次の駅', '最新の地図'])
def test_a_sentence_that_is_a_link_stays_below_a_head_like_a_label(head):
    linked = '<p><a href="/1">峠の道は、この冬も誰も通らなかった。</a></p>'
    source = f'<title>夜の港</title><h1>夜の港</h1><h2>{head}</h2>{linked}{paragraphs(PROSE[:1])}'
    assert [line for line in kept(source) if head in line or '峠' in line][0] == f'## {head}'
    assert '峠の道' in ''.join(kept(source))


@settings(max_examples=30)
@given(st.integers(0, 4), st.text('港灯はのを、', min_size=4, max_size=20))
def test_a_paragraph_of_prose_never_falls_out_of_the_article(place, text):
    prose = f'その{text}。'
    assert prose in kept(page(paragraphs([*PROSE[:place], prose, *PROSE[place:]])))
