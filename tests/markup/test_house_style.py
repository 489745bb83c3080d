"""How figures, acronyms and marks stand in vertical text."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.markup.numerals import by_position, by_unit

UPRIGHT = re.compile(r'<span class="upright">(.*?)</span>')
IN_NUMBER = re.compile(r'<span class="number-(?:comma|point)">(.)</span>')
SIDEWAYS = re.compile('<span class="sideways">([‘’“”])</span>')
TCY = re.compile(r'<span class="tcy">(.*?)</span>')


def short(xhtml):
    """Upright runs in ⟨⟩, tate-chu-yoko in [], marks within numbers in ‹›."""
    xhtml = SIDEWAYS.sub(r'\1', IN_NUMBER.sub(r'‹\1›', xhtml))
    return TCY.sub(r'[\1]', UPRIGHT.sub(r'⟨\1⟩', xhtml))


@pytest.mark.parametrize(
    'typed, read',
    [
        ('7月13日', '⟨7⟩月[13]日'),
        ('2015年', '⟨2015⟩年'),
        ('5,000万ドル', '⟨5000⟩万ドル'),
        ('１２，３４５円', '⟨12345⟩円'),
        ('第１２回', '第[12]回'),
        ('円周率3.14', '円周率⟨3⟩‹・›⟨14⟩'),
        ('50%と100％と5%', '[50]％と⟨100⟩％と⟨5⟩％'),
        ('7-8人', '⟨7⟩–⟨8⟩人'),
        ('2017〜2018年', '⟨2017⟩〜⟨2018⟩年'),
        ('10:30発', '[10]：[30]発'),
        ('1/2に', '[1/2]に'),
        ('$50と¥5,000と€5', '＄[50]と￥⟨5000⟩と⟨€⟩⟨5⟩'),
        ('000,111番', '⟨000⟩,⟨111⟩番'),
        ('ＨＰ100/100、Ｌｖ99、Ａ4判', 'ＨＰ⟨100⟩／⟨100⟩、Ｌｖ[99]、Ａ⟨4⟩判'),
        ('2024/05/12', '⟨2024⟩／[05]／[12]'),
        ('気温は-5℃、−5℃', '気温は−⟨5⟩℃、−⟨5⟩℃'),
        ('第3-5回', '第⟨3⟩–⟨5⟩回'),
        ('pp.10–20とCO₂とx²+y²と50m²', 'pp.10–20とCO₂とx²+y²と50m²'),
        ('COVID-19は', 'COVID-19は'),
        ('Windows 95は', 'Windows 95は'),
        ('https://example.com/2015/07を', 'https://example.com/2015/07を'),
    ],
)
def test_figures_upright(desk, typed, read):
    assert short(desk.inner(typed)) == read


@pytest.mark.parametrize(
    'typed, read',
    [
        ('2015年7月13日', '二〇一五年七月十三日'),
        ('5,000万ドル', '五千万ドル'),
        ('1,000万円と1,000円', '一千万円と千円'),
        ('10億', '十億'),
        ('52番の11人', '五十二番の十一人'),
        ('100年の歴史、2000年間', '百年の歴史、二千年間'),
        ('90年代と1990年代', '九〇年代と一九九〇年代'),
        ('3.14', '三‹・›一四'),
        ('二、三〇〇円と三、四人と3、4人', '二‹、›三〇〇円と三‹、›四人と三‹、›四人'),
        ('一、二、三、四と九、五', '一、二、三、四と九、五'),
        ('12,345人と120000人', '一万二千三百四十五人と十二万人'),
        ('0120-345-678へ', '〇一二〇–三四五–六七八へ'),
        ('10:05', '一〇：〇五'),
        ('0個', '〇個'),
        ('© 2024 青井と©1999', '© 二〇二四 青井と©一九九九'),
        ('D1', '⟨D1⟩'),
    ],
)
def test_figures_in_kanji(desk, typed, read):
    assert short(desk.inner(typed, figures='kanji')) == read


@pytest.mark.parametrize(
    'typed, read',
    [
        ('2015年7月13日', '二〇一五年七月一三日'),
        ('25人と150人', '二五人と一五〇人'),
        ('5,000万ドル', '五〇〇〇万ドル'),
        ('12,345人と120000人', '一万二三四五人と一二万人'),
        ('100,000,005', '一億五'),
        ('3.14と0個', '三‹・›一四と〇個'),
    ],
)
def test_figures_in_kanji_without_units_below_ten_thousand(desk, typed, read):
    assert short(desk.inner(typed, figures='kanji-digits')) == read


@given(st.integers(0, 10**20 - 1))
def test_kanji_figures_mean_the_number(number):
    assert value(by_unit(str(number))) == number
    assert (
        int(''.join(str('〇一二三四五六七八九'.index(c)) for c in by_position(str(number))))
        == number
    )


def value(kanji):
    total = group = digit = 0
    for character in kanji:
        if character in '〇一二三四五六七八九':
            digit = '〇一二三四五六七八九'.index(character)
        elif character in '十百千':
            group += (digit or 1) * 10 ** ('十百千'.index(character) + 1)
            digit = 0
        else:
            total += (group + digit) * 10 ** (4 * ('万億兆京'.index(character) + 1))
            group = digit = 0
    return total + group + digit


@pytest.mark.parametrize(
    'typed, read',
    [
        ('AIとAGIとCEO', '⟨AI⟩と⟨AGI⟩と⟨CEO⟩'),
        ('モデルSの', 'モデル⟨S⟩の'),
        ('UNICEFは', 'UNICEFは'),
        ('D1とGPT4とH2O', '⟨D1⟩と⟨GPT4⟩と⟨H2O⟩'),
        ('A4と3DとG20と20G', '⟨A4⟩と⟨3D⟩と⟨G⟩[20]と[20]⟨G⟩'),
        ('iPS3とMH370', 'iPS3とMH370'),
        ('OpenAIとxAIとDALL-EとI-JEPA', 'OpenAIとxAIとDALL-EとI-JEPA'),
        ('AI Safety Labは', 'AI Safety Labは'),
        ('D. 中小', 'D. 中小'),
        ('C++とC#', 'C++とC#'),
        ('**AI**の', '<strong>⟨AI⟩</strong>の'),
        ('Open**AI**の', 'Open<strong>AI</strong>の'),
    ],
)
def test_acronyms(desk, typed, read):
    assert short(desk.inner(typed)) == read


def test_the_house_may_set_acronyms_sideways(desk):
    assert desk.inner('AIとS', acronyms=0) == 'AIとS'
    assert short(desk.inner('AIとAGI', acronyms=2)) == '⟨AI⟩とAGI'


@pytest.mark.parametrize(
    'typed, read',
    [
        ('何!?', '何[!?]'),
        ('何！！と', '何[!!]と'),
        ('何？ と！', '何？ と！'),
        ('何！！！！', '何！！！！'),
        ('“引用”', '〝引用〟'),
        ('“quoted” only', '“quoted” only'),
        ('彼は—いや─', '彼は―いや――'),
        ('東京―大阪、あの…それ、「…あ…」', '東京―大阪、あの…それ、「……あ……」'),
        ('ねえ‐‐と--と', 'ねえ――と――と'),
        ('ｱｲｳｶﾞと｢ｶ｣', 'アイウガと「カ」'),
        ('あ゛えﾞか゛', 'あ\u3099え\u3099が'),
        ('“I know,” Alice said. と', '“I know,” Alice said. と'),
        ('"I know," it\'s と', '“I know,” it’s と'),
        ('"I know," she said.', '“I know,” she said.'),
        ('だ〰れ', 'だ<span class="sideways">〰</span>れ'),
        ('だ〰〰れ', 'だ<span class="sideways">〰〰</span>れ'),
        ('甲﹙乙﹚', '甲<span class="sideways">﹙</span>乙<span class="sideways">﹚</span>'),
        ('彼は――いや', '彼は――いや'),
        ('それは…', 'それは……'),
        ('それは……', 'それは……'),
        ('Paris—Londonは', 'Paris—Londonは'),
        ('行け!　何?', '行け！　何？'),
        ('Yahoo!と', 'Yahoo!と'),
        ('"あれ"と\'これ\'', '〝あれ〟と‘これ’'),
        ('"OK"です', '〝⟨OK⟩〟です'),
        ('春~夏', '春〜夏'),
    ],
)
def test_marks(desk, typed, read):
    assert short(desk.inner(typed)) == read


@pytest.mark.parametrize(
    'typed, read',
    [
        ('彼はIt’sと言う', '彼はIt<’>sと言う'),
        ("彼はIt'sと言う", '彼はIt<’>sと言う'),
        ('boys’ schoolと’97年', 'boys<’> schoolと<’>97年'),
        ('“引用”と“Hello there”と', '“引用”と<“>Hello there<”>と'),
        ('"引用"と"I know"と', '“引用”と<“>I know<”>と'),
        ('‘日本のAI’だ', '‘日本のAI’だ'),
        ('All of it’s “his”.', 'All of it<’>s <“>his<”>.'),
    ],
)
def test_quotes_of_latin_words_are_as_wide_as_these_in_horizontal_writing_too(desk, typed, read):
    set_so = desk.inner(typed, writing='horizontal')
    assert SIDEWAYS.sub(r'<\1>', set_so) == read


@pytest.mark.parametrize('typed', ['`2015 AI —`', '{漢字|2015}', '^AB^'])
def test_what_is_set_already_is_left_alone(desk, typed):
    read = desk.inner(typed)
    assert 'upright' not in read and '――' not in read


def test_figures_of_notes_follow_the_house(desk):
    assert '（一）' in desk.chapter('字[^1]\n\n[^1]: 注', figures='kanji').xhtml


def plain(text):
    """Text as its reader counts it: without comma groups, white space and doubled marks."""
    text = unicodedata.normalize('NFKC', text)
    text = re.sub(
        r'(?<![\d,])([1-9]\d{0,2}(?:,\d{3})+)(?!\d)', lambda m: m.group().replace(',', ''), text
    )
    text = re.sub(r'(?<=\d)\.(?=\d)', '・', text)
    text = re.sub('[-‐‑‒–—―−─]+', '-', text.replace('“', '〝').replace('”', '〟'))
    return re.sub(r'\s+', '', re.sub(r'\.{3,}', '...', text))


ALPHABET = list('春の海はひねもす、。「」（）ー・') + [
    '2015',
    '7',
    '13',
    '5,000',
    '3.14',
    '１２',
    '%',
    '％',
    '-',
    ':',
    '/',
    '$',
    '—',
    '…',
    '“',
    '”',
    '!',
    '?',
    '！',
    '？',
    ' ',
    'AI',
    'OpenAI',
    'D1',
    'S',
    'Sam Altman',
    '*',
    '_',
    '<',
    '>',
    '&',
    '{',
    '}',
    '|',
    '^',
    '#',
    '《',
    '》',
    '[',
    ']',
    '`',
    '\\',
    '&amp;',
    '<b>',
    '\u3000',
]


@given(st.lists(st.sampled_from(ALPHABET), max_size=40).map(''.join))
def test_the_text_of_the_manuscript_is_the_text_of_the_book(bare_desk, text):
    escaped = re.sub(r'([\\`*_{}\[\]()#+\-.!<>^|《&])', r'\\\1', text)
    section = bare_desk.section(f'字{escaped}')
    assert plain(''.join(section.itertext())) == plain(f'字{text}')


@pytest.mark.parametrize(
    'typed, read',
    [
        ('2015年7月13日', '2015年7月13日'),
        ('１２，３４５円と５０％', '12,345円と50%'),
        ('円周率3.14、1/2', '円周率3.14、1/2'),
        ('AIは何!? “本当”か…', 'AIは何！？ “本当”か……'),
    ],
)
def test_horizontal_text_has_half_width_figures_and_full_width_marks(desk, typed, read):
    assert short(desk.inner(typed, writing='horizontal')) == read


def test_kanji_figures_may_be_had_in_horizontal_text_too(desk):
    read = desk.inner('2015年に$50を1/2', writing='horizontal', figures='kanji')
    assert read == '二〇一五年に＄五十を1/2'


@given(
    st.text('あ本AI0１29,.:/!?！“”…―-％$ ', max_size=30),
    st.sampled_from(['upright', 'kanji', 'kanji-digits']),
)
def test_nothing_stands_upright_or_side_by_side_in_horizontal_text(bare_desk, text, figures):
    body = bare_desk.chapter('本' + text, writing='horizontal', figures=figures).xhtml
    assert 'class="tcy"' not in body and 'class="upright"' not in body


@pytest.mark.parametrize(
    'typed, read',
    [
        ('来た！誰が？私だ。', '来た！　誰が？　私だ。'),
        ('来た！「誰だ」', '来た！　「誰だ」'),
        ('「来た！」と言う', '「来た！」と言う'),
        ('来た！――誰が？……', '来た！――誰が？……'),
        ('来た！　誰が？', '来た！　誰が？'),
        ('来た！！誰が', '来た！！　誰が'),
        ('Yahoo!ニュース', 'Yahoo!ニュース'),
    ],
)
def test_an_em_stands_between_a_dividing_mark_and_text_where_the_house_wants_it(desk, typed, read):
    """JLReq §3.1.6."""
    found = ''.join(desk.section(typed, dividing_space='em')[0].itertext())
    assert found.replace('!!', '！！') == read
    assert '　' not in ''.join(desk.section('来た！誰が', dividing_space='typed').itertext())
