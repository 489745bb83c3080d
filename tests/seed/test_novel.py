"""Ruby and bouten of web novels are found, and brackets that are none are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.seed.aozora import Run
from tategumi.seed.novel import is_novel, runs_of
from tategumi.seed.text import seed_text

MARKS = st.lists(
    st.sampled_from(
        [
            '港',
            '灯',
            'の',
            'カー',
            'ab',
            '｜',
            '|',
            '《',
            '》',
            '《みなと》',
            '《ファイア》',
            '《鑑定》',
            '《《',
            '》》',
            '#',
            '__',
            ' ',
            '　',
        ]
    )
).map(''.join)


@pytest.mark.parametrize(
    'line, runs',
    [
        ('｜蒼《あお》い', [Run('蒼', 'あお'), Run('い')]),
        ('|蒼い空《ブルースカイ》へ', [Run('蒼い空', 'ブルースカイ'), Run('へ')]),
        ('一つの魔法陣《まほうじん》だ', [Run('一つの'), Run('魔法陣', 'まほうじん'), Run('だ')]),
        ('《《絶対》》に', [Run('絶対', bouten=True), Run('に')]),
        ('#聖剣__エクスカリバー__#を', [Run('聖剣', 'エクスカリバー'), Run('を')]),
        (
            '｜禁書《インデックス・リブロールム・プロヒビトールム》',
            [Run('禁書', 'インデックス・リブロールム・プロヒビトールム')],
        ),
        (
            f'彼は｜{"勇気と友情と努力と" * 4}《すべて》を',
            [Run('彼は'), Run('勇気と友情と努力と' * 4, 'すべて'), Run('を')],
        ),
        ('｜朝（あさ）と|夜(よる)', [Run('朝', 'あさ'), Run('と'), Run('夜', 'よる')]),
        ('｜朝≪あさ≫へ', [Run('朝', 'あさ'), Run('へ')]),
        ('｜朝（九時）へ', [Run('｜朝（九時）へ')]),
        ('**朝《あさ》**へ', [Run('朝', 'あさ', strong=True), Run('へ')]),
        ('題は｜《港》', [Run('題は'), Run('《港》')]),
        ('魔法《炎》を', [Run('魔法《炎》を')]),
        ('スキル《かんてい》を', [Run('スキル《かんてい》を')]),
        ('港（みなと）へ', [Run('港（みなと）へ')]),
    ],
)
def test_ruby_and_bouten(line, runs):
    assert runs_of(line) == runs


@pytest.mark.parametrize(
    'text, notation',
    [
        ('彼は｜宇宙《そら》を見た。', 'novel'),
        ('彼は宇宙《そら》を見た。', 'novel'),
        ('それは《《彼》》だ。', 'novel'),
        ('#宇宙__そら__#を見た。', 'novel'),
        # The name of a spell or a film, or a table drawn with bars.
        ('彼は魔法《ファイア》を放った。', 'plain'),
        ('映画《港の灯》を見た。', 'plain'),
        ('| 港 | 灯 |\n\n《港》', 'plain'),
        ('__init__と#港', 'plain'),
        ('港《みなと》\n\n灯［＃「灯」に傍点］', 'aozora'),
    ],
)
def test_only_what_can_be_nothing_else_makes_a_novel(text, notation):
    assert seed_text('a.txt', f'夜だった。\n\n{text}\n').notation == notation


@pytest.mark.parametrize(
    'line, said',
    [
        ('<ruby>竜<rt>りゅう</rt></ruby>が', '｜竜《りゅう》が'),
        ('<ruby><rb>炎</rb><rp>（</rp><rt>ほのお</rt><rp>）</rp></ruby>', '｜炎《ほのお》'),
        ('<RUBY>東<RT>とう</RT>京<RT>きょう</RT></RUBY>', '｜東《とう》｜京《きょう》'),
        ('<ruby>竜<rt>りゅう</ruby>', '｜竜《りゅう》'),
        ('<b>太字</b>と<strong>強</strong>', '**太字**と**強**'),
        ('<ruby>竜</ruby>', '<ruby>竜</ruby>'),
        ('1<2、3>2', '1<2、3>2'),
    ],
)
def test_tags_of_ruby_in_a_text_are_its_marks(line, said):
    seed = seed_text('a.txt', f'｜港《みなと》の夜だった。\n\n{line}\n')
    assert seed.notation == 'novel'
    assert seed.lines[2].content == said
    assert ''.join(each.text + each.end for each in seed.lines) == seed.text


def test_tags_of_ruby_alone_make_a_novel():
    assert seed_text('a.txt', '彼は<ruby>竜<rt>りゅう</rt></ruby>だ。').notation == 'novel'
    assert seed_text('a.txt', '彼は<ruby>を学ぶ。').notation == 'plain'


@given(MARKS)
def test_no_character_of_the_text_is_lost(line):
    marks = set('｜|《》#_')
    said = ''.join(run.text + run.reading for run in runs_of(line))
    assert [c for c in said if c not in marks] == [c for c in line if c not in marks]
    if not is_novel(line) and '《' not in line:
        assert runs_of(line) == ([Run(line)] if line else [])
