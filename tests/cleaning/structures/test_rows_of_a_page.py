"""Tables, lists below a head and names of files of a page are the text's, whatever is in them."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.cleaning.structures import claims_of
from tategumi.seed import seed_text

TITLE = '島の船の時刻が変わります'
PROSE = [
    '四月から、北の浜と小島を結ぶ船の時刻が変わります。昼の便を二つふやし、朝は十分早くします。',
    '風の強い日は船が出ないことがありますので、港の掲示を確かめてからお出かけになってください。',
    '詳しいことは役場の窓口でもお答えしますので、わからないことがあれば何でもお尋ねください。',
]
TOP = ['ログイン', '文字サイズ', 'トップページ', 'ランキング', 'お問い合わせ', '検索']
FOOT = ['このページの先頭へ戻る', 'サイトマップ', '個人情報の取り扱い', '免責事項', '© 小島町']
TIMES = [['浜', '島'], ['7:10', '7:40'], ['9:30', '10:00'], ['16:50', '17:20']]
RESULTS = [['1', '浜', '2:08:41'], ['2', '島', '2:09:02']]
FARES = ['大人　320円', '小人　160円', '自転車　100円']
FILES = [
    '申込書（PDF：120KB）',
    '記入例（ワード：28KB）',
    '地図 [PDFファイル／1.2MB]',
    '附件：申请表.docx',
]
MEETING = [
    ['日時', '3月21日（木）14時から'],
    ['場所', '公民館'],
    ['出席者', '9名'],
    ['傍聴者', '2名'],
]


def table(rows):
    cells = (''.join(f'<td>{cell}</td>' for cell in row) for row in rows)
    return f'<table>{"".join(f"<tr>{row}</tr>" for row in cells)}</table>'


def links(texts):
    items = (f'<li><a href="/{place}">{text}</a></li>' for place, text in enumerate(texts))
    return f'<ul>{"".join(items)}</ul>'


def kept(above='', below=''):
    prose = ''.join(f'<p>{text}</p>' for text in PROSE)
    article, _ = clean_seed(
        seed_text(
            'seeds/a.html',
            f'<html><head><title>{TITLE}</title></head><body>{links(TOP)}<div><h1>{TITLE}</h1>'
            f'{above}{prose}{below}</div>{links(FOOT)}</body></html>',
        )
    )
    return '\n'.join(block.text for block in article.blocks)


@pytest.mark.parametrize('rows', [TIMES, RESULTS])
def test_a_table_is_whole(rows):
    text = kept(below=f'<h2>平日</h2>{table(rows)}')
    assert [row for row in rows if ' | '.join(row) not in text] == []


@pytest.mark.parametrize(
    'between', ['', '<h2>議事</h2><ul><li>前回の確認</li><li>その他</li></ul>']
)
def test_a_table_of_a_meeting_above_the_text(between):
    text = kept(above=f'<p>公開日：2024年4月15日</p>{table(MEETING)}{between}')
    assert [row for row in MEETING if ' | '.join(row) not in text] == []
    assert not between or '前回の確認' in text


def test_a_list_below_a_head():
    items = ''.join(f'<li>{fare}</li>' for fare in FARES)
    text = kept(below=f'<h2>運賃の表</h2><ul>{items}</ul>')
    assert [fare for fare in FARES if fare not in text] == []


@pytest.mark.parametrize('form', ['<p>{}</p>', '<ul><li>{}</li></ul>'])
def test_files_of_a_page(form):
    marked = ''.join(form.format(f'<a href="/f/a.pdf">{file}</a>') for file in FILES)
    text = kept(below=f'<h2>申請書</h2><p>次の用紙をお使いください。</p>{marked}')
    assert [file for file in FILES if file.replace('[', '\\[').split()[0] not in text] == []


@pytest.mark.parametrize('between', ['\n', '\n\n'])
def test_files_of_a_text(between):
    rows = ['申請書', '次の用紙に書いて、窓口にお出しください。', *FILES[:2], FILES[3]]
    lines = [*TOP, '', TITLE, '', '2024年4月1日', '', *PROSE, '', *rows, '', *FOOT]
    article, _ = clean_seed(seed_text('seeds/a.txt', between.join(lines)))
    assert [block.text for block in article.blocks] == [*PROSE, *rows]


@pytest.mark.parametrize('line', [*FILES, 'Form (PDF, 120 KB)'])
def test_the_name_of_a_file(line):
    assert claims_of([*PROSE, line])[len(PROSE)].kind == 'file'


@pytest.mark.parametrize('line', ['PDFで配る', '表（PDF）を見た。', '港の朝（3）', 'PDF：120KB'])
def test_what_is_no_name_of_a_file(line):
    claim = claims_of([*PROSE, line]).get(len(PROSE))
    assert claim is None or claim.kind != 'file'


def test_below_fields_of_a_thing_those_of_the_page_begin():
    rows = ['出版社：山坂書房', '定価：980円', '投稿日：5月1日', 'タグ：峠']
    claims = claims_of([*PROSE, '', *rows])
    assert [claims[index].own for index in sorted(claims)] == [True, True, False, False]
