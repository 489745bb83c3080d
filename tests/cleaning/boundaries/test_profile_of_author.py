"""What a page says at its end of the author its head names is no text, other sentences are."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

TOP = ['ログイン', '会員登録', '記事一覧', '灯台に手紙が届く']
PROSE = [
    '港の灯は、その夜も消えなかった。老いた番人は長い手紙を書いていた。',
    '明け方になって風が止み、沖から最後の船が帰ってきた。',
    '手紙を受け取ったのは、その船に乗っていた若い漁師である。',
    '漁師はそれを読まずに、上着の内側へしまった。',
]
FOOT = ['シェア', 'ヘルプ', '利用規約', '© 港の新聞']
ENGLISH = [
    'The lamp was lit at dusk every day of that winter, and nobody at Brae knew who lit it.',
    'In the morning there was no oil left in it, and the glass was still warm to the hand.',
    'The carter asked the priest about it, and the priest said that he had asked the carter.',
]


def kept(lines):
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    return [block.text for block in article.blocks]


@pytest.mark.parametrize(
    'box',
    [
        ['灯野ゆき', '作家。港町に生まれ、新聞社に勤務。著書に『灯』など。'],
        ['灯野ゆき', 'フォロー', '灯台のことをときどき書いています。'],
    ],
)
def test_a_box_below_the_text_that_begins_with_the_author(box):
    lines = [*TOP, '87', '', '灯野ゆき', '2024年6月2日 07:12', *PROSE, '', *box, '', *FOOT]
    assert kept(lines) == PROSE


@pytest.mark.parametrize(
    'text', ['灯野ゆきは、その漁師の娘である。', '手紙は、灯野ゆきが持っている。']
)
def test_a_sentence_about_the_author_is_text(text):
    lines = [*TOP, '87', '', '灯野ゆき', '2024年6月2日 07:12', *PROSE, text, '', *FOOT]
    assert kept(lines) == [*PROSE, text]


def test_a_life_in_english_that_begins_with_the_author():
    top = ['Home', 'Subscribe', 'Log in', 'Who Lights the Lamp', 'By Ann Lee', 'June 2, 2022']
    foot = ['Share on Facebook', 'Privacy Policy', 'Terms of Service', '© 2022 Brae']
    life = 'Ann Lee is a writer in Brae. Her first book of tales will be out next year.'
    assert kept([*top, *ENGLISH, '', life, '', *foot]) == ENGLISH
    other = life.replace('Ann Lee', 'Bo Yi')
    assert other in kept([*top, *ENGLISH, '', other, '', *foot])
