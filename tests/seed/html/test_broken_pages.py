"""Pages whose writers forgot an end tag, a quote or a mark: what a reader would see is kept."""

import pytest

from tategumi.seed.html import article_pieces
from tategumi.seed.html.tokens import tokens_of

LINES = [
    '祖父の家には、古い時計が三つあった。どれも違う時を指していた。',
    '一つは居間で、一つは廊下で鳴った。もう一つは黙っていた。',
    'ある朝、黙っていた時計が鳴りだした。祖父は笑って席を立った。',
]
MORE = [
    f'{number}年がたった。時計は鳴りつづけ、家は静かに古びていった。' for number in range(2, 9)
]


def kept(source):
    return [
        piece.markdown
        for piece, outside in article_pieces(source)
        if piece.markdown and not outside
    ]


def page(body):
    return f'<html><head><title>三つの時計</title></head><body>{body}'


def paragraphs(lines):
    return ''.join(f'<p>{line}</p>\n' for line in lines)


@pytest.mark.parametrize('lines', [LINES, [*LINES, *MORE]])
@pytest.mark.parametrize(
    'opening',
    [
        '<nav><a href="/">表紙</a>',
        '<select><option>時計<option>暦',
        '<button>押す',
        '<textarea>',
        '<form><label>名',
        '<header>',
        '<aside>',
        '<menu>',
    ],
)
@pytest.mark.parametrize('place', [0, 1])
def test_what_is_never_closed_takes_no_paragraph_with_it(lines, opening, place):
    source = page(
        f'<h1>三つの時計</h1>{paragraphs(lines[:place])}{opening}{paragraphs(lines[place:])}'
    )
    found = kept(source)
    assert found[0] == '# 三つの時計' and [line for line in found if line in lines] == lines


def test_what_is_never_closed_ends_with_what_is_around_it():
    menu = '<div class="menu"><nav><a href="/">表紙</a><a href="/c">暦の話を読む</a></div>'
    assert kept(page(f'{menu}<h1>三つの時計</h1>{paragraphs(LINES + MORE)}')) == [
        '# 三つの時計',
        *LINES,
        *MORE,
    ]


@pytest.mark.parametrize('end', ['', '</h2>', '</h1>'])
@pytest.mark.parametrize('lines', [LINES, [*LINES, *MORE]])
def test_a_head_ends_where_a_paragraph_begins_or_any_head_ends(lines, end):
    text = f'<h2>朝{end}{paragraphs(lines)}<h2>夜</h2>{paragraphs(MORE[:1])}'
    assert kept(page(f'<h1>三つの時計{end}{text}')) == [
        '# 三つの時計',
        '## 朝',
        *lines,
        '## 夜',
        MORE[0],
    ]


def test_a_paragraph_in_a_head_that_is_closed_is_the_head():
    assert kept(page(f'<h1><p>三つの時計</p></h1>{paragraphs(LINES)}')) == ['# 三つの時計', *LINES]


@pytest.mark.parametrize(
    'tag', ['<p class="a>', "<p class='a>", '<p class="a ', '<p class=a ', '<p title="" class="a>']
)
@pytest.mark.parametrize('follows', ['', '<p title="鐘">', '<p class=\'a\' id="b">'])
def test_a_tag_that_is_not_closed_takes_no_text_with_it(tag, follows):
    lines = [*LINES, *MORE]
    source = page(
        f'<h1>三つの時計</h1><p>{lines[0]}</p>{tag}{lines[1]}</p><p>{lines[2]}</p>'
        f'{follows}{"".join(f"<p>{line}</p>" for line in lines[3:])}'
    )
    assert kept(source)[1:] == lines


@pytest.mark.parametrize(
    'tag, attributes',
    [
        ('<p title="a > b">', {'title': 'a > b'}),
        ('<p title="<b>鐘。</b>">', {'title': '<b>鐘。</b>'}),
        ('<p title="<b>鐘。</b>"class="c">', {'title': '<b>鐘。</b>', 'class': 'c'}),
        ('<p data-a=\'<p class="x">鐘。</p>\n<p>暦。</p>\' id=b>', None),
    ],
)
def test_what_a_whole_value_holds_is_no_text(tag, attributes):
    tokens = list(tokens_of(f'{tag}時計'))
    assert [(token.start, token.end) for token in tokens] == [
        (0, len(tag)),
        (len(tag), len(tag) + 2),
    ]
    assert attributes is None or tokens[0].attributes == attributes
