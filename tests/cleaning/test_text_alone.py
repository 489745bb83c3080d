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


TALKS = {
    'a name and a day': [
        '灯 — 2023/03/05 21:14',
        '凪 — 2023/03/05 21:16',
        '灯 — 2023/03/05 21:20',
    ],
    'a name and an hour': ['灯 守  10:02 AM', '凪 浜子  10:05 AM', '灯 守  10:40 AM'],
    'speakers': ['話者1　0:03', '話者2　0:21', '話者1　1:02'],
}


@pytest.mark.parametrize('heads', TALKS.values(), ids=TALKS)
@pytest.mark.parametrize('above', [[], ['夜の電話', '']], ids=['untitled', 'titled'])
def test_who_says_what_in_a_talk_stays_and_is_no_title(heads, above):
    said = ['もう寝ましたか。', '星が見える', 'おやすみ']
    article, blocks, _ = texts([*above, *(line for pair in zip(heads, said) for line in pair)])
    whole = plain('\n'.join(blocks))
    assert [line for line in (*heads, *said) if plain(line) not in whole] == []
    assert article.title == (above[0] if above else '')


@pytest.mark.parametrize(
    'form',
    ['[00:{:02}:05] 灯: 今夜は波の話です。', '2023/03/05 21:{:02} - 灯: 波が高い', '21:{:02} 波'],
)
def test_what_is_said_at_a_time_stays(form):
    lines = [form.format(minute) for minute in (1, 4, 9, 12)]
    _, blocks, _ = texts(lines)
    whole = plain('\n'.join(blocks))
    assert [line for line in lines if plain(line) not in whole] == []


def test_readers_below_a_text_are_no_talk():
    names = ['灯 2021-05-04 10:02', '凪 2021-05-04 11:30', '灯 2021-05-05 08:00']
    words = ['おもしろかったです。', 'うちでも編みます。', 'ぜひ。']
    said = [line for pair in zip(names, words) for line in pair]
    _, blocks, _ = texts(
        ['網の話', '', ABOVE, *BELOW, '', 'コメント', *said, 'コメントを書く', 'トラックバック']
    )
    assert names[0] not in blocks and 'コメント' not in blocks


@pytest.mark.parametrize(
    'days',
    [
        ['2021年7月3日', '2021年7月10日', '2021年7月19日'],
        ['2001.3.4', '2001.3.9'],
        ['12 March 1921', '2 April 1921'],
    ],
)
def test_the_days_of_letters_are_theirs(days):
    letters = [line for day in days for line in (day, '姉さん', ABOVE, *BELOW, '弟', '')]
    article, blocks, _ = texts(['夏の手紙', '', *letters])
    assert not article.credits
    assert [day for day in days if plain(day) not in plain('\n'.join(blocks))] == []


def test_the_day_of_a_text_that_quotes_another_form_of_day_is_its_own():
    article, _, _ = texts(['夏の手紙', '2024.02.10', '', ABOVE, '2021年7月3日', *BELOW])
    assert [credit.text for credit in article.credits] == ['2024.02.10']


@pytest.mark.parametrize('end', [['以上'], ['次回：6月14日（水）18:30', '以上'], ['敬具']])
def test_how_minutes_and_notices_end_stays(end):
    _, blocks, _ = texts(['寄り合いの記録', '', ABOVE, *BELOW, *end])
    whole = plain('\n'.join(blocks))
    assert [line for line in end if plain(line) not in whole] == []
