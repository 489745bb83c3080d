"""What stands in the article besides words: it keeps no word out, and is said or listed."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.manuscript import compose
from tategumi.seed import seed_text

BEFORE = '朝の市場に、魚を積んだ車が着いた。人の声が、屋根の下に響いている。'
AFTER = '昼を過ぎると、台の上には氷だけが残った。猫が一匹、隅で眠っている。'
LONG = (
    '市場の人は、夜の二時に家を出る。道には誰もいない。'
    '橋を渡るとき、川の向こうに沖の灯が見えるという。'
)


def page(body):
    return (
        '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>市場の朝</title></head>'
        f'<body><article><h1>市場の朝</h1><p>{BEFORE}</p>{body}<p>{AFTER}</p><p>{LONG}</p>'
        '</article></body></html>'
    )


def cleaned(body):
    """The paragraphs of the book, and the names of what is listed of its seed."""
    article, record = clean_seed(seed_text('seeds/a.html', page(body)))
    paragraphs = '\n\n'.join(chapter.text for chapter in compose([article])).split('\n\n')
    listed = {each.rule for line in record.lines for each in line.suspicions}
    return [text.strip() for text in paragraphs], listed


@pytest.mark.parametrize(
    'body, expected, rule',
    [
        (
            '<p>嬉しい<img src="https://a.example/e.svg" alt="🐟">の知らせ。明日も市が立つ。</p>',
            '嬉しい🐟の知らせ。明日も市が立つ。',
            None,
        ),
        (
            '<p>笑う<img class="emoji" src="e.png" alt="👩‍🍳">を見た。市は楽しい。</p>',
            '笑う👩‍🍳を見た。市は楽しい。',
            None,
        ),
        (
            '<p>台は<math><mi>n</mi><mo>=</mo><mn>3</mn></math>である。魚はもっと多い。</p>',
            '台はn=3である。魚はもっと多い。',
            None,
        ),
        (
            '<p>比は<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>である。氷が足りない。</p>',
            '比は1/2である。氷が足りない。',
            'formula',
        ),
        (
            '<p>図<noscript><img src="z.png"></noscript>を見る。線が二本ある。</p>',
            '図を見る。線が二本ある。',
            'noscript-left-out',
        ),
        (
            '<p>印<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>が付いている。赤い印である。</p>',
            '印が付いている。赤い印である。',
            'svg-left-out',
        ),
        (
            '<p><iframe src="https://a.example/map"></iframe>地図を見る。道は一本である。</p>',
            '地図を見る。道は一本である。',
            'iframe-left-out',
        ),
        (
            '<p>品は<del>鮭</del>鱒である。川から来た。</p>',
            '品は~~鮭~~鱒である。川から来た。',
            None,
        ),
        (
            '<p>値は<s>百円</s><ins>八十円</ins>である。安くなった。</p>',
            '値は~~百円~~八十円である。安くなった。',
            None,
        ),
        (
            '<p>広さは10m<sup>2</sup>、数は2<sup>10</sup>、水はH<sub>2</sub>Oと書く。</p>',
            '広さは10m²、数は2¹⁰、水はH₂Oと書く。',
            None,
        ),
        (
            '<p>値はx<sup>k</sup>で表す。式はこれだけである。</p>',
            '値はx[k]{.sup}で表す。式はこれだけである。',
            None,
        ),
        (
            '<p>人は<q>もう<q>売り切れ</q>だ</q>と言った。残念である。</p>',
            '人は「もう『売り切れ』だ」と言った。残念である。',
            None,
        ),
        (
            '<p>品書は<q>「鯖」</q>だけである。字は太い。</p>',
            '品書は「鯖」だけである。字は太い。',
            None,
        ),
    ],
)
def test_an_element_amid_words_keeps_them_in_the_text(body, expected, rule):
    paragraphs, listed = cleaned(body)
    assert expected in paragraphs
    assert rule is None and not listed or rule in listed


@pytest.mark.parametrize(
    'body, expected',
    [
        (
            '<p>舟が出る。長い櫂である。<img src="https://a.example/x.jpg" alt="写真"></p>',
            ['舟が出る。長い櫂である。', '写真\n{: .caption }'],
        ),
        (
            '<p>沖に<img src="x.svg" alt="舟の絵">が見えた。帆は白い。</p>',
            ['沖にが見えた。帆は白い。', '舟の絵\n{: .caption }'],
        ),
        (
            '<p><img src="x.png" alt="二行の\n言葉">舟が戻る。网は重い。</p>',
            ['二行の言葉\n{: .caption }', '舟が戻る。网は重い。'],
        ),
        (
            '<p>舟が戻る。网は重い。<img src="x.png" alt="角[括弧]の絵"></p>',
            ['舟が戻る。网は重い。', '角[括弧]の絵\n{: .caption }'],
        ),
    ],
)
def test_the_words_of_a_picture_that_is_not_there_are_its_caption(body, expected):
    paragraphs, listed = cleaned(body)
    place = paragraphs.index(expected[0])
    assert paragraphs[place : place + len(expected)] == expected
    assert 'picture-left-out' in listed


def test_in_a_table_the_words_of_a_picture_that_is_not_there_stay_in_their_cell():
    paragraphs, listed = cleaned(
        '<table><tr><th>魚</th><th>絵</th></tr><tr><td>鯛</td><td><img src="t.png" alt="赤い鯛">'
        '</td></tr><tr><td>鰯</td><td><img src="i.png"></td></tr></table>'
    )
    assert '| 魚 | 絵 |\n| --- | --- |\n| 鯛 | 赤い鯛 |\n| 鰯 |  |' in paragraphs
    assert 'picture-left-out' in listed


@pytest.mark.parametrize('space', ['', '\n', '\n' + ' ' * 60], ids=['none', 'lines', 'indents'])
@pytest.mark.parametrize('references', [False, True], ids=['characters', 'references'])
def test_a_table_is_one_however_its_source_is_written(space, references):
    rows = (('品', '値'), ('脚を折りたためる木の机', '九千円（税は別。届けるのも別である）'))
    if references:
        rows = [[''.join(f'&#x{ord(c):X};' for c in cell) for cell in row] for row in rows]
    cells = [space.join(f'<td>{cell}</td>' for cell in row) for row in rows]
    body = space.join(f'<tr>{space}{row}{space}</tr>' for row in cells)
    paragraphs, _ = cleaned(f'<table>{space}{body}{space}</table>')
    row = '\n| 脚を折りたためる木の机 | 九千円（税は別。届けるのも別である） |'
    assert row in ''.join(paragraphs)


def test_an_element_that_is_never_closed_strikes_nothing_out():
    paragraphs, _ = cleaned(f'<p>品は<s>鮭である。川から来た。</p><p>{LONG}</p>')
    assert '品は鮭である。川から来た。' in paragraphs


def test_a_struck_paragraph_stays_and_is_struck():
    paragraphs, _ = cleaned('<del><p>この段落は古い。消された。</p></del>')
    assert '~~この段落は古い。消された。~~' in paragraphs


@pytest.mark.parametrize(
    'formula, said',
    [
        (
            '<math><semantics><mfrac><mi>a</mi><mi>b</mi></mfrac><annotation '
            'encoding="application/x-tex">\\frac{a}{b}</annotation></semantics></math>',
            '比は$\\frac{a}{b}$である。氷が足りない。',
        ),
        (
            '<math alttext="{\\displaystyle x^{2}}"><msup><mi>x</mi><mn>2</mn></msup></math>',
            '比は$x^{2}$である。氷が足りない。',
        ),
        # What the press could not set stays its text.
        (
            '<math alttext="\\unheardof{a}"><mi>a</mi></math>',
            '比はaである。氷が足りない。',
        ),
    ],
)
def test_a_formula_that_gives_its_tex_stays_a_formula(formula, said):
    assert said in cleaned(f'<p>比は{formula}である。氷が足りない。</p>')[0]


def test_what_is_left_out_beside_the_article_is_not_listed():
    source = page('').replace(
        '<article>', '<nav><img src="logo.png" alt="市場の会"></nav><article>'
    )
    _, record = clean_seed(seed_text('seeds/a.html', source))
    assert not any(line.suspicions for line in record.lines)


QUESTION = (
    f'<div class="text"><p>{BEFORE}</p><p>{LONG}</p>'
    '<p><strong><a href="#s1">■市へ行く前に</a></strong></p></div><h3>よくある問い</h3>'
    '<div class="text"><table><tr><th>問いの中身</th><td>駐車場はありますか。<br>広さも知りたい。'
    '</td></tr><tr><th>答え</th><td>橋の手前にあります。<br>二十台まで入ります。</td></tr></table></div>'
)


def test_a_table_of_questions_and_a_paragraph_that_is_one_link_stay():
    article, _ = clean_seed(
        seed_text('seeds/a.html', f'<title>市場の朝</title><h1>市場の朝</h1>{QUESTION}')
    )
    text = '\n'.join(chapter.text for chapter in compose([article]))
    for words in (
        '■市へ行く前に',
        'よくある問い',
        '問いの中身',
        '駐車場',
        '広さも',
        '答え',
        '二十台',
    ):
        assert words in text


@pytest.mark.parametrize('tag', ['p class="dek"', 'div class="standfirst"', 'h2'])
def test_a_standfirst_and_both_wrappers_of_a_body_stay_and_boxes_go(tag):
    box = (
        '<div class="aside"><h4>よく読まれている記事</h4><ul><li><a href="/1">橋の話</a></li>'
        '<li><a href="/2">川の話</a></li></ul></div>'
    )
    standfirst = '魚の町の朝は早い。その一日を追った。'
    source = (
        '<title>市場の朝 | 町の新聞</title><header><h1>市場の朝</h1>'
        f'<{tag}>{standfirst}</{tag.split()[0]}></header>'
        f'<div class="grid"><div class="body"><p>{BEFORE}</p><p>{LONG}</p></div>{box}</div>'
        f'<div class="grid"><div class="body"><p>{AFTER}</p></div>{box}</div>'
    )
    article, _ = clean_seed(seed_text('seeds/a.html', source))
    text = '\n'.join(chapter.text for chapter in compose([article]))
    assert [words in text for words in (standfirst, BEFORE, LONG, AFTER)] == [True] * 4
    assert not any(words in text for words in ('よく読まれ', '橋の話', '川の話'))


@pytest.mark.parametrize(
    'title, banner',
    [
        ('市場の朝 | 町の新聞', '市場の朝'),
        ('市場の朝', '市場の朝'),
        ('市場の朝 - 町の新聞', '町の新聞'),
        ('町の新聞 | 市場の朝', '町の新聞</h1><h1>市場の朝'),
    ],
)
def test_the_head_of_a_page_that_stands_in_its_banner_is_the_title_once(title, banner):
    source = (
        f'<title>{title}</title><header><h1>{banner}</h1><p>魚の町の朝は早い。追ってみた。</p>'
        f'</header><div class="body"><p>{BEFORE}</p><p>{LONG}</p></div>'
        f'<div class="body"><p>{AFTER}</p></div>'
    )
    article, _ = clean_seed(seed_text('seeds/a.html', source))
    assert article.title == ('町の新聞' if title.startswith('町') else '市場の朝')
    assert not [block for block in article.blocks if block.kind == 'head']


@pytest.mark.parametrize(
    'blank',
    [
        '<p><br></p>',
        '<p>&nbsp;</p>',
        '<p>　</p>',
        '<div><br></div>',
        '<br><br>',
        '<p><span>&nbsp;</span></p>',
    ],
)
def test_an_empty_paragraph_between_paragraphs_is_a_scene_break(blank):
    lines = [f'<p>{number}つめの台に、氷が運ばれてきた。</p>' for number in '一二三四五六']
    paragraphs, _ = cleaned(''.join([*lines[:3], blank, *lines[3:]]))
    assert [text for text in paragraphs if '.apart' in text] == [
        '四つめの台に、氷が運ばれてきた。\n{: .apart }'
    ]


def test_breaks_between_all_paragraphs_are_no_scene_breaks_but_longer_ones_are():
    lines = [f'{number}つめの台に、氷が運ばれてきた。' for number in '一二三四五六']
    body = f'<p>{"<br><br>".join(lines[:3])}<br><br><br>{"<br><br>".join(lines[3:])}</p>'
    paragraphs, _ = cleaned(body)
    assert [text for text in paragraphs if '.apart' in text] == [
        '四つめの台に、氷が運ばれてきた。\n{: .apart }'
    ]
