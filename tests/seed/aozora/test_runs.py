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
        ('灯［＃「灯」に白ゴマ傍点］', [Run('灯', bouten=True, dots='open')]),
        ('灯［＃「灯」の左に白丸傍点］', [Run('灯', bouten=True, dots='open-circle left')]),
        ('［＃ばつ傍点］灯［＃ばつ傍点終わり］', [Run('灯', bouten=True, dots='cross')]),
        ('12［＃「12」は縦中横］', [Run('12', tcy=True)]),
        ('［＃縦中横］12［＃縦中横終わり］', [Run('12', tcy=True)]),
        ('港［＃「港」は２段階小さな文字］', [Run('港', spans=('small-2',))]),
        ('［＃１段階大きな文字］港［＃大きな文字終わり］', [Run('港', spans=('large',))]),
        ('灯［＃「灯」の左に「ひ」のルビ］', [Run('灯', left='ひ')]),
        ('［＃左にルビ付き］灯［＃左に「ひ」のルビ付き終わり］', [Run('灯', left='ひ')]),
        ('喋［＃「喋」に「ママ」の注記］', [Run('喋', 'ママ')]),
        ('［＃注記付き］喋［＃「ママ」の注記付き終わり］', [Run('喋', 'ママ')]),
        (
            '読［＃一レ］書［＃（ヲ）］',
            [
                Run('読'),
                Run('一レ', spans=('kaeriten',)),
                Run('書'),
                Run('ヲ', spans=('okurigana',)),
            ],
        ),
        ('H2［＃「2」は下付き小文字］', [Run('H'), Run('2', spans=('sub',))]),
        ('港［＃行右小書き］イ［＃行右小書き終わり］', [Run('港'), Run('イ', spans=('sup',))]),
        ('誤［＃「誤」に取消線］', [Run('誤', spans=('struck',))]),
        ('港［＃「港」は斜体］［＃「港」は罫囲み］', [Run('港', spans=('italic', 'frame'))]),
        ('港［＃「港」は同行小見出し］', [Run('港', strong=True)]),
        ('ちり〴〵《ぢりぢり》', [Run('ちり〴〵', 'ぢりぢり')]),
        ('人※［＃始め二重山括弧、1-1-52］ひ', [Run('人'), Run('《'), Run('ひ')]),
        ('［＃改丁］', [Run('［＃改丁］')]),
        ('灯［＃「灯」に二重傍線］', [Run('灯', side_line='side-line double')]),
        ('港［＃割り注］注［＃割り注終わり］', [Run('港'), Run('注', warichu=True)]),
        ('港［＃「港」の左に傍線］', [Run('港', side_line='side-line left')]),
        ('港［＃「港」の左に傍点］', [Run('港', bouten=True, dots='left')]),
        ('港［＃「港」の右に傍点］', [Run('港'), Run('［＃「港」の右に傍点］')]),
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
