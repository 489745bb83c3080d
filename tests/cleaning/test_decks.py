"""A deck below the title is text, and neither it nor who wrote the text is the title."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

PROSE = [
    'The lamp was lit at dusk every day of that winter, and nobody at Brae knew who lit it.',
    'In the morning there was no oil left in it, and the glass was still warm to the hand.',
    'The carter asked the priest about it, and the priest said that he had asked the carter.',
]
JAPANESE = [
    '港の灯は、その夜も消えなかった。老いた番人は長い手紙を書いていた。',
    '明け方になって風が止み、沖から最後の船が帰ってきた。',
    '手紙を受け取ったのは、その船に乗っていた若い漁師である。',
]
TOP, FOOT = ['Sign up', 'Sign in', 'Subscribe'], ['Share', 'Privacy Policy', 'Terms of Service']
TITLE, DECK = 'Who Lights the Lamp', 'On oil, and on the people of Brae who never bought any'


def clean(lines, name='a.txt'):
    article, _ = clean_seed(seed_text(f'seeds/{name}', '\n'.join(lines)))
    return article.title, [block.text for block in article.blocks]


@pytest.mark.parametrize(
    'title, deck, below',
    [
        (TITLE, DECK, ['Ann Lee', 'Feb 11, 2024', '128', '14', 'Share']),
        (TITLE, DECK, ['By Ann Lee', 'Published May 6, 2024', 'Share full article']),
        (
            'Crews light the lamp again',
            'The boats will run from Thursday, but nobody knows why',
            [],
        ),
    ],
)
def test_a_deck_in_the_letters_of_a_sentence(title, deck, below):
    lines = ['The Brae Post', *TOP, title, deck, *below, *PROSE, *FOOT]
    found, blocks = clean(lines)
    assert found == title
    assert blocks == [deck, *PROSE]


def test_a_name_of_a_site_above_a_title_is_no_title():
    title = 'Why nobody at Brae lights the lamp by day'
    assert clean(['The Brae Post', title, *TOP, *PROSE, *FOOT])[0] == title


def test_a_question_with_what_is_asked_below_it():
    asked = '港の灯は毎晩ともります。だれがつけているのか、ご存じの方はいますか？'
    lines = ['ログイン', '新規登録', '質問する', '港の灯はだれがつけていますか？', asked]
    found, blocks = clean([*lines, '回答する', 'シェア', *JAPANESE, 'ヘルプ', '利用規約'])
    assert found == lines[3]
    assert blocks[0] == asked


@pytest.mark.parametrize('name', ['灯野ゆき', '浜田まどか', '灯野 守'])
def test_somebody_beside_a_day_is_no_title(name):
    lines = ['ログイン', '会員登録', '灯台に手紙が届く', '87', '', name, '2024年6月2日 07:12']
    below = ['', name, 'フォロー', '灯台のことを書いています。', 'ヘルプ', '利用規約']
    assert clean([*lines, *JAPANESE, *below])[0] == '灯台に手紙が届く'


def test_an_account_is_no_title():
    lines = ['ログイン', '質問する', '解決済み', 'toudai_99 さん', '2022/5/3 21:40', '4回答']
    assert clean([*lines, *JAPANESE, 'ヘルプ', '利用規約', '© 港'])[0] != 'toudai_99 さん'


def page(head, body):
    paragraphs = ''.join(f'<p>{text}</p>' for text in PROSE)
    return clean(
        [
            f'<html><head><title>{TITLE} | Brae</title></head><body><article>{head}',
            f'<div>{body.format(paragraphs)}</div></article></body></html>',
        ],
        'a.html',
    )


@pytest.mark.parametrize('tag', ['h2', 'h3'])
def test_a_deck_that_a_page_marks_as_a_head_is_a_paragraph(tag):
    about = '<a href="/ann">Ann Lee</a><div>Feb 11, 2024</div>'
    head = f'<div><h1>{TITLE}</h1><{tag}>{DECK}</{tag}>{about}</div>'
    title, blocks = page(head, '{0}<h2>The oil</h2>{0}')
    assert title == TITLE
    assert blocks == [DECK, *PROSE, 'The oil', *PROSE]


def test_a_head_right_above_the_text_is_one():
    article, _ = clean_seed(
        seed_text(
            'seeds/a.html',
            f'<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><h2>{DECK}'
            f'</h2>{"".join(f"<p>{text}</p>" for text in PROSE)}</article></body></html>',
        )
    )
    assert [(block.kind, block.text) for block in article.blocks][0] == ('head', DECK)


def test_sections_of_the_rank_of_the_title_stand_below_it():
    title, blocks = page(f'<h1>{TITLE}</h1>', '{0}<h1>The oil</h1>{0}<h1>The glass</h1>{0}')
    assert title == TITLE
    assert blocks == [*PROSE, 'The oil', *PROSE, 'The glass', *PROSE]


def test_the_title_in_other_letters_is_said_once():
    capitals = TITLE.upper().replace(' ', '  ')
    title, blocks = page(f'<h1>{capitals}</h1>', '{0}')
    assert title.casefold() == TITLE.casefold()
    assert blocks == PROSE
