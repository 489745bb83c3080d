"""A page of HTML cleaned: its article is the text, and the record gives the page back."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tategumi.cleaning import CleaningRecord, clean_seed, record_json
from tategumi.errors import BadInput
from tategumi.manuscript import compose
from tategumi.seed import seed_text

PAGE = """<html><head><title>港の灯 | 海の週報</title></head><body>
<nav><a href="/">ホーム</a></nav><article><h1>港の灯</h1>
<p>港の<b>灯</b>は AGV (無人搬送車) を照らした。夜が更けても消えない。</p>
<h2>夜</h2><ul><li>一つ目の灯である。</li>
<li>二つ目の灯である。</li></ul>
<figure><img src="a.png" alt=""><figcaption>夜と<ruby>沖<rt>おき</rt></ruby></figcaption></figure>
<p>朝になって、ようやく風が止んだ。</p></article>
<footer>© 海の週報</footer></body></html>"""


def clean(source):
    return clean_seed(seed_text('seeds/a.html', source))


def test_the_article_becomes_the_manuscript():
    article, _ = clean(PAGE)
    assert article.title == '港の灯'
    assert [chapter.text for chapter in compose([article])] == [
        '# 序\n\n港の**灯**はAGV（無人搬送車）を照らした。夜が更けても消えない。\n',
        '# 夜\n\n- 一つ目の灯である。\n- 二つ目の灯である。\n\n夜と{沖|おき}\n'
        '{: .caption }\n\n朝になって、ようやく風が止んだ。\n',
    ]


def test_the_record_says_where_on_the_page_each_line_stands():
    _, record = clean(PAGE)
    lines = PAGE.split('\n')
    for line in record.lines:
        place = lines[line.line - 1][line.column - 1 :]
        assert (place + '\n').startswith(line.text.split('\n')[0])
    assert {line.rule for line in record.lines if '週報' in line.text and line.line > 1} == {
        'outside-article'
    }


def test_what_reading_made_of_an_element_is_a_change_of_its_line():
    _, record = clean(PAGE)
    [line] = [line for line in record.lines if '無人搬送車' in line.text]
    assert line.changes[0].apply(line.text).startswith('港の**灯**は AGV (無人搬送車) を')


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                '<p>',
                '</p>',
                '<ul>',
                '<li>',
                '</ul>',
                '<h1>',
                '</h1>',
                '<h2>',
                '</h2>',
                '<table>',
                '<tr>',
                '<td>',
                '</td>',
                '</tr>',
                '</table>',
                '<pre>',
                '</pre>',
                '港の灯。',
                '```',
                '01 港',
                'コメント',
                '\n',
                '<br>',
                '<b>',
                '</b>',
                '- 灯',
                '<blockquote>',
                '<title>',
                '</title>',
            ]
        ),
        max_size=25,
    )
)
def test_the_record_gives_back_any_page(parts):
    source = ''.join(parts)
    try:
        article, record = clean(source)
    except BadInput:
        return
    plain = json.loads(record_json(CleaningRecord((record,))))['seeds'][0]['lines']
    assert ''.join(line['text'] + line['end'] for line in plain) == source
    printed = {
        number: text
        for block in article.blocks
        for number, text in zip(block.lines, block.text.split('\n'), strict=True)
    }
    kept = {
        number
        for number, line in enumerate(record.lines, 1)
        if line.fate in ('kept', 'changed', 'suspect')
    }
    assert kept == set(printed)


@pytest.mark.parametrize('site', ['ブログ', '日々の記録 | ブログ'])
@pytest.mark.parametrize('entries', [2, 3, 5])
@pytest.mark.parametrize('day', ['2023年{}月4日', '2023/{}/4'])
def test_entries_with_a_day_below_each_head_are_chapters_by_their_heads(site, entries, day):
    heads = ['坂の話', '井戸の話', '凧の話', '雪の話', '梅の話'][:entries]
    body = ''.join(
        f'<div class="entry"><h2>{head}</h2><div class="date">{day.format(9 - number)}</div>'
        f'<div><p>{head}をしよう。むかし、この町に三人の兄弟がいて、よく働いた。</p></div></div>'
        for number, head in enumerate(heads)
    )
    article, _ = clean(
        f'<html><head><title>{site}</title></head><body><div id="main">{body}</div></body></html>'
    )
    assert '#' not in article.title and article.title not in heads
    chapters = [chapter.text for chapter in compose([article])]
    assert [text.partition('\n')[0] for text in chapters] == [f'# {head}' for head in heads]
    for head, text in zip(heads, chapters):
        assert f'{head}をしよう。' in text
