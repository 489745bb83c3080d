"""A paragraph of a seed comes out of the press as the text it was."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tategumi.cleaning import Article, Block, rewrite
from tategumi.manuscript import Chapter, compose
from tategumi.markup import mark_up
from tategumi.markup.lines import SCENE
from tategumi.markup.parse import parse
from tategumi.notation import (
    BOUTEN,
    RUBY,
    bouten,
    escape,
    escape_closing_marks,
    fits_ruby,
    printed_text,
    ruby,
    ruby_on_both_sides,
    span,
)
from tategumi.settings import Settings
from tategumi.spans import SPAN, SPANS

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


def is_scene(kind, text):
    return kind == 'paragraph' and bool(SCENE.fullmatch(escape(text)))


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
            'caption' if kind == 'caption' else 'scene' if is_scene(kind, text) else None,
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
        '港《ハーバー港》',
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
        ('臆病《おくびょう》', '臆病\\《おくびょう》'),
        ('｜灯台《とうだい》', '\\｜灯台\\《とうだい》'),
        ('｜朝（あさ）', '\\｜朝（あさ）'),
        ('~~字~~', '\\~\\~字\\~\\~'),
        ('H~2~O', 'H\\~2~O'),
        ('==字==', '\\=\\=字\\=\\='),
        ('&nbsp;', '\\&nbsp;'),
        ('［＃改丁］', '\\［＃改丁］'),
        (': 字', '\\: 字'),
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
        ('{港\\|町|みなと}へ', '港|町へ'),
        ('値は$x+1$と$$y$$だ', '値はx+1とyだ'),
        ('文[^1]と^[その場の注]。', '文と。'),
        ('これは _点_ と __太字__ だ', 'これは 点 と 太字 だ'),
    ],
)
def test_what_a_line_prints_is_its_text_alone(line, printed):
    assert printed_text(line) == printed


@pytest.mark.parametrize(
    'line',
    [
        '{漢字|かん|じ}を{読|よ}む',
        '昭和^12^年',
        '《《強い》》言葉と《《{読|よ}み》》',
        '[傍線]{.side-line .double}を引く',
        '[小さな]{.small}字と[大きな^12^]{.large}字',
        '[一行目|二行目]{.furiwake}',
        '[一{行|ぎょう}目|二行目]{.furiwake}',
        '[{生命|いのち}|ライフ]{.ruby-left}と[生命|ライフ]{.ruby-left}と[{東|ひがし}]{.ruby-left}',
        '[mot]{lang=fr}という語',
        '*やや*、**ずっと**、`code`、[港](https://example.com/)',
        '\\{そのまま|まま\\}と\\^12\\^',
        '{空|}と[名なし]{.unknown}',
        '漢字《かんじ》と｜青い空《そら》と｜朝（あさ）',
        '~~誤り~~と==印==とH~2~Oと[注]{.bouten .open-circle}',
        '&amp;と&nbsp;と[%5]の改行<br>次',
    ],
)
def test_what_a_line_prints_is_what_a_chapter_shows_of_it(tmp_path, line):
    chapter = Chapter(tmp_path / '00.md', 0, f'# 題\n\n{line}')
    made = mark_up(chapter, Settings(root=tmp_path)).section
    (paragraph,) = made.iter('{*}p')
    etree.strip_elements(paragraph, '{*}rt', with_tail=False)
    assert printed_text(line) == ''.join(paragraph.itertext())


@given(st.text('漢あa{}|\\`[]$［*_^ ', min_size=1), st.text('かa{}|\\`[]$ ', min_size=1))
def test_ruby_of_any_text_is_read_as_it(bare_root, base, reading):
    if not fits_ruby(base, reading):
        return
    chapter = Chapter(bare_root / '00.md', 0, f'# 題\n\n前{ruby(base, reading)}後')
    (made,) = mark_up(chapter, Settings(root=bare_root)).section.iter('{*}ruby')
    assert (made.text, ''.join(made[0].itertext())) == (base, reading)


@pytest.fixture(scope='module')
def bare_root(tmp_path_factory):
    return tmp_path_factory.mktemp('book')


def test_what_is_written_in_the_notation_is_read_as_it():
    assert re.fullmatch(RUBY, ruby('漢', 'かん')) and re.fullmatch(BOUTEN, bouten('強い'))
    for name, styles in SPANS.items():
        match = re.fullmatch(SPAN, span('文', name, *sorted(styles)))
        assert match and match['attributes'].replace('.', '').split() == [name, *sorted(styles)]


@pytest.mark.parametrize(
    'word, reading, written',
    [
        ('{生命|いのち}', 'ライフ', '[{生命|いのち}|ライフ]{.ruby-left}'),
        ('{東|とう}{京|きょう}', '都', '[{東京|とう|きょう}|都]{.ruby-left}'),
        ('前{乙|おつ}', 'ビー', '前{乙|おつ}（ビー）'),
        ('{生命|いのち}', 'a|b', '{生命|いのち}（a|b）'),
    ],
)
def test_ruby_on_both_sides_is_one_word_or_stands_behind_it(word, reading, written):
    assert ruby_on_both_sides(word, reading) == written
