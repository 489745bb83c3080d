import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.seed.aozora import is_aozora, parts_of

RULE = '-' * 55
LEGEND = [RULE, '【テキスト中に現れる記号について】', '', '《》：ルビ', RULE]


def test_title_block_legend_text_and_colophon():
    lines = [
        '港の灯',
        'THE HARBOUR',
        'ジョン・スミス',
        '山田太郎訳',
        '',
        *LEGEND,
        '',
        '　本文。',
        '',
        '［＃ここから２字下げ］',
        '手紙。',
        '［＃ここで字下げ終わり］',
        '',
        '底本：「港」',
        '入力：人',
    ]
    assert parts_of(lines) == [
        'title',
        'subtitle',
        'creators',
        'creators',
        'text',
        *['legend'] * 5,
        'text',
        'text',
        'text',
        'indented',
        'indented',
        'text',
        'text',
        'colophon',
        'colophon',
    ]


def test_dialogue_at_the_top_of_an_excerpt_is_no_title():
    assert set(parts_of(['「おい」', '「何だ」', '', '［＃改ページ］'])) == {'text'}


def test_a_colophon_of_two_editions_is_one():
    parts = parts_of(['本文。', '', '底本：「上」', '　　　1954年', '底本：「下」', '入力：人'])
    assert parts == ['text', 'text', *['colophon'] * 4]


def test_rules_without_a_legend_between_are_text():
    assert set(parts_of([RULE, '本文。', RULE, '底本は失われた。'])) == {'text'}


@pytest.mark.parametrize(
    'text',
    [
        LEGEND[1],
        '［＃７字下げ］一［＃「一」は中見出し］',
        '港［＃「港」に傍点］',
        '［＃改ページ］',
        '※［＃「木＋吶のつくり」、第3水準1-85-54］',
    ],
)
def test_its_own_marks_tell_the_notation(text):
    assert is_aozora(f'港の灯。\n{text}\n')


@pytest.mark.parametrize(
    'text',
    ['港《みなと》の灯。', '［＃注］', '《改ページ》', '底本：「港」', '字下げ［＃', '# 見出し'],
)
def test_other_texts_are_not_in_the_notation(text):
    assert not is_aozora(text)


@given(
    st.lists(
        st.sampled_from(
            [
                *LEGEND,
                '',
                '港の灯',
                '山田太郎訳',
                '本文。',
                '底本：「港」',
                '［＃ここから２字下げ］',
                '［＃ここで字下げ終わり］',
            ]
        )
    )
)
def test_every_line_has_one_part(lines):
    assert len(parts_of(lines)) == len(lines)
