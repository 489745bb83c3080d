"""A page cut into pieces: nothing of it is lost, and each block says its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.seed.html.pieces import line_and_column, pieces_of

TAGS = """
    p /p div /div br em /em b /b ruby /ruby rt /rt rp /rp ul li /li /ul ol /ol table tr td th /td
    /tr /table pre /pre script /script svg /svg h1 /h1 hr/ title /title code /code figcaption
    blockquote dt dd select a""".split()
SOURCE = st.lists(
    st.sampled_from(TAGS).map('<{}>'.format)
    | st.sampled_from(
        [
            '港',
            '灯。',
            '&amp;',
            '&nbsp',
            '&#12354;',
            '<!--x-->',
            '<!--',
            '\n',
            '<![CDATA[x]]>',
            ' ',
            '<img alt="絵">',
            '<',
            '>',
            '<a href="x ',
            '"',
            "'",
            '<?php ?>',
            '</',
            '`',
            '|',
            '*',
            '#',
        ]
    ),
    max_size=20,
).map(''.join)


def said(source):
    return [piece.markdown for piece in pieces_of(source) if piece.markdown]


@given(SOURCE | st.text())
def test_pieces_joined_are_the_page(source):
    pieces = pieces_of(source)
    assert ''.join(source[piece.start : piece.end] for piece in pieces) == source
    assert all(piece.end > piece.start for piece in pieces)


@given(SOURCE)
def test_a_piece_says_one_line(source):
    assert not any('\n' in line for line in said(source))


@given(st.lists(st.text('港灯のはAb1。、 ', min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_no_paragraph_is_lost(paragraphs):
    source = ''.join(f'<p>{text}</p>\n' for text in paragraphs)
    assert [piece.plain for piece in pieces_of(source) if piece.markdown] == [
        ' '.join(text.split()) for text in paragraphs
    ]


@pytest.mark.parametrize(
    'source, lines',
    [
        ('<h2>夜の<b>港</b></h2>', ['## 夜の**港**']),
        ('<p>一。<br>二。<br><br>三。', ['一。', '二。', '三。']),
        ('<p>沖の<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>と', ['沖の{漢|かん}{字|じ}と']),
        ('<ruby>灯台<rt>とう</rt><rt>だい</rt></ruby>の', ['{灯台|とう|だい}の']),
        (
            '<ruby><ruby>生命<rt>いのち</rt></ruby><rp>(</rp><rt>ライフ</rt><rp>)</rp></ruby>',
            ['[{生命|いのち}|ライフ]{.ruby-left}'],
        ),
        (
            '<ruby><rb><ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby></rb><rt>都</rt></ruby>',
            ['[{東京|とう|きょう}|都]{.ruby-left}'],
        ),
        ('<ruby>前<ruby>乙<rt>おつ</rt></ruby><rt>ビー</rt></ruby>', ['前{乙|おつ}（ビー）']),
        ('<ruby>今日<rt>き</rt><rt>ょ</rt><rt>う</rt></ruby>', ['{今日|きょう}']),
        (
            '<ruby><rb>番</rb><rb>人</rb><rt>ばん</rt><rt>にん</rt></ruby>が',
            ['{番|ばん}{人|にん}が'],
        ),
        ('<ruby>守<rt>まも</ruby>る<ruby>灯<rt>ひ</ruby>よ', ['{守|まも}る{灯|ひ}よ']),
        ('<b>港<ruby>灯<rt><b>ひ</b></rt></ruby>は</b>夜', ['**港{灯|ひ}は**夜']),
        ('港<rp>の</rp>灯<rt>は</rt><b>夜</b>', ['港の灯は**夜**']),
        ('<ruby>港<rp>（<rt>みなと<rp>）</ruby>へ', ['{港|みなと}へ']),
        (
            '<ruby>東南<rt>とうなん</rt><rtc><rt>たつみ</rt></rtc></ruby>',
            ['{東南|とうなん}（たつみ）'],
        ),
        ('<ruby><rb>港</rb><rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>', ['{港|みなと}']),
        ('<p>これは<em class="sesame_dot">点</em>だ', ['これは《《点》》だ']),
        ('<p><strong> 港 </strong>と<i>灯</i>', ['**港** と*灯*']),
        ('<ul><li>一<li>二<ol start="3"><li>三</ol></ul>', ['- 一', '- 二', '    3. 三']),
        ('<blockquote><p>港<p>灯</blockquote>', ['> 港', '> 灯']),
        (
            '<table><tr><th>年<th>数</tr><tr><td>一<td>二|三</tr></table>',
            ['| 年 | 数 |', '| --- | --- |', '| 一 | 二\\|三 |'],
        ),
        ('<table><tr><td><p>港の灯。</p></table>', ['港の灯。']),
        ('<figure><img alt="夜"><figcaption>港</figcaption></figure>', ['|夜', '|港']),
        ('<p>港<img alt="絵文字">灯', ['港灯', '|絵文字']),
        ('<pre>a &lt; b\n  c</pre>', ['```', 'a < b', '  c', '```']),
        ('<pre><b>x</b> <i>=</i> 1\n<i></i>\ny</pre>', ['```', 'x = 1', ' ', 'y', '```']),
        ('<p>a</p><hr><p>b', ['a', '* * *', 'b']),
        ('<dl><dt>港<dd>船の泊る所。</dl>', ['**港**', '船の泊る所。']),
        ('<p>*港* # [a](b) &lt;b&gt;', ['\\*港\\* # \\[a](b) \\<b>']),
        ('<p># 港', ['\\# 港']),
        ('<script>"<p>x</p>"</script><style>p</style><p>港', ['港']),
        ('<svg><text>x</text><p>港の灯。', ['x', '港の灯。']),
        ('<ul><li>一<br>二<li><p>三<p>四</ul>', ['- 一　二', '- 三', '    四']),
        (
            '<p>海の<a href="https://a.jp/b(c)">港の<b>灯</b></a>だ',
            ['海の[港の**灯**](https://a.jp/b%28c%29)だ'],
        ),
        ('<p><a href="/b">港</a>と<a href="javascript:x()">灯</a>', ['港と灯']),
        ('<base href="https://a.jp/c/"><p><a href="b">港</a>', ['[港](https://a.jp/c/b)']),
        ('<a href="https://a.jp"><h2>港</h2><p>灯</a>', ['## 港', '[灯](https://a.jp)']),
        (
            '<p><a href="#x">夜</a>と<a href="#y">朝</a>と<a href="#z">註</a>'
            '<h2 id="x">夜の 港</h2>'
            '<a name="y"></a><h2>朝</h2><p id="z">註',
            ['[夜](#夜の-港)と[朝](#朝)と註', '## 夜の 港', '## 朝', '註'],
        ),
        ('<p>　一九五八年　開業\n した。', ['一九五八年　開業 した。']),
        ('<p><img alt="鷗">の字', ['鷗の字']),
        ('<p><img alt="船|港">', ['|船｜港']),
        ('<p title="a > b">1 < 2 で、A&B', ['1 < 2 で、A&B']),
    ],
)
def test_elements_as_markdown(source, lines):
    assert said(source) == lines


@pytest.mark.parametrize(
    'source, lines',
    [
        (
            '<figure><a href="b.png"><img src="a.png" alt="夜の[港]"></a><figcaption>港</figure>',
            ['![夜の\\[港\\]](../pictures/a.png)', '|港'],
        ),
        (
            '<p>港の灯。<img src="a.png"><img src="a.png" alt="船">沖の船。',
            ['港の灯。', '![](../pictures/a.png)', '![船](../pictures/a.png)', '沖の船。'],
        ),
        ('<p>港の<img src="a.png" width="16" alt="鷗">の字', ['港の![鷗](../pictures/a.png)の字']),
        ('<ul><li><img src="a.png" alt="船"></ul>', ['- ![船](../pictures/a.png)']),
        ('<p><img src="b.png" alt="遠い船">', ['|遠い船']),
    ],
)
def test_pictures_that_came_with_the_page(source, lines):
    pieces = pieces_of(source, {'a.png': '../pictures/a.png'})
    assert [piece.markdown for piece in pieces if piece.markdown] == lines


def test_emphasis_goes_on_over_a_break():
    assert said('<b>一<br>二</b>三') == ['**一**', '**二**三']


def test_items_go_on_from_the_line_before():
    pieces = pieces_of('<ul><li>一</li> <li>二</li></ul><ul><li>三</li></ul>')
    assert [piece.continues for piece in pieces if piece.markdown] == [False, True, False]


@given(st.text('a\r\n港', max_size=20))
def test_a_line_begins_after_every_line_ending(text):
    lines = text.replace('\r\n', '\n').replace('\r', '\n').split('\n')
    ends = [
        index
        for index in range(len(text))
        if text[index] == '\n' or (text[index] == '\r' and text[index + 1 : index + 2] != '\n')
    ]
    starts = [0, *(index + 1 for index in ends)]
    assert line_and_column(text, starts) == [(number + 1, 1) for number in range(len(lines))]
    assert line_and_column(text, [len(text)]) == [(len(lines), len(lines[-1]) + 1)]
