"""Calls of notes stay where their notes came with the text, and go where they did not."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.manuscript import compose
from tategumi.seed import seed_text

PROSE = ['港の灯{}は、その夜も消えなかった。', '老いた番人{}は長い手紙を書いていた。']
NOTES = ['灯浜の灯台の灯のこと。', '代々の番人のうち四人目。']


def made(calls, marks, head=''):
    text = '\n'.join(
        [line.format(call) for line, call in zip(PROSE, calls)]
        + [head]
        + [f'{mark}{note}' for mark, note in zip(marks, NOTES)]
    )
    article, _ = clean_seed(seed_text('seeds/a.txt', text))
    return '\n'.join(chapter.text for chapter in compose([article]))


@pytest.mark.parametrize(
    'calls, marks',
    [
        (('[1]', '[2]'), ('[1] ', '[2] ')),
        (('［１］', '［２］'), ('［１］', '［２］')),
        (('[注1]', '[注2]'), ('[注1]　', '[注2]　')),
        (('［注1］', '［注2］'), ('注1　', '注2　')),
    ],
)
def test_notes_that_came_with_the_text_are_called(calls, marks):
    text = made(calls, marks)
    assert '港の灯[^1]は' in text and f'[^2]: {NOTES[1]}' in text


def test_below_a_head_the_number_alone_is_a_notes():
    text = made(('[1]', '[2]'), ('1. ', '2. '), '脚注')
    assert all(call in text for call in (r'灯\[1]は', r'番人\[2]は'))


@pytest.mark.parametrize('marks', [('', ''), ('1. ', '2. '), ('[8] ', '[9] ')])
def test_calls_of_notes_that_did_not_come_go(marks):
    text = made(('[1]', '[2]'), marks)
    assert '港の灯は' in text and '番人は' in text
