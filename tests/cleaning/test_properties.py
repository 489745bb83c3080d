"""What holds for any seed whatever."""

import json
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import CleaningRecord, clean_seed, record_json, rewrite
from tategumi.errors import BadInput
from tategumi.seed import seed_text

ROOT = Path(__file__).parents[2]
SEEDS = sorted(
    [
        *(ROOT / 'seeds').glob('*.txt'),
        *(ROOT / 'tests/seeds').glob('*[!s].txt'),
        *(ROOT / 'tests/seeds').glob('*.md'),
    ]
)

MARKS = (
    'あ漢カー々A1b .,:;!?()"「」『』（）“”*_|#[]{}<>^《》\\`~-&;　。、！？…\u200b\ufeff\t'
    "\u3099ｶﾞ%/='\U000f0000"
)
TEXT = st.text(MARKS, max_size=40) | st.text(max_size=30)
SCRAPED = st.lists(
    TEXT
    | st.sampled_from(
        [
            '',
            '',
            'コメント',
            '• 共有',
            '原文表示',
            '出典: 海',
            '01 港',
            '02 灯',
            '# 題',
            '|船',
            '第一章',
            '***',
            '```',
            '港の灯',
            '港の灯は消えた。',
        ]
    ),
    max_size=12,
).map('\n'.join)
NAMES = st.sampled_from(['seeds/a.txt', 'seeds/a.md'])
PROSE = st.text('あ漢カA1「」、 ', min_size=1, max_size=20).map(lambda text: f'港{text}。')


TAKE_LETTERS = {'repeating-gloss', 'character-reference', 'picture-in-text'}


def letters(text):
    """Letters and figures, whatever their width."""
    return [mark for mark in unicodedata.normalize('NFKC', text) if mark.isalnum()]


def cleaned(name, text):
    """The article and record, or none where nothing is left to print."""
    try:
        return clean_seed(seed_text(name, text))
    except BadInput:
        return None, None


def kept(article):
    return [(block.kind, block.text, block.level) for block in article.blocks]


@given(
    TEXT.filter(lambda text: not set('\r\n') & set(text)),
    st.sampled_from(['plain', 'markdown', 'aozora']),
)
def test_rewriting_twice_is_rewriting_once(text, notation):
    once, changes = rewrite(text, notation)
    assert rewrite(once, notation) == (once, ())
    assert bool(changes) == (once != text)


@given(st.text(MARKS, max_size=40))
def test_no_letter_is_lost_but_by_the_rules_that_say_so(text):
    after, changes = rewrite(text)
    if not {change.rule for change in changes} & TAKE_LETTERS:
        assert letters(after) == letters(text)


@given(NAMES, SCRAPED)
def test_the_record_gives_back_the_seed(name, text):
    _, record = cleaned(name, text)
    if record:
        plain = json.loads(record_json(CleaningRecord((record,))))
        lines = plain['seeds'][0]['lines']
        assert ''.join(line['text'] + line['end'] for line in lines) == text


@given(NAMES, SCRAPED)
def test_every_kept_line_is_in_the_article_and_every_other_says_why(name, text):
    article, record = cleaned(name, text)
    if not article:
        return
    printed = defaultdict(list)
    for block in article.blocks:
        for number, line in zip(block.lines, block.text.split('\n'), strict=True):
            printed[number].append(line)
    for line in record.lines:
        result = line.result
        if line.fate in ('kept', 'changed', 'suspect'):
            assert '\n'.join(printed.pop(line.line)) == result
            assert (line.fate == 'kept') <= (result == line.text)
            assert (line.fate == 'suspect') == bool(line.suspicions)
        else:
            assert line.rule and line.why
            assert (line.fate == 'metadata') == bool(line.field)
    assert printed == {}


@given(SCRAPED, PROSE, st.integers(0, 12))
def test_a_paragraph_of_prose_never_vanishes(text, prose, place):
    lines = text.split('\n')
    lines[place:place] = ['', prose, '']
    article, _ = cleaned('seeds/a.txt', '\n'.join(lines))
    printed = '\n'.join(block.text for block in article.blocks)
    assert rewrite(prose)[0] in printed or prose in printed


@pytest.mark.parametrize('path', SEEDS, ids=lambda path: path.name)
def test_cleaning_a_cleaned_text_changes_nothing(path):
    article, _ = cleaned(path, path.read_text(encoding='utf-8'))
    mark = {'caption': '|'}
    blocks = [
        (
            '#' * block.level + ' '
            if article.notation == 'markdown' and block.kind == 'head'
            else mark.get(block.kind, '')
        )
        + block.text
        for block in article.blocks
    ]
    again, record = cleaned(path, '\n\n'.join([article.title, *blocks]))
    assert kept(again) == kept(article)
    assert {change.rule for line in record.lines for change in line.changes} <= {
        'caption',
        'markdown-head',
    }


@pytest.mark.parametrize('path', SEEDS, ids=lambda path: path.name)
def test_the_record_gives_back_each_sample(path):
    text = path.read_text(encoding='utf-8')
    _, record = cleaned(path, text)
    lines = json.loads(record_json(CleaningRecord((record,))))['seeds'][0]['lines']
    assert ''.join(line['text'] + line['end'] for line in lines) == text
    assert [line['line'] for line in lines] == list(range(1, len(lines) + 1))


def test_a_line_with_more_parts_to_protect_than_there_are_stand_ins():
    line = '`a`港 の' * 70_000
    once, _ = rewrite(line)
    assert once.startswith('`a`港の`a`') and once.count('`a`') == 70_000
    assert rewrite(once) == (once, ())
