"""What rules changed of a line can be replayed, and is no more than what they touched."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import CleaningRecord, clean_seed, record_json, rewrite
from tategumi.cleaning.changes import Change, changed, side_by_side, stages
from tategumi.errors import BadInput
from tategumi.seed import seed_text

MARKS = st.text(
    'あ漢カかA1b .,:;!?()"「」『』（）“”*|#[]{}<>《》\\`~-&;　。、！？…\u200b\t\u3099ｶ',
    max_size=40,
)
CODE = st.sampled_from(
    ['`a b`', 'https://a.example/ ', '{漢字|かん|じ}', '》', '《か》', '\U000f0001']
)
TEXTS = st.lists(MARKS | CODE, max_size=6).map(''.join)
NOTATIONS = st.sampled_from(['plain', 'markdown', 'novel', 'aozora'])


def check_replay(text, changes, result):
    """Every edit finds what it says it replaces, in order, and the last stage is the result."""
    for stage, change in zip([text, *stages(text, changes)], changes):
        done = 0
        for start, old, new in change.edits:
            assert start >= done and stage[start : start + len(old)] == old != new
            done = start + len(old)
    assert changed(text, changes) == result


@given(TEXTS, NOTATIONS)
def test_a_line_replayed_is_the_line_as_it_is_kept(text, notation):
    result, changes = rewrite(text, notation)
    check_replay(text, changes, result)


@given(MARKS, MARKS)
def test_a_change_between_any_two_texts_makes_one_of_the_other(before, after):
    check_replay(before, (Change.between('any', before, after),), after)


@given(st.lists(TEXTS, max_size=6), NOTATIONS)
def test_lines_changed_side_by_side_are_the_changed_lines(texts, notation):
    made = [rewrite(text, notation) for text in texts]
    changes = [*side_by_side([(text, own) for text, (_, own) in zip(texts, made)])]
    check_replay('\n'.join(texts), changes, '\n'.join(text for text, _ in made))


LINES = st.lists(
    TEXTS
    | st.sampled_from(
        [
            '「もう船は出たのか」 「いや まだ沖にいる(らしい)」',
            '灯は消えた !!<br>船は (夜に) 出た. <br />誰もいない ?',
            '　その夜、 船を待った。　風は 止んだ。',
            '<p class="a">港の <b>灯</b> は(消えた)</p>',
            '［＃３字下げ］ 十 二',
        ]
    ),
    min_size=1,
    max_size=8,
).map('\n'.join)


@given(st.sampled_from(['a.txt', 'a.md', 'a.html']), LINES)
def test_the_record_as_json_replays_each_line(name, text):
    try:
        _, record = clean_seed(seed_text(name, text))
    except BadInput:
        return
    for line in json.loads(record_json(CleaningRecord((record,))))['seeds'][0]['lines']:
        if 'changes' in line:
            changes = [Change(each['rule'], each['edits']) for each in line['changes']]
            check_replay(line['text'], changes, line['becomes'])


def cost(text, notation):
    """How often rules changed the text, and how many characters the record of it holds."""
    _, changes = rewrite(text, notation)
    held = sum(len(old) + len(new) for change in changes for _, old, new in change.edits)
    return len(changes), held


@pytest.mark.parametrize('before, after', [('港', '港'), ('「', '」'), ('か！', '')])
@pytest.mark.parametrize(
    'marks',
    [
        *'!?.,:;()"「」*~`&<>[]{}|\\ 　！？',
        *(
            '!?',
            '! ',
            ' !',
            '? ?',
            '."',
            ',"',
            ':"',
            '";',
            '()',
            '(1) ',
            '(',
            '( )',
            '。,',
            '!\u200b',
        ),
        *(
            '（).',
            '（)!',
            '「!',
            '!」',
            '** a **',
            '~~a~~',
            '<p a=b>',
            '</p>',
            '港 (夜) ',
            '&amp;',
            '[^1]',
        ),
        *(
            'か?A',
            '港!A',
            '港 ',
            '港\t',
            'ｶﾞ ',
            'a. ',
            '|港《こう》',
            '（港）（港）',
            'https://a.example/ ',
        ),
    ],
)
def test_a_long_run_is_changed_in_as_many_turns_as_a_short_one(marks, before, after):
    for notation in ('plain', 'markdown', 'aozora'):
        _, short = cost(before + marks * 100 + after, notation)
        turns, long = cost(before + marks * 400 + after, notation)
        # Of short lines all is changed, however many turns it takes; long ones are left at last.
        assert turns <= 50
        assert long <= 5 * short + 400


@pytest.mark.parametrize('mark, wide', [('!', '！'), ('?', '？'), ('!?', '！？'), (' !', '！')])
def test_a_run_after_japanese_text_is_widened_whole(mark, wide):
    text, changes = rewrite(f'港{mark * 5000}')
    assert text == f'港{wide * 5000}' and len(changes) == 1


def test_brackets_beside_brackets_that_become_japanese_do_so_with_them():
    text, changes = rewrite('港' + '(a)' * 3000 + ' x (b)')
    assert text == '港' + '（a）' * 3000 + 'x (b)'
    assert [change.rule for change in changes] == ['half-width-bracket', 'space-after-mark']
