"""Pictures that Markdown names and did not bring: their words stay, and each is told of."""

import re

import pytest

from tategumi.cleaning import clean_seed
from tategumi.manuscript import compose
from tategumi.seed import read_seeds, seed_text

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'
BEFORE, AFTER = '井戸の水は冷たい。手桶が一つある。', '夕方には子どもが集まった。歌が聞こえる。'


def cleaned(body, name='a.md'):
    article, record = clean_seed(
        seed_text(f'seeds/{name}', f'# 井戸\n\n{BEFORE}\n\n{body}\n\n{AFTER}\n')
    )
    text = '\n'.join(chapter.text for chapter in compose([article]))
    listed = [
        (line.line, each.found)
        for line in record.lines
        for each in line.suspicions
        if each.rule == 'picture-left-out'
    ]
    return text, listed


@pytest.mark.parametrize(
    'body, expected, lines',
    [
        ('![井戸の図](w.svg)', '\n井戸の図\n{: .caption }\n', [5]),
        ('![](w.svg)', None, [5]),
        ('水は![桶](oke.png)で汲む。重い。', '\n水は桶で汲む。重い。\n', [5]),
        ('| 名 | 図 |\n| --- | --- |\n| 桶 | ![木の桶](o.png) |', '| 桶 | 木の桶 |', [7]),
        ('| 名 | 図 |\n| --- | --- |\n| 桶 | ![](o.png) |', '| 桶 |  |', [7]),
        ('![桶[大]の図](o.png)', '\n桶［大］の図\n{: .caption }\n', [5]),
        ('![桶\\]の図](o.png)', '\n桶］の図\n{: .caption }\n', [5]),
        ('水は![桶[大]](o.png)で汲む。重い。', '\n水は桶\\[大\\]で汲む。重い。\n', [5]),
        ('![二行に\nわたる図](o.png)', '\n二行にわたる図\n{: .caption }\n', [5]),
        ('![名で呼ぶ図][o]\n\n[o]: o.png', '\n名で呼ぶ図\n{: .caption }\n', [5]),
        ('- ![桶](o.png) は軽い。\n- 縄は長い。', '- 桶は軽い。\n- 縄は長い。', [5]),
        ('<img src="o.png" alt="桶の図">', '\n桶の図\n{: .caption }\n', [5]),
        ('![遠い桶](https://a.example/o.png)', '\n遠い桶\n{: .caption }\n', [5]),
    ],
)
def test_the_words_of_a_picture_stay_and_its_line_is_told(body, expected, lines):
    text, listed = cleaned(body)
    assert expected is None or expected in text
    assert '![' not in text and BEFORE in text and AFTER in text
    assert [line for line, _ in listed] == lines


@pytest.mark.parametrize(
    'body',
    ['`![桶](o.png)` と書く。そうすれば出る。', '```\n![桶](o.png)\n```', '驚いた![そう]だった。'],
)
def test_what_is_no_picture_stays_as_it_is(body):
    text, listed = cleaned(body)
    assert not listed and '桶](o.png)' in text or '![そう]' in text.replace('\\', '')


def test_a_drawing_that_does_more_than_show_is_told_as_one_that_no_book_takes(tmp_path):
    seeds = tmp_path / 'seeds'
    seeds.mkdir()
    unsafe = SVG.replace('</svg>', '<script>alert(1)</script></svg>')
    assert unsafe != SVG
    (seeds / 'w.svg').write_text(unsafe, encoding='utf-8')
    (seeds / 'a.md').write_text(f'# 井戸\n\n{BEFORE}\n\n![](w.svg)\n\n{AFTER}\n', encoding='utf-8')
    [seed] = read_seeds(tmp_path)
    _, record = clean_seed(seed)
    assert [(line.line, each.found) for line in record.lines for each in line.suspicions] == [
        (5, 'w.svg')
    ]


@pytest.mark.parametrize(
    'note, words',
    [
        ('［＃挿絵（fig1.png、横9×縦9）入る］', []),
        ('　［＃「岬の図」のキャプション付きの図（fig1.png、横9×縦9）入る］', ['岬の図']),
        ('［＃港の図（fig1.webp）入る］', []),
    ],
)
def test_a_picture_of_aozora_that_is_not_there_is_told_of(note, words):
    lines = [
        '井戸',
        '山川　海',
        '',
        f'　{BEFORE}桶《をけ》だ。',
        note,
        f'　{AFTER}［＃「歌」に傍点］',
    ]
    text = '\n'.join([*lines, '', '底本：「井戸」', ''])
    article, record = clean_seed(seed_text('seeds/a.txt', text))
    [line] = [line for line in record.lines if line.text == note]
    named = [each.found for each in line.suspicions if each.rule == 'picture-left-out']
    assert named == [re.search(r'fig1\.\w+', note)[0]]
    assert [block.text for block in article.blocks][1:-1] == words
