"""Every rule does what it says on its examples and leaves its near misses alone."""

import re
import signal
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tategumi.cleaning.rules import PROCEDURES, catalogue

RULES = catalogue().rules
# Lines that count for what recurs around them.
REPEATS = {
    'subtitle',
    'page',
    'running-head',
    'doubled',
    'timecode',
    'title-again',
    'author-again',
    'gutenberg',
    'gutenberg-header',
    'gutenberg-below-title',
    'gutenberg-below-field',
    'byline',
    'credit',
    'above-notes',
    'below-picture',
    'right-below-picture',
    'above-text',
    'below-text',
    'within',
    'structure',
}
# Parts of a text in 青空文庫 notation, which its own marks tell apart.
PARTS = {'title', 'subtitle', 'creators', 'legend', 'colophon', 'indented', 'raised'}


def each(attribute):
    return [
        pytest.param(rule, case, id=f'{rule.name}-{number}')
        for rule in RULES
        for number, case in enumerate(getattr(rule, attribute))
    ]


@pytest.mark.parametrize('rule, example', each('examples'))
def test_examples(rule, example):
    if rule.does == 'rewrite':
        before, after = example
        assert rule.rewrite(before) == after
        assert rule.rewrite(after) == after
    elif rule.does == 'suspect':
        assert rule.finds(example)
    else:
        assert rule.match_line(example)


@pytest.mark.parametrize('rule, near_miss', each('near_misses'))
def test_near_misses(rule, near_miss):
    if rule.does == 'rewrite':
        assert rule.rewrite(near_miss) == near_miss
    elif rule.does == 'suspect':
        assert not rule.finds(near_miss)
    else:
        assert not rule.match_line(near_miss)


@pytest.mark.parametrize('rule', [rule for rule in RULES if rule.line], ids=lambda rule: rule.name)
def test_no_line_holds_a_rule_up(rule):
    def stop(*_):
        raise AssertionError(f'{rule.name} takes more than a second on: {line}')

    before = signal.signal(signal.SIGALRM, stop)
    try:
        for text in {
            word for case in (*rule.examples, *rule.near_misses) for word in (case, *case.split())
        }:
            for between in ('', ' ', '  ', '\u3000 '):
                line = f'{text}{between}' * (399 // len(f'{text}{between}' or ' ')) + '!'
                signal.setitimer(signal.ITIMER_REAL, 1)
                rule.match_line(line)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize('rule', RULES, ids=lambda rule: rule.name)
def test_no_name_is_left_in_a_pattern(rule):
    pattern = (rule.line or rule.inside or re.compile('')).pattern
    assert not re.search('%[a-z][a-z-]*%', pattern)


@pytest.mark.parametrize('rule', RULES, ids=lambda rule: rule.name)
def test_every_rule_says_what_it_does_and_why(rule):
    assert len(rule.examples) >= 2 and rule.near_misses
    assert rule.why and '\n' not in rule.why
    assert bool(rule.line) + bool(rule.inside) + bool(rule.by) == 1
    assert not rule.by or rule.by in PROCEDURES
    assert rule.does in {
        'drop',
        'metadata',
        'caption',
        'quotation',
        'indent',
        'line-end',
        'scene-break',
        'head',
        'rewrite',
        'suspect',
        'table',
        'list',
    }
    assert set(rule.where) <= {
        'top',
        'head',
        'tail',
        'anywhere',
        'paragraph',
        'label',
        'profile',
        'on-a-page',
        *REPEATS,
        *(PARTS if rule.notation == 'aozora' else ()),
        *(['front-matter'] if rule.notation == 'markdown' else []),
    }


def test_names_are_given_once():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_prose_is_no_rules_line():
    prose = [
        '港の灯は消えなかった。',
        '「行くのか」と彼は言った。',
        'コメントは差し控えた。',
        '1 人は去り、二人が残った。',
        '第一章では触れなかった。',
    ]
    around = {*PARTS, *REPEATS, 'front-matter'}
    taken = [
        (rule.name, text)
        for rule in RULES
        for text in prose
        if rule.line and not around & {*rule.where} and rule.match_line(text)
    ]
    assert taken == []


@pytest.mark.parametrize(
    'rule', [rule for rule in catalogue().rules if rule.needs], ids=lambda rule: rule.name
)
@settings(max_examples=40)
@given(st.text('あ漢カかA1b .,:;!?()"「」（）“”*|#[]{}<>=/p《》\\~-&;　。！？\t', max_size=40))
def test_a_rule_has_no_work_without_what_it_needs(rule, text):
    without = text.translate(dict.fromkeys(map(ord, rule.needs)))
    work = rule.finds if rule.does == 'suspect' else replace(rule, needs='').edits
    assert not work(without)
