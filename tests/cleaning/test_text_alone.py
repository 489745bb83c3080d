"""A text without a site around it loses no line, though some of its lines read like a site's."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

ABOVE = '　壁には紙が一枚、鋲で留めてあった。'
BELOW = ['　姉はそれを声に出して読んだ。', '　私は窓の外を見ていた。']
SIGNS = {
    'words of a menu': ['会社概要', '採用情報', 'お問い合わせ', 'サイトマップ'],
    'prices': ['うどん　四百円', 'そば　450円', '天ぷら　600円'],
    'days': ['2023年4月1日', '2023年4月2日', '2023年4月3日'],
    'numbers': ['1', '2', '3', '4'],
    'tags': ['#春', '#坂道', '#さようなら'],
    'a form': ['お名前', 'メールアドレス', 'パスワード', '送信'],
    'a label and titles': ['人気', '坂の上の犬', '古い椅子'],
    'counts': ['フォロー 31', 'フォロワー 8', 'いいね 2'],
    'English words': ['home', 'contact', 'privacy policy'],
    'a letter': ['From: 坂本', 'To: 姉', 'Subject: 犬のこと'],
    'a link by its first word': ['続報：坂の上の犬、まだ帰らず'],
}


def texts(lines):
    article, record = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    return article, [block.text for block in article.blocks], record


def plain(text):
    return text.replace('：', ':').replace('　', ' ').replace(' ', '')


@pytest.mark.parametrize('signs', SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize('blank', [[], ['']], ids=['solid', 'apart'])
def test_what_a_story_quotes_between_its_sentences_stays(signs, blank):
    article, blocks, _ = texts(['張り紙', '', ABOVE, *blank, *signs, *blank, *BELOW])
    whole = plain('\n'.join(blocks))
    assert [line for line in (ABOVE, *signs, *BELOW) if plain(line) not in whole] == []
    assert article.title == '張り紙'


@pytest.mark.parametrize('signs', [*SIGNS.values()][:1], ids=[*SIGNS][:1])
def test_the_editor_is_asked_about_them(signs):
    _, _, record = texts(['張り紙', '', ABOVE, '', *signs, '', *BELOW])
    asked = [line.text for line in record.lines if line.suspicions]
    assert asked == signs


def test_between_the_lines_of_a_page_they_go():
    bars = ['ホーム', 'ランキング', 'ログイン'], ['シェアする', 'プライバシーポリシー', '利用規約']
    signs = [*SIGNS['words of a menu'], '特定商取引法に基づく表記']
    prose = [
        f'　{day}曜日の朝、姉は坂の上の家から手紙を出した。返事はまだ来ない。' for day in '月火水'
    ]
    _, blocks, _ = texts(
        [*bars[0], '', '張り紙', '', ABOVE, *prose, '', *signs, '', *BELOW, *prose, '', *bars[1]]
    )
    assert not {*signs, *bars[0], *bars[1]} & {*blocks}


@pytest.mark.parametrize(
    'last',
    [
        '門には「無断転載を固く禁じます」とあった。',
        '©と彫られた石が、坂の下に残った。',
        '※この文章は姉の日記から写したものである。',
        '姉は言った。「all rights reserved」',
    ],
)
def test_a_last_sentence_is_no_notice_of_a_site(last):
    assert texts(['張り紙', '', ABOVE, *BELOW, '', last])[1][-1] == last


CHAT = ['21:40 ハナ もう寝た？', '21:41 タロ まだ', '21:44 ハナ 星が見える', '21:50 タロ おやすみ']


@pytest.mark.parametrize('more', [[], ['22:10 ハナ 星はずっと前の光なんだよ。']], ids=len)
def test_what_people_write_to_one_another_stays_whole(more):
    _, blocks, _ = texts(['夜の話', *CHAT, *more])
    whole = plain('\n'.join(blocks))
    assert [line for line in (*CHAT, *more) if plain(line) not in whole] == []


def test_the_heads_of_letters_are_theirs():
    letters = []
    for number, (who, whom) in enumerate([('坂本', '姉'), ('姉', '坂本'), ('坂本', '姉')], 1):
        heads = [f'From: {who}', f'To: {whom}', f'Subject: 犬の話その{number}']
        letters += [*heads, '', f'こちらは雨です。犬は{number}日ほど外へ出ていません。', '']
    _, blocks, _ = texts(['往復書簡', '', *letters])
    whole = plain('\n'.join(blocks))
    assert [line for line in letters if line and plain(line) not in whole] == []


@pytest.mark.parametrize(
    'last', [['コーヒー　400円', '紅茶　450円'], ['賛成 62%', '反対 30%', '棄権 8%']]
)
def test_what_a_story_ends_with_stays(last):
    _, blocks, _ = texts(['張り紙', '', ABOVE, *BELOW, '', *last])
    whole = plain('\n'.join(blocks))
    assert [line for line in last if plain(line) not in whole] == []


@pytest.mark.parametrize('end', ['訳：海は母である', '作者：私', '記者：はじめまして'])
def test_a_speech_credits_nobody(end):
    article, _, _ = texts(['張り紙', '', ABOVE, *BELOW, '', end])
    assert not article.creators and not article.credits


def test_who_wrote_a_text_of_chapters_is_not_its_title():
    chapters = [each for number in '一二三' for each in (f'第{number}章', '', ABOVE, *BELOW, '')]
    article, _, _ = texts(['庭の椅子', '', '坂本夏子', '', *chapters])
    assert article.title == '庭の椅子'
