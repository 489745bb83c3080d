"""An editor's pattern may be anything; the press is never kept waiting by it."""

import pytest

from tategumi.cleaning import book_catalogue, clean_seed
from tategumi.errors import BadInput
from tategumi.seed import seed_text

RULE = """- name: harbour-button
  where: anywhere
  line: '{pattern}'
  does: drop
  why: a button of this one site
  examples: ['{example}']
  near_misses: ['沖。']
"""
#: Each with a line that it takes for ever on.
ENDLESS = [
    ('(?:a|aa)+b', 'a' * 60),
    ('(?:港|港港)+灯', '港' * 60),
    ('((?:あ|ああ)+)(?=い)', 'あ' * 60),
]
REFUSED = [
    ('a{99999999999}', 'too large'),
    ('(?:(?:a{1000}){1000}){1000}', 'too large'),
    ('(' * 3000 + ')' * 3000, 'nested too deep'),
    ('(?<=a+)b', 'not a regular expression'),
    ('(?P<a>x)(?P<a>y)', 'not a regular expression'),
    ('x{2}{3}', 'not a regular expression'),
]


def catalogue(folder, pattern, example):
    (folder / 'a.yaml').write_text(RULE.format(pattern=pattern, example=example), encoding='utf-8')
    return book_catalogue(folder)


@pytest.mark.parametrize('pattern, line', ENDLESS, ids=range(len(ENDLESS)))
def test_a_rule_that_takes_for_ever_on_its_example_is_refused(tmp_path, pattern, line):
    with pytest.raises(BadInput, match=r'a\.yaml:1: harbour-button: .*too long.*'):
        catalogue(tmp_path, pattern, line)


def test_one_that_takes_for_ever_on_a_line_of_a_seed_is_named(tmp_path):
    rules = catalogue(tmp_path, '(?:a|aa)+b', 'aab')
    seed = seed_text('seeds/a.txt', '港の灯。\n\n' + 'a' * 60 + '\n\n朝。')
    with pytest.raises(BadInput, match=r'a\.yaml:1: harbour-button: .*too long.*"aaaa'):
        clean_seed(seed, rules=rules)


def test_the_limit_is_of_all_lines_together(tmp_path):
    """Each of them takes a moment; all of them would take for ever."""
    rules = catalogue(tmp_path, '(?:a|aa)+b', 'aab')
    lines = ''.join(f'{"a" * 26}{number}\n\n' for number in range(1000))
    seed = seed_text('seeds/a.txt', f'港の灯。\n\n{lines}')
    with pytest.raises(BadInput, match='too long'):
        clean_seed(seed, rules=rules)


def rewriting(folder, pattern, example, replacement):
    """The rule as one that rewrites ``example`` to a bell."""
    text = RULE.format(pattern=pattern, example=example).replace('line:', 'inside:')
    text = text.replace('drop', f"rewrite\n  replacement: '{replacement}'")
    text = text.replace(f"['{example}']", f"[['{example}', '鐘']]")
    (folder / 'a.yaml').write_text(text, encoding='utf-8')
    return book_catalogue(folder)


@pytest.mark.parametrize('pattern, line', ENDLESS, ids=range(len(ENDLESS)))
def test_one_that_rewrites_lines_is_watched_too(tmp_path, pattern, line):
    with pytest.raises(BadInput, match=r'a\.yaml:1: harbour-button: .*too long.*'):
        rewriting(tmp_path, pattern, line, '鐘')


def test_what_stands_for_a_group_is_its_text(tmp_path):
    rules = rewriting(tmp_path, '(鐘|船)を鳴らす', '鐘を鳴らす', r'\1')
    _, record = clean_seed(seed_text('seeds/a.txt', '港で船を鳴らす。'), rules=rules)
    assert record.lines[0].result == '港で船。'


def test_a_group_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BadInput, match=r'a\.yaml:1: harbour-button: .*does not fit'):
        rewriting(tmp_path, '鐘を鳴らす', '鐘を鳴らす', r'\1')


@pytest.mark.parametrize('pattern, words', REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_pattern_is_named(tmp_path, pattern, words):
    with pytest.raises(BadInput, match=rf'a\.yaml:1: harbour-button: .*{words}'):
        catalogue(tmp_path, pattern, '港')


def test_a_quick_rule_may_meet_as_many_lines_as_there_are(tmp_path):
    rules = catalogue(tmp_path, '船に乗る[a-z]*', '船に乗る')
    seed = seed_text('seeds/a.txt', '港の灯は沖の船を照らす。\n\n' * 3000 + '船に乗るx\n')
    _, record = clean_seed(seed, rules=rules)
    assert record.lines[-1].rule == 'harbour-button'
