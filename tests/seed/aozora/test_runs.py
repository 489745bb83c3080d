import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.seed.aozora import Run, runs_of

MARKS = st.lists(
    st.sampled_from(
        [
            '港',
            '灯',
            'の',
            'カー',
            'ab',
            '｜',
            '《',
            '》',
            '《みなと》',
            '［＃',
            '］',
            '「',
            '」に傍点］',
            '［＃「港」に傍点］',
            '［＃「灯の港」に傍点］',
            '［＃傍点］',
            '［＃傍点終わり］',
            '［＃太字］',
            '［＃「灯」は太字］',
            '※［＃「口」］',
        ]
    )
).map(''.join)


@pytest.mark.parametrize(
    'line, runs',
    [
        ('一種の臆病《おくびょう》な', [Run('一種の'), Run('臆病', 'おくびょう'), Run('な')]),
        ('全然｜放擲《ほうてき》し', [Run('全然'), Run('放擲', 'ほうてき'), Run('し')]),
        ('五ツ辻《つじ》', [Run('五ツ'), Run('辻', 'つじ')]),
        ('このパリ《みやこ》', [Run('この'), Run('パリ', 'みやこ')]),
        ('《題》と', [Run('《題》'), Run('と')]),
        ('ああ今日［＃「今日」に傍点］は', [Run('ああ'), Run('今日', bouten=True), Run('は')]),
        (
            'ああ今日《きょう》は［＃「今日は」に傍点］',
            [Run('ああ'), Run('今日', 'きょう', True), Run('は', bouten=True)],
        ),
        (
            'ああ［＃傍点］今日［＃傍点終わり］は',
            [Run('ああ'), Run('今日', bouten=True), Run('は')],
        ),
        ('灯［＃「灯」は太字］', [Run('灯', strong=True)]),
        ('灯［＃「灯」に白ゴマ傍点］', [Run('灯', bouten=True)]),
        ('灯［＃「灯」に二重傍線］', [Run('灯', side_line='side-line double')]),
        ('港［＃割り注］注［＃割り注終わり］', [Run('港'), Run('注', warichu=True)]),
        ('港［＃「港」の左に傍線］', [Run('港', side_line='side-line left')]),
        ('港［＃「港」の左に傍点］', [Run('港'), Run('［＃「港」の左に傍点］')]),
        ('港［＃「灯」に傍点］', [Run('港'), Run('［＃「灯」に傍点］')]),
        ('［＃傍点］港', [Run('［＃傍点］'), Run('港')]),
    ],
)
def test_ruby_and_emphasis(line, runs):
    assert runs_of(line) == runs


@given(MARKS)
def test_no_letter_of_the_text_is_lost(line):
    said = ''.join(run.text + run.reading for run in runs_of(line))
    for letter in '港灯のab':
        notes = sum(part.count(letter) for part in line.replace('］', '［').split('［')[1::2])
        assert said.count(letter) >= line.count(letter) - notes


@given(MARKS)
def test_runs_are_never_empty(line):
    assert all(run.text for run in runs_of(line))
