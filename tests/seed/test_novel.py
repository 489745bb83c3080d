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


@given(MARKS)
def test_no_character_of_the_text_is_lost(line):
    marks = set('｜|《》#_')
    said = ''.join(run.text + run.reading for run in runs_of(line))
    assert [c for c in said if c not in marks] == [c for c in line if c not in marks]
    if not is_novel(line) and '《' not in line:
        assert runs_of(line) == ([Run(line)] if line else [])
