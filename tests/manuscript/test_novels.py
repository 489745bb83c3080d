"""A novel of so many chapters, headed in whatever shape, is a book of so many chapters."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.manuscript.chapters import compose
from tategumi.seed import seed_text

PROSE = [
    '港に朝が来た。舟はまだ出ない。',
    '「もう行くのか」と兄が言った。',
    '灯台守は手紙を机にしまい、窓を開けた。',
    '風は北から吹いている。波が高かった。',
    '道は暗く、足もとが見えない。',
    '「第一話は読んだか」',
    '三人が残り、一人が去った。',
]
TITLES = [
    '灯の消えた夜',
    '舟と兄',
    'Harborの灯',
    '三人目の客',
    '岬へ！',
    '波の音は？',
    '1972年の夏',
]
KANJI = '〇一二三四五六七八九十'
NUMERALS = [
    str,
    lambda number: str(number).translate(str.maketrans('0123456789', '０１２３４５６７８９')),
    lambda number: KANJI[number],
    lambda number: f'{number:03d}',
    lambda number: ' ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'[number],
]
#: What names the number and what it counts; between number and title; around all of it.
NAMED = [('第', '話'), ('第', '章'), ('第', '回'), ('第', '夜'), ('', '話'), ('第', 'の灯')]
WORDS = [
    ('その', ''),
    ('エピソード', ''),
    ('港の灯　第', '話'),
    ('', '日目'),
    ('＃', ''),
    ('', ''),
]
BETWEEN = ['　{}', ' {}', '：{}', '「{}」', '【{}】', '『{}』']
AROUND = ['{}', '■{}', '【{}】', '◇{}◇']


@st.composite
def heads(draw):
    """A list of heads in one shape."""
    before, counter = draw(st.sampled_from(NAMED + WORDS))
    numeral = draw(st.sampled_from(NUMERALS[:2] if before == '＃' else NUMERALS))
    between = draw(st.sampled_from(BETWEEN))
    is_plain = between.startswith(('　', ' ', '：'))
    around = draw(st.sampled_from(AROUND if is_plain and (before or counter) else AROUND[:1]))
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=3, max_size=7, unique=True))
    return titles, [
        around.format(f'{before}{numeral(number)}{counter}{between.format(title)}')
        for number, title in enumerate(titles, 1)
    ]


@settings(max_examples=60, deadline=None)
@given(heads(), st.integers(0, 2), st.sampled_from(['', '　']), st.data())
def test_so_many_heads_make_so_many_chapters(named, blank, indent, data):
    titles, lines = named
    seed = ['灯台守の手紙', '']
    for line in lines:
        prose = data.draw(st.lists(st.sampled_from(PROSE), min_size=2, max_size=5))
        prose = [*prose, PROSE[3]]
        seed += [line, *[''] * blank, *(f'{indent}{text}' for text in prose), *[''] * blank]
    article, record = clean_seed(seed_text('seeds/a.txt', '\n'.join(seed)))
    made = compose([article])
    firsts = [chapter.text.split('\n')[0] for chapter in made]
    assert article.title == '灯台守の手紙'
    assert len(firsts) == len(titles)
    assert all(title in first for title, first in zip(titles, firsts))
    # Nothing but blank lines, and words said twice, is left out.
    dropped = {line.rule for line in record.lines if line.fate == 'dropped'}
    assert dropped <= {'blank-line', 'doubled'} or dropped <= {'blank-line', 'doubled-paragraph'}
