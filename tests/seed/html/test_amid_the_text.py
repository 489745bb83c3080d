"""What stands amid the text is of it: sentences in boxes, items of lists, short lines."""

import pytest

from tategumi.seed.html import article_pieces

PROSE = [
    '川下の村では、春になると橋を架けかえる。古い板は焚き木になった。',
    '架けかえの朝、子供たちは対岸まで競って走った。勝った者はいない。',
    '大工は板を一枚ずつ叩き、音を聞いてから釘を打った。昼には終わった。',
    '夕方、最初に渡ったのは村でいちばん年を取った馬だった。ゆっくり歩いた。',
]
SHORT = ['橋は新しい。', '馬が渡る。', '日が暮れた。']
SAID = '板の音を聞いたのは誰か。誰もが聞いた。'


def kept(source):
    return [
        piece.markdown
        for piece, outside in article_pieces(source)
        if piece.markdown and not outside
    ]


def page(body):
    return (
        '<html><head><title>橋の春</title></head><body>'
        '<header><a href="/">川下の便り</a></header>'
        f'<main><article><h1>橋の春</h1>{body}</article></main>'
        '<footer>© 川下の便り</footer></body></html>'
    )


def paragraphs(lines):
    return ''.join(f'<p>{line}</p>' for line in lines)


@pytest.mark.parametrize('lines', [SHORT, PROSE])
@pytest.mark.parametrize(
    'box',
    [
        '<p class="share">{}</p>',
        '<div class="ad-story"><p>{}</p></div>',
        '<div class="related-story"><p>{}</p></div>',
        '<div class="comment-box"><p>{}</p></div>',
        '<div class="menu"><p>{}</p></div><div class="sns"><p>魚は鮎だった。</p></div>',
        '<aside class="pullquote"><p>{}</p></aside>',
        '<aside><h2>大工のこと</h2><p>{}</p></aside>',
        '<footer><p>{}</p></footer>',
        '<section class="author-note"><p>{}</p></section>',
    ],
)
def test_sentences_in_a_box_between_two_paragraphs_stay(lines, box):
    found = kept(page(f'{paragraphs(lines[:2])}{box.format(SAID)}{paragraphs(lines[2:])}'))
    assert [line for line in found if line in (*lines, SAID)] == [*lines[:2], SAID, *lines[2:]]


@pytest.mark.parametrize(
    'box',
    [
        '<div class="share"><p>この話を広めてください。<a href="/s">送る</a></p></div>',
        '<aside><h2>関連記事</h2><ul><li><a href="/1">川の話。</a></li></ul></aside>',
        '<form><p>便りを受け取ってください。毎月届きます。</p></form>',
        '<div class="ad"><p>広告</p></div>',
        '<div hidden><p>見えない文である。だれも読まない。</p></div>',
        '<nav><p>ここから読める。次へ進む。</p></nav>',
    ],
)
def test_a_box_that_leads_elsewhere_is_outside_amid_the_text_too(box):
    source = page(f'{paragraphs(PROSE[:2])}{box}{paragraphs(PROSE[2:])}')
    assert kept(source) == ['# 橋の春', *PROSE]


@pytest.mark.parametrize('lines', [SHORT[:1], PROSE])
@pytest.mark.parametrize('mark', ['<del>消えた橋。</del>', '<s>消えた橋。</s>', '<hr>', ''])
@pytest.mark.parametrize('last', ['狭い橋。', '6m<sup>2</sup>の板。', '<q>渡れ</q>と言った。'])
def test_a_short_sentence_after_a_change_stays(lines, mark, last):
    found = kept(page(f'{paragraphs(lines)}{mark}<p>{last}</p>'))
    assert found[-1] in ('狭い橋。', '6m²の板。', '「渡れ」と言った。')


@pytest.mark.parametrize('lines', [SHORT, PROSE])
@pytest.mark.parametrize('tag', ['ol', 'ul'])
def test_items_that_are_links_stay_beside_items_that_are_none(lines, tag):
    items = '<li>板</li><li><a href="https://a.example/1">釘を打つ</a></li><li>縄</li>'
    last = '<li><a href="https://a.example/2">馬</a></li>'
    found = kept(page(f'{paragraphs(lines)}<{tag}>{items}{last}</{tag}>'))
    assert [line.partition(' ')[2] for line in found[-4:]] == [
        '板',
        '[釘を打つ](https://a.example/1)',
        '縄',
        '[馬](https://a.example/2)',
    ]


@pytest.mark.parametrize('lines', [SHORT, PROSE])
@pytest.mark.parametrize(
    'sentence',
    ['要るものは次の二つである。', '作るものは以下のとおり。', '道具はこれだけでよい：'],
)
def test_a_list_of_links_that_a_sentence_announces_stays(lines, sentence):
    items = ''.join(f'<li><a href="https://a.example/{name}">{name}</a></li>' for name in '板釘')
    found = kept(page(f'{paragraphs([*lines, sentence])}<ol>{items}</ol>'))
    assert found[-2:] == ['1. [板](https://a.example/板)', '2. [釘](https://a.example/釘)']


def test_a_list_of_links_below_the_text_is_outside():
    items = ''.join(f'<li><a href="/{name}">{name}の話</a></li>' for name in '山海空')
    assert kept(page(f'{paragraphs(PROSE)}<ol>{items}</ol>')) == ['# 橋の春', *PROSE]


