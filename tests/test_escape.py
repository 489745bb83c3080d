"""A paragraph of a seed comes out of the press as the text it was."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import Article, Block, rewrite
from tategumi.escape import escape, escape_closing_marks, printed_text
from tategumi.manuscript import compose
from tategumi.markup.parse import parse

MARKS = 'あ漢カー々A1b .,:;!?()"「」『』（）“”*_|#[]{}<>^《》\\`~-+&;　。、！？…ｶﾞ%/=\''
NOTATION = [
    '# ',
    '## ',
    '> ',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '１. ',
    '---',
    '- - -',
    '[^1]: ',
    '[^1]',
    '`a`',
    '```',
    '~~~',
    '{a|b}',
    '{: .caption }',
    '{: #id }',
    '^12^',
    '《《点》》',
    '《《《点》》》',
    '\\*',
    '__a__',
    '_a_',
    '*a*',
    '**a**',
    '***a***',
    '<b>',
    '<!--',
    '<http://example.com>',
    '[a](http://example.com)',
    '![a](b.png)',
    '[a]: b',
    'a|b',
    '|:-|',
    '===',
    ':   a',
    '&amp;',
    '&#65;',
    '[TOC]',
    '!!! note',
    ' #',
    ' ##',
]
LINE = (
    st.lists(
        st.sampled_from(NOTATION) | st.text(MARKS, max_size=8) | st.text(max_size=4),
        min_size=1,
        max_size=5,
    )
    .map(lambda parts: rewrite(re.sub('[\r\n]', '', ''.join(parts)))[0])
    .filter(bool)
)
BLOCKS = st.lists(
    st.tuples(st.sampled_from(['paragraph', 'caption', 'head']), LINE), min_size=1, max_size=4
)

EMPHASIS = re.compile(r'(?<!\*)\*\*(?![\s*])([^*]*[^\s*])\*\*(?!\*)')


@given(BLOCKS)
def test_text_comes_out_as_text(blocks):
    article = Article(
        Path('a.txt'),
        '題',
        '',
        (),
        tuple(
            Block(kind, text, (number,), 1 if kind == 'head' else 0)
            for number, (kind, text) in enumerate(blocks, 1)
        ),
    )
    printed = [
        (element.tag.split('}')[-1], element.get('class'), ''.join(element.itertext()))
        for chapter in compose([article])
        for element in parse(chapter.text, 'chapter', Path('.'), Path('.'))[0]
    ]
    if blocks[0][0] != 'head':
        printed = printed[1:]
    assert printed == [
        (
            'h1' if kind == 'head' else 'p',
            'caption' if kind == 'caption' else None,
            EMPHASIS.sub(r'\1', text),
        )
        for kind, text in blocks
    ]


@pytest.mark.parametrize(
    'text',
    [
        '5.3倍の1.5',
        'I-JEPAとDALL-E',
        '2015年7月18日',
        '「はい」（いいえ）',
        'a < b、c > d',
        '#港',
        'snake_case',
        '臆病《おくびょう》',
        '「A|B」',
        '12.5',
        '行け！',
        '**大切だ。**',
        'Q&A',
    ],
)
def test_ordinary_text_stays_clean(text):
    assert escape(text) == text


@pytest.mark.parametrize(
    'text, escaped',
    [
        ('# 見出し', '\\# 見出し'),
        ('> 引用', '\\> 引用'),
        ('- 項', '\\- 項'),
        ('1. 項', '1\\. 項'),
        ('*注', '\\*注'),
        ('[注]', '\\[注]'),
        ('{注', '\\{注'),
        ('<b>', '\\<b>'),
        ('\\n', '\\\\n'),
        ('^12^', '\\^12\\^'),
        ('《《点》》', '\\《\\《点》》'),
        ('`x`', '\\`x\\`'),
        ('_x_', '\\_x\\_'),
        ('**a*b**', '\\*\\*a\\*b\\*\\*'),
    ],
)
def test_marks_that_would_be_notation_are_escaped(text, escaped):
    assert escape(text) == escaped


def test_closing_marks_of_a_head_are_text():
    assert escape_closing_marks('港 ##') == '港 \\##'
    assert escape_closing_marks('C#') == 'C#'


@pytest.mark.parametrize(
    'line, printed',
    [
        ('{港|みなと}の**灯**', '港の灯'),
        ('\\*注\\* 5*3', '*注* 5*3'),
        ('[海](http://a.example)へ', '海へ'),
        ('《《強》》く、`x` と *y*', '強く、x と y'),
        ('**{港|みなと}**', '港'),
    ],
)
def test_what_a_line_prints_is_its_text_alone(line, printed):
    assert printed_text(line) == printed
