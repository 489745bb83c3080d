"""Fields below a text are whole: with blank lines between, and with one that is a sentence."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

PROSE = [
    '山あいの村で千年つづいた紙すきの仕事を、道具と記録からたどります。',
    '実演もありますので、小さなお子さんもどうぞお出かけください。',
]
FIELDS = ['日時：10月12日（土）13時30分から', '場所：資料館の講堂', '定員：40名', '参加費：500円']
ASKED = '申込方法：電話または窓口で受け付けます。'
TOP, FOOT = (
    ['ログイン', '会員登録', '記事一覧', '紙をすく人びと'],
    ['シェア', '利用規約', '© 資料館'],
)


def kept(text, name='a.txt'):
    article, _ = clean_seed(seed_text(f'seeds/{name}', text))
    return [block.text for block in article.blocks]


@pytest.mark.parametrize('between', ['\n', '\n\n'])
@pytest.mark.parametrize('fields', [FIELDS, [*FIELDS, ASKED], [*FIELDS[:2], ASKED, *FIELDS[2:]]])
def test_of_a_text(between, fields):
    blocks = kept(between.join([*TOP, *PROSE, *fields, *FOOT]))
    assert all(field in blocks for field in fields)


@pytest.mark.parametrize('head', ['', '<h2>会の概要</h2>'])
def test_of_a_page(head):
    paragraphs = ''.join(f'<p>{text}</p>' for text in PROSE * 2)
    fields = ''.join(f'<p>{text}</p>' for text in [*FIELDS, ASKED])
    blocks = kept(
        f'<html><head><title>紙をすく人びと</title></head><body><main><h1>紙をすく人びと</h1>'
        f'{paragraphs}{head}{fields}</main><div id="footer">利用規約</div></body></html>',
        'a.html',
    )
    assert all(field in blocks for field in [*FIELDS, ASKED])
