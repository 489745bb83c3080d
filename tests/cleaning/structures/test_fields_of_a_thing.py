"""Fields that tell of a thing are the text's own, with their head, whatever words a site has."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.cleaning.structures import claims_of
from tategumi.seed import seed_text

TITLE = '霧の峠を読む'
PROSE = [
    '峠の茶屋に残された日記を、三代にわたる持ち主がどう読んできたかを追う一冊である。',
    '書き手は郵便配達を三十年つとめた人で、峠の天気を一日も欠かさず書きとめていた。',
    '読み終えて窓を開けると、自分の町の霧まで違って見えてくるのだから不思議なものだ。',
]
TOP = ['ログイン', '会員登録', 'トップ', '文化', 'ランキング', 'お問い合わせ', '検索']
FOOT = [
    'シェア',
    '関連記事',
    '会社概要',
    '採用情報',
    'プライバシーポリシー',
    'サイトマップ',
    '© 峠新聞',
]
BOOK = [
    '『峠の日記』',
    '著者：霧島とうげ',
    '出版社：山坂書房',
    '定価：1,980円（税込）',
    '発売日：2024年3月5日',
]
FIRM = [
    '会社概要', '会社名：山坂書房株式会社', '所在地：峠市坂上1-2', '設立：1961年',
    '代表者：山坂登', '事業内容：出版', '本件に関するお問い合わせ先', '山坂書房広報担当',
    'TEL：000-111-2222',
    'E-mail：koho@example.com',
]  # fmt: skip
MEETING = [
    '開催概要',
    '日時：3月20日（水）14:00〜',
    '会場：峠会館',
    'アクセス',
    '交通：峠駅から徒歩5分',
    '住所：峠市坂下3',
]
CALL = ['お問い合わせ', '文化課図書係', '電話：0000-11-2222　ファクス：0000-11-3333']


def cleaned(text, name='a.txt'):
    return clean_seed(seed_text(f'seeds/{name}', text))[0]


def page(rows, between='\n'):
    return between.join([*TOP, '', TITLE, '', '2024年4月1日', '', *PROSE, '', *rows, '', *FOOT])


@pytest.mark.parametrize('between', ['\n', '\n\n'])
@pytest.mark.parametrize('rows', [BOOK, FIRM, MEETING, CALL, BOOK + FIRM])
def test_below_a_text(rows, between):
    blocks = [block.text for block in cleaned(page(rows, between)).blocks]
    assert blocks == [*PROSE, *rows]


@pytest.mark.parametrize(
    'form', ['<p>{}</p>', '<p>{}<br></p>', '<ul><li>{}</li></ul>', '<div>{}</div>']
)
@pytest.mark.parametrize('rows', [BOOK, FIRM[1:6], FIRM[6:]])
def test_below_the_text_of_a_page(rows, form):
    paragraphs = ''.join(f'<p>{text}</p>' for text in PROSE)
    foot = ''.join(f'<li><a href="/{number}">{text}</a></li>' for number, text in enumerate(FOOT))
    article = cleaned(
        f'<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{paragraphs}'
        f'{"".join(form.format(row) for row in rows)}</div><ul>{foot}</ul></body></html>',
        'a.html',
    )
    text = '\n'.join(block.text for block in article.blocks)
    assert [row for row in [*PROSE, *rows] if row not in text] == []
    assert not any(line in text for line in FOOT if line not in FIRM)
    assert article.creators == ()


def test_who_wrote_a_book_below_its_review_did_not_write_the_review():
    review = cleaned(page(BOOK).replace('2024年4月1日', '2024年4月1日\n\n文：谷川しずく'))
    assert [creator.name for creator in review.creators] == ['谷川しずく']


def test_who_wrote_the_text_is_told_above_it():
    rows = ['作者：谷川しずく', '出版社：山坂書房', '発売日：2024年3月5日']
    article = cleaned('\n'.join([TITLE, *rows, '', *PROSE]))
    assert [creator.name for creator in article.creators] == ['谷川しずく']


@pytest.mark.parametrize(
    'rows, own',
    [
        (['出版社：山坂書房', '定価：980円'], True),
        (['Publisher: Hill Road', 'Price: $12', 'Author: Ada Fenn'], True),
        (['出版社：山口书店', '定价：58元'], True),
        (['電話：000-1　FAX：000-2'], True),
        (['投稿日：5月1日', '場所：港', '住所：岬'], False),
        (['兄：行くのか', '弟：まだだ'], False),
        (['出版社：山坂書房', '兄：行く', '弟：まだ', '姉：行こう'], False),
        (['作者：谷川しずく', '題名：霧'], False),
    ],
)
def test_what_fields_tell_of(rows, own):
    claims = claims_of([*PROSE, '', *rows])
    found = [claim for claim in claims.values() if claim.kind in ('field', 'byline', 'dateline')]
    assert {claim.own for claim in found} in ({own}, set() if not own else {own})


def test_the_foot_of_a_site_has_no_fields_of_the_text():
    rows = ['峠新聞社', '〒000-0000 峠市坂上9', '電話：0000-22-3333', 'FAX：0000-22-4444']
    article = cleaned('\n'.join([*TOP, '', TITLE, '', *PROSE, '', *FOOT[:-1], *rows, FOOT[-1]]))
    assert [block.text for block in article.blocks] == PROSE
