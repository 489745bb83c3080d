"""BBCode read as Markdown: what has a form gets it, what has none stays as text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.manuscript import Chapter
from tategumi.markup import mark_up
from tategumi.seed import seed_text
from tategumi.seed.bbcode import is_bbcode, markdown_lines
from tategumi.settings import Settings


def said(text):
    return [line for line, _ in markdown_lines(text.split('\n'))]


@pytest.mark.parametrize(
    'text, lines',
    [
        ('[b]太[/b]と[I]傾[/I]と[color=red]赤[/color]', ['**太**と*傾*と赤']),
        (
            '[url=https://a.jp/b(c)]港[/url]と[url]https://a.jp/[/url]',
            ['[港](https://a.jp/b%28c%29)と[https://a.jp/](https://a.jp/)'],
        ),
        ('[url=javascript:x]港[/url]と[email]a@a.jp[/email]', ['港と[a@a.jp](mailto:a@a.jp)']),
        ('[quote="灯台守"]昔の話\n二行目[/quote]\n返事', ['> 灯台守：昔の話', '> 二行目', '返事']),
        ('[quote="Otto" post_id=12]\n昔の話[/quote]', ['> Otto:', '> 昔の話']),
        (
            '[quote=灯台守;345]昔[/quote][quote="港番, post: 7, member: 8"]今[/quote]',
            ['> 灯台守：昔港番：今'],
        ),
        ('[quote]\n昔[b]の[/b]話\n[/quote]', ['', '> 昔**の**話', '']),
        ('[list]\n[*]一\n[*]二\n[/list]', ['', '- 一', '- 二', '']),
        ('[ruby=みなと]港[/ruby]と[[rb:灯台 > とうだい]]', ['{港|みなと}と{灯台|とうだい}']),
        (
            '[code]\na [b]x[/b]\n[/code]\n型は[code]a*[/code]',
            ['```', 'a [b]x[/b]', '```', '型は`a*`'],
        ),
        ('[img]https://a.jp/x y.png[/img][b][/b]', ['![](https://a.jp/x%20y.png)']),
        ('[b]一\n二[/b]三', ['**一**', '**二**三']),
        ('[b]閉じない。[/i]', ['\\[b]閉じない。\\[/i]']),
        (
            '[i]x[/i]\n[newpage]\n[chapter:夜]\n# 港 *星* 1',
            ['*x*', '', '# 夜', '\\# 港 \\*星\\* 1'],
        ),
        ('朝。\n[newpage]\n夜。\n[newpage]\n', ['朝。', '* * *', '夜。', '', '']),
        ('[chapter:第三話　[[rb:昼 > ひる]]]', ['# 第三話　{昼|ひる}']),
        ('[[jumpuri:こちら > https://a.jp/]]へ[jump:2]', ['[こちら](https://a.jp/)へ']),
        ('黙った。[pixivimage:12345678]海は', ['黙った。海は']),
        ('[uploadedimage:12345]', ['']),
    ],
)
def test_tags_as_markdown(text, lines):
    assert said(text) == lines


@pytest.mark.parametrize(
    'text, is_one',
    [
        ('[b]太[/b]', True),
        ('[[rb:港 > みなと]]', True),
        ('[QUOTE=a]x[/QUOTE]', True),
        ('[b]だけ', False),
        ('注[1]と[b1]', False),
        ('[左]と[/左]', False),
        ('[u]x[/u]', False),
    ],
)
def test_it_is_known_by_a_pair_of_its_tags(text, is_one):
    assert is_bbcode(text) == is_one


def test_a_seed_in_it_keeps_its_lines():
    text = '題\n\n[b]太[/b]\r\n[*]一'
    seed = seed_text('a.txt', text)
    assert seed.notation == 'markdown' and ''.join(x.text + x.end for x in seed.lines) == text
    assert [line.markdown for line in seed.lines] == [None, None, '**太**', '- 一']


PARTS = st.lists(
    st.sampled_from(
        [
            '[b]',
            '[/b]',
            '[i]',
            '[/i]',
            '[quote=a]',
            '[/quote]',
            '[url=https://a.jp]',
            '[/url]',
            '[code]',
            '[/code]',
            '[size=2]',
            '[/size]',
            '[*]',
            '[ruby=よみ]',
            '[/ruby]',
            '港',
            '灯。',
            '\n',
            'A1 ',
            '*',
            '# ',
            '[x]',
        ]
    ),
    max_size=25,
).map(''.join)


@given(PARTS)
def test_every_letter_between_the_tags_is_in_the_book(text):
    lines = said(text)
    chapter = mark_up(Chapter(Path('a.md'), 0, '\n\n'.join(lines)), Settings(root=Path('x')))
    printed = re.sub('<rt>.*?</rt>|<[^>]*>', '', chapter.xhtml)
    for letters in re.findall('[港灯]', text):
        assert letters in printed
    assert printed.count('港') == text.count('港') and printed.count('灯') == text.count('灯')
    assert len(lines) == text.count('\n') + 1 and not any('\n' in line for line in lines)