@pytest.mark.parametrize(
    'lines',
    [['「行くか」', '「行く」', '「遠いぞ」'], ['　橋がかかった。', '　馬が来た。'], SHORT],
)
def test_a_text_of_a_few_short_lines_is_its_lines_whatever_their_block_is_called(lines):
    source = (
        '<html><head><title>第1話 橋 - 川下の村</title></head><body>'
        '<header><a href="/">読みもの広場</a></header><div class="widget-episode">'
        '<header><p>川下の村</p></header>'
        f'<div class="widget-body">{paragraphs(lines)}</div>'
        '<footer><a href="/2">次の話</a><button>応援する</button></footer></div></body></html>'
    )
    assert kept(source)[1:] == [line.strip() for line in lines]


@pytest.mark.parametrize('lines', [SHORT, PROSE])
@pytest.mark.parametrize(
    'opener, panel',
    [
        ('<ul><li><a href="#b">馬</a></li></ul>', '<div id="b" hidden>'),
        ('<button aria-controls="b">馬</button>', '<div id="b" style="display:none">'),
        ('<a href="#b">馬</a>', '<section id="b" style="visibility: hidden">'),
    ],
)
def test_what_a_click_on_a_link_of_the_page_shows_is_of_the_text(lines, opener, panel):
    tag = panel[1:].split()[0]
    found = kept(page(f'{opener}<div>{paragraphs(lines)}</div>{panel}<p>{SAID}</p></{tag}>'))
    assert found[-1] == SAID and found[-1 - len(lines) : -1] == lines


@pytest.mark.parametrize('lines', [SHORT, PROSE])
def test_a_menu_without_links_is_one_of_dishes(lines):
    items = '<ul><li>鮎の塩焼き</li><li>山菜</li></ul>'
    menu = f'<section class="menu"><h2>祭りの膳</h2>{items}</section>'
    found = kept(page(f'{paragraphs(lines[:-1])}{menu}{paragraphs(lines[-1:])}'))
    assert found[-4:] == ['## 祭りの膳', '- 鮎の塩焼き', '- 山菜', lines[-1]]


@pytest.mark.parametrize(
    'last, stays',
    [
        ('<p><a href="https://a.example">橋の続きは馬が知っている。</a></p>', True),
        ('<p><a href="/2">続きを読む</a></p>', False),
        ('<p><a href="/2">次の話「馬の夏」</a></p>', False),
    ],
)
def test_a_last_paragraph_that_is_a_link_stays_if_it_is_a_sentence(last, stays):
    found = kept(page(f'{paragraphs(PROSE)}{last}'))
    assert found[: len(PROSE) + 1] == ['# 橋の春', *PROSE]
    assert (len(found) == len(PROSE) + 2) == stays


@pytest.mark.parametrize('box', ['<aside>{}</aside>', '<div class="side"><p>{}</p></div>'])
@pytest.mark.parametrize('tag', ['section', 'div'])
def test_sentences_in_a_box_stay_where_the_text_goes_on_in_a_section(box, tag):
    section = f'<{tag}><h2>馬</h2>{paragraphs(PROSE[2:])}</{tag}>'
    for order in (
        f'{paragraphs(PROSE[:2])}{box.format(SAID)}{section}',
        f'{section}{box.format(SAID)}{paragraphs(PROSE[:2])}',
    ):
        assert SAID in kept(page(order))


def test_a_box_below_all_sections_of_the_text_is_outside():
    section = f'<section><h2>馬</h2>{paragraphs(PROSE[2:])}</section>'
    assert SAID not in kept(page(f'{paragraphs(PROSE[:2])}{section}<aside>{SAID}</aside>'))


@pytest.mark.parametrize(
    'quoted',
    [
        '<blockquote><p>橋は馬のためにある。</p><footer>村の大工</footer></blockquote>',
        '<blockquote>橋は馬のためにある。<footer>— <cite>村の大工</cite></footer></blockquote>',
        '<figure><blockquote>橋は馬のためにある。</blockquote><footer>村の大工</footer></figure>',
    ],
)
def test_who_is_quoted_stays_with_the_quotation(quoted):
    found = kept(page(f'{paragraphs(PROSE[:2])}{quoted}{paragraphs(PROSE[2:])}'))
    assert any('村の大工' in line for line in found), found
    assert not any('川下の便り' in line for line in found)


@pytest.mark.parametrize('before', ['', '<div class="ad"><a href="/x">板を買う</a></div>'])
@pytest.mark.parametrize('after', ['', '<nav><a href="/y">次の便り</a></nav>'])
@pytest.mark.parametrize('around', ['{}', '<ul><li>板<p>次</p>{}</li></ul>'])
def test_code_is_of_the_text_with_both_its_fences(before, after, around):
    code = around.format('<pre><code>x = 1\n\ny = 2\n</code></pre>')
    boxed = f'{before}{code}{after}'
    found = kept(page(f'{paragraphs(PROSE[:2])}{boxed}{boxed}{paragraphs(PROSE[2:])}'))
    marks = [line.strip() for line in found if '`' in line or '=' in line]
    assert marks == ['```', 'x = 1', 'y = 2', '```'] * 2
