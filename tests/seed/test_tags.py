"""Tags of HTML in a Markdown seed: a reader sees what they say, never the tags."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text
from tategumi.seed.tags import without_tags

PROSE = '港の灯は、その夜も消えなかった。'


def said(*lines):
    return without_tags(list(lines))


@pytest.mark.parametrize(
    'line, markdown',
    [
        (f'<div align="center">{PROSE}</div>', PROSE),
        (f'<p>{PROSE}</p>', PROSE),
        (
            '<ruby>灯台<rt>とうだい</rt></ruby>の<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>',
            '{灯台|とうだい}の{港|みなと}',
        ),
        ('<b>港</b>と<em>灯</em>と<strong class="x">夜</strong>', '**港**と*灯*と**夜**'),
        ('H<sub>2</sub>Oと<u>灯</u>', 'H[2]{.sub}Oと[灯]{.side-line}'),
        ('<h2 id="a">夜の港</h2>', '## 夜の港'),
        ('  <li>港</li>', '- 港'),
        (f'<blockquote>{PROSE}</blockquote>', f'> {PROSE}'),
        (
            '<a href="https://example.com/a">灯</a>と<a href="javascript:x()">港</a>',
            '[灯](https://example.com/a)と港',
        ),
        ('<img src="a.png" alt="夜の灯">', '![夜の灯](a.png)'),
        ('<img alt="夜の灯">', '夜の灯'),
        ('<hr />', '* * *'),
        ('港の灯<br>夜の灯', '港の灯　夜の灯'),
        ('| 一<br>二 | 三 |', '| 一　二 | 三 |'),
        ('港<br><br>', '港'),
        ('港<br><br>灯', '港<br><br>灯'),
        ('&lt;b&gt;と&amp;lt;/b>', r'\<b&gt;と\</b>'),
        ('<details><summary>続き</summary>', '<details>続き'),
        ('<!-- 覚え書き -->', ''),
        (f'{PROSE}<!-- 覚え -->', PROSE),
        ('<script>alert(1)</script>', ''),
    ],
)
def test_what_a_line_says(line, markdown):
    assert said(line) == [markdown]


def test_a_line_of_tags_alone_says_nothing():
    assert said('<details><summary>続き</summary>', PROSE, '</details>', '<div', '</div>') == [
        '続き',
        PROSE,
        '',
        '<div',
        '</div>',
    ]


def test_what_is_no_text_goes_over_many_lines():
    assert said('港', '<!-- 覚え', '書き', '-->', '<style>', 'p { }', '</style>', '灯') == [
        '港',
        '',
        '',
        '',
        '',
        '',
        '',
        '灯',
    ]


@pytest.mark.parametrize(
    'line',
    [
        '<p>とは段落のことだ。',
        'a < b だが c > d だ。',
        'List<String> である。',
        '<https://example.com/>',
        '`<b>港</b>`は太い。',
        '<!-- 終わらない',
        '<script> 終わらない',
        '<港>の灯</港>',
        r'\<b>港\</b>',
        r'\<!-- 港 -->',
        r'\<ruby>港\</ruby>',
        '<span c、縄を取り替えた。</h2>',
        '<b 港の灯>は太い。',
    ],
)
def test_what_is_no_tag_stays(line):
    assert said(line, PROSE) == [line, PROSE]


def test_paragraphs_between_a_tag_and_a_far_partner_stay():
    lines = ['<script>', '', PROSE, '', '</script>', '<!--', '', PROSE, '', '-->']
    assert [line for line in said(*lines) if line == PROSE] == [PROSE] * 2
    assert said('<style>', 'p { }', '', 'b { }', '</style>') == [''] * 5


def test_a_link_without_words_goes_unless_its_picture_is_there():
    logo, ours = '[![](https://e.jp/a.png)](https://e.jp/)', '[![](a.png)](https://e.jp/)'
    assert without_tags(
        [f'{logo} {PROSE}', logo, ours, '[](https://e.jp/)', '![](a.png)'], {'a.png': 'x'}
    ) == [PROSE, '', ours, '', '![](a.png)']
    assert said('`[](x)`') == ['`[](x)`']


def test_code_stays_as_it_is():
    lines = ['```html', '<b>港</b>', '<!-- 灯 -->', '```', '<b>港</b>']
    assert said(*lines) == [*lines[:4], '**港**']


TAGS = [
    '<b>',
    '</b>',
    '<div class="x">',
    '</div>',
    '<br>',
    '<ruby>',
    '</ruby>',
    '<rt>',
    '</rt>',
    '<span>',
    '</span>',
    '<h2>',
    '</h2>',
    '<li>',
    '<a href="https://e.jp/">',
    '</a>',
    '<p>',
]


@given(
    st.lists(
        st.lists(st.sampled_from([*TAGS, '港', '灯は', '。', ' ', '|', '*']), max_size=12),
        max_size=5,
    )
)
def test_no_letter_of_the_text_is_lost(lines):
    texts = [''.join(line) for line in lines]
    found = without_tags(texts)
    assert len(found) == len(texts)
    for line, text in zip(found, texts):
        letters = re.findall('[港灯は。]', re.sub('<[^<>]*>', '', text))
        assert re.findall('[港灯は。]', line) == letters


def test_a_seed_keeps_its_lines_in_the_record_and_its_words_in_the_book():
    text = (
        f'# 題の話\n\n<div align="center">\n\n<b>{PROSE}</b>\n\n</div>\n\n<!-- 覚え -->\n{PROSE}\n'
    )
    article, record = clean_seed(seed_text('seeds/a.md', text))
    assert ''.join(line.text + line.end for line in record.lines) == text
    assert [block.text for block in article.blocks] == [f'**{PROSE}**', PROSE]
    assert {line.rule for line in record.lines if '<' in line.text and line.fate == 'dropped'} == {
        'html-markup'
    }


@pytest.mark.parametrize(
    'piece',
    ['<b>', '<ruby>', '<!--', '<script>', '`', '<li> ', '<a href=', '</p>', '<a a ', '<a  '],
)
def test_time_grows_with_the_text(piece):
    import time

    times = []
    for count in (20_000, 80_000):
        start = time.process_time()
        without_tags([piece * count])
        times.append(time.process_time() - start)
    assert times[1] < 10 * max(times[0], 0.02)
