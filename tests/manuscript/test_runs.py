"""青空文庫 notation and that of web novels come out of the press as ruby, dots and plain text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.manuscript.runs import markdown_of
from tategumi.markup.parse import parse
from tategumi.seed import novel
from tategumi.seed.aozora import runs_of

MARKS = (
    st.lists(
        st.sampled_from(
            [
                '港',
                '灯',
                'の',
                'カー',
                'a',
                '｜',
                '《',
                '》',
                '《みなと》',
                '［＃「港」に傍点］',
                '［＃傍点］',
                '［＃傍点終わり］',
                '［＃「灯」は太字］',
                '［＃「灯の」に鎖線］',
                '［＃破線］',
                '［＃破線終わり］',
                ']',
                '（',
                '# ',
                '- ',
                '1. ',
                '*',
                '{',
                '}',
                '|',
                '\\',
                '`',
                '^',
            ]
        ),
        min_size=1,
    )
    .map(''.join)
    .map(str.strip)
    .filter(bool)
)


def printed(markdown):
    [block], _ = parse(markdown, 'chapter', Path('.'), Path('.'))
    return block


def text_of(element):
    """Text without readings, whether or not an element is ruby."""
    text = element.text or ''
    for child in element:
        if child.tag.split('}')[-1] != 'rt':
            text += text_of(child)
        text += child.tail or ''
    return text


@pytest.mark.parametrize(
    'line, markdown',
    [
        ('一種の臆病《おくびょう》な', '一種の{臆病|おくびょう}な'),
        ('全然｜放擲《ほうてき》した', '全然{放擲|ほうてき}した'),
        ('今日《きょう》は［＃「今日は」に傍点］', '《《{今日|きょう}は》》'),
        ('灯［＃「灯」は太字］と', '**灯**と'),
        ('灯［＃「灯」に白丸傍点］', '[灯]{.bouten .open-circle}'),
        ('［＃左に傍点］灯［＃左に傍点終わり］', '[灯]{.bouten .left}'),
        ('第12［＃「12」は縦中横］回', '第^12^回'),
        ('12345［＃「12345」は縦中横］', '12345'),
        ('海［＃「海」は１段階小さな文字］', '[海]{.small}'),
        ('灯［＃「灯」の左に「ひ」のルビ］', '[{灯|ひ}]{.ruby-left}'),
        ('海《うみ》［＃「海」の左に「かい」のルビ］', '[{海|うみ}|かい]{.ruby-left}'),
        ('海《うみ》［＃「海」の左に「a|b]」のルビ］', '{海|うみ}（a|b]）'),
        ('喋［＃「喋」に「ママ」の注記］', '{喋|ママ}'),
        ('読［＃レ］書［＃（ヲ）］', '読[レ]{.kaeriten}書[ヲ]{.okurigana}'),
        ('誤［＃「誤」に取消線］', '~~誤~~'),
        ('海［＃「海」は斜体］［＃「海」に傍線］', '[[海]{.italic}]{.side-line}'),
        ('a]［＃「a]」は罫囲み］', '[a\\]]{.frame}'),
        ('人※［＃始め二重山括弧、1-1-52］ひと※［＃終わり二重山括弧、1-1-53］', '人\\《ひと》'),
        (
            '港［＃「港」に傍線］と灯《ひ》［＃「灯」に波線］',
            '[港]{.side-line}と[{灯|ひ}]{.side-line .wavy}',
        ),
        ('［＃左に破線］港［＃左に破線終わり］', '[港]{.side-line .dashed .left}'),
        ('［＃二重傍線］港]の灯［＃二重傍線終わり］', '[港\\]の灯]{.side-line .double}'),
        (
            '灯（［＃割り注］港《みなと》の［＃改行］［＃傍点］灯［＃傍点終わり］［＃割り注終わり］）は',
            '灯[（港（みなと）の**灯**）]{.warichu}は',
        ),
        ('灯［＃割り注］港［＃割り注終わり］', '灯[港]{.warichu}'),
        ('# 港', '\\# 港'),
        ('港*灯*', '港\\*灯\\*'),
    ],
)
def test_notation_of_the_manuscript(line, markdown):
    assert markdown_of(runs_of(line)) == markdown


@pytest.mark.parametrize(
    'line, markdown',
    [
        (
            '｜蒼《あお》い空の下、《《絶対に》》負けられない',
            '{蒼|あお}い空の下、《《絶対に》》負けられない',
        ),
        ('聖剣《エクスカリバー》#光輪__ハロ__#', '{聖剣|エクスカリバー}{光輪|ハロ}'),
        ('スキル《鑑定》と｜《題》*', 'スキル《鑑定》と《題》\\*'),
    ],
)
def test_notation_of_web_novels(line, markdown):
    assert markdown_of(novel.runs_of(line)) == markdown


def test_ruby_and_dots_are_printed():
    block = printed(markdown_of(runs_of('ああ今日《きょう》は［＃「今日は」に傍点］晴れ')))
    assert [child.tag.split('}')[-1] for child in block.iter()] == ['p', 'em', 'ruby', 'rt']
    assert text_of(block) == 'ああ今日は晴れ'


@given(MARKS)
def test_the_text_that_is_printed_is_the_text(line):
    runs = runs_of(line)
    expected = ''.join(
        f'｜{run.text}《{run.reading}》'
        if run.reading and set(']{}|\\`') & set(run.text + run.reading)
        else run.text
        for run in runs
    )
    assert text_of(printed(markdown_of(runs))) == expected
