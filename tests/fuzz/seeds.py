"""Seeds that nobody meant to write: scraped texts cut up, mixed, and encoded in any way."""

from pathlib import Path

from hypothesis import strategies as st

_SAMPLES = Path(__file__).parents[1] / 'seeds'

#: The ending of a seed's name decides how it is read.
SUFFIXES = ['.txt', '.md', '.html']
ENCODINGS = [
    *['utf-8'] * 8,
    'utf-8-sig',
    'utf-16',
    'utf-16-le',
    'utf-16-be',
    'cp932',
    'euc_jp',
    'iso2022_jp',
    'utf-7',
    'utf-32',
    'latin-1',
]

#: What a site, a screen, a broken tool or an ill will leaves in a text.
SPACES = [
    '',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u2028',
    '\x85',
    '\f',
    '\t',
    ' ',
    '　',
    '    ',
    '\u200b',
]
CHARACTERS = [
    '\x00',
    '\x1b$B',
    '\ufeff',
    '\u200d',
    '\u200f',
    '\u202e',
    '\u2066',
    '\u0301' * 40,
    '\u3099',
    '\ufe0f',
    '\ufffd',
    '\U000f0000',
    '\U000ffffd',
    '\U0010ffff',
    '\U000e0100',
    '🏴\u200d☠️',
    'ｶﾞ',
    'か\u3099',
    'ã\x81\x82',
    '縺ｮ',
    'Ã©',
    'ＡＢＣ',
    '１２３',
]
PROSE = [
    '港の灯は消えた。',
    '彼女は「はい」と答え、',
    '2015年7月13日',
    '5,000万ドル',
    'OpenAI',
    '(汎用)',
    '野郎（野郎）',
    '，',
    'The harbour lights went out. ',
]
MARKS = [*'「」『』（）()【】"\'“”。、！？…・ー々゛|*`_^{}[]<>\\#&;-=~:!/', '――', '々々々々']
LINES = [
    'コメント',
    '• 共有',
    '原文表示',
    'シェアする',
    'いいね 12',
    '関連記事',
    '出典: 海',
    '続きを読む',
    '1 / 3',
    '12',
    'Accept all cookies',
    '#タグ #港',
    '01 ',
    '第一章　',
    '一、',
    'Ⅰ ',
    '① ',
    '■',
    'title: x',
    '-' * 55,
]
MARKDOWN = [
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '> ',
    '>>>> ',
    '|a|b|',
    '|-|-|',
    '***',
    '---',
    '===',
    '```',
    '~~~',
    '**',
    '^12^',
    '《《',
    '》》',
    '{漢字|かん|じ}',
    '](',
    '](x)',
    '[^1]',
    '[^1]: ',
    '![',
    '![絵](a.png)',
    '{: .caption }',
    '{: #id onclick=x }',
    '[海](https://a.example)',
    'https://a.example/?utm_source=x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '[b]',
    '[/b]',
    '[quote]',
    '[/quote]',
    '[url=x]',
    '[code]',
    '[/code]',
    '[[rb:漢 > かん]]',
    '[chapter: 港]',
    '[newpage]',
    '[*]',
]
HTML = [
    '&amp;',
    '&#x0;',
    '&#xD800;',
    '&#1114112;',
    '&nbsp;',
    '&lt;script&gt;',
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<ul><li>',
    '</li></ul>',
    '<table><tr><td>',
    '</td></tr></table>',
    '<ruby>漢<rt>かん</rt></ruby>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<title>題</title>',
    '<h1>',
    '</h1>',
    '<article>',
    '</article>',
    '<img src="a.png" alt="絵">',
    '<pre>',
    '</pre>',
    '<br>',
    '<a href="javascript:x">',
    '</a>',
    '<svg>',
    '<style>',
    '<blockquote>',
    '<s',
    '<p ',
]
AOZORA = [
    '［＃',
    '］',
    '［＃「灯」に傍点］',
    '｜',
    '《',
    '》',
    '《とう》',
    '［＃ここから２字下げ］',
    '※［＃「てへん＋力」、第4水準2-12-93］',
    '［＃改ページ］',
    '底本：「港」',
    "〔e'〕",
    '［＃１字下げ］第一章［＃「第一章」は大見出し］',
]
PIECES = [*SPACES, *CHARACTERS, *PROSE, *MARKS, *LINES, *MARKDOWN, *HTML, *AOZORA]

names = st.sampled_from(SUFFIXES).map(lambda suffix: f'a{suffix}')
mixed = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map(''.join)
prose = st.text('港あ漢カA1「」、 ', min_size=1, max_size=20).map(
    lambda text: f'その夜{text}船を待った。'
)


def _samples():
    """The texts of all samples of scraped sites."""
    return [
        path.read_text(encoding='utf-8')
        for path in sorted(_SAMPLES.rglob('*.*'))
        if path.suffix in SUFFIXES and not path.name.endswith('.right.md')
    ]


@st.composite
def _cut_up(draw, samples=tuple(_samples())):
    """A sample with parts taken out, said twice, turned round, or replaced by pieces."""
    text = draw(st.sampled_from(samples))
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 200)))
        part = text[start:end]
        made = draw(
            st.sampled_from(
                ['', part * 2, part[::-1], part.replace('\n', ''), part.replace('。', '。\n')]
            )
            | mixed
        )
        text = text[:start] + made + text[end:]
    return text


texts = mixed | _cut_up()


@st.composite
def _encoded(draw):
    """The bytes of such a text in some encoding, sound or with bytes changed."""
    data = draw(texts).encode(draw(st.sampled_from(ENCODINGS)), 'replace')
    for _ in range(draw(st.sampled_from([0, 0, 0, 0, 0, 1, 2]))):
        place = draw(st.integers(0, len(data)))
        data = data[:place] + draw(st.binary(max_size=4)) + data[place + draw(st.integers(0, 3)) :]
    return data


files = _encoded() | st.binary(max_size=200)
