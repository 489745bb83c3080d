"""An editor's own rules: they act before the press's own, or their fault is named."""

import pytest

from tategumi.cleaning import book_catalogue, clean_seed
from tategumi.cleaning.rules import catalogue
from tategumi.errors import BadInput
from tategumi.seed import seed_text

RULE = """- name: harbour-button
  where: anywhere
  line: '船に乗る'
  does: drop
  why: a button of this one site
  examples: ['船に乗る']
  near_misses: ['船に乗る。']
"""


def rules(tmp_path, text, name='a.yaml'):
    (tmp_path / name).write_text(text, encoding='utf-8')
    return book_catalogue(tmp_path)


def test_a_rule_of_the_book_acts_and_is_named(tmp_path):
    seed = seed_text('seeds/a.txt', '港の灯。\n\n船に乗る\n\n朝。')
    article, record = clean_seed(seed, rules=rules(tmp_path, RULE))
    assert [block.text for block in article.blocks] == ['港の灯。', '朝。']
    line = record.lines[2]
    assert (line.fate, line.rule, line.why) == (
        'dropped',
        'harbour-button',
        'a button of this one site',
    )
    assert len(clean_seed(seed)[0].blocks) == 3


def test_it_comes_before_the_presss_own(tmp_path):
    text = RULE.replace('船に乗る', '第一章').replace("['第一章。']", "['第二章']")
    article, _ = clean_seed(
        seed_text('seeds/a.txt', '港。\n\n第一章\n\n朝。'), rules=rules(tmp_path, text)
    )
    assert [block.kind for block in article.blocks] == ['paragraph', 'paragraph']


def test_no_folder_or_no_rule_leaves_the_presss_own(tmp_path):
    assert book_catalogue(tmp_path / 'rules') is catalogue()
    assert rules(tmp_path, '# none yet\n') is catalogue()


@pytest.mark.parametrize(
    'before, after, line, message',
    [
        ('does: drop', 'does: vanish', 1, '"does" must be one of'),
        ('does: drop', 'does: metadata colour', 1, '"colour"'),
        ('where: anywhere', 'where: nowhere', 1, '"where" must be one of'),
        ('where: anywhere', 'where: page', 1, 'a group named number'),
        ("'船に乗る'\n  does", "'(船'\n  does", 1, 'not a regular expression'),
        ('  why: a button of this one site\n', '', 1, 'needs "why"'),
        ('why:', 'wy: x\n  why:', 1, 'unknown key "wy"'),
        ("examples: ['船に乗る']", "examples: ['港']", 1, 'does not see the example 港'),
        ("near_misses: ['船に乗る。']", "near_misses: ['船に乗る']", 1, 'sees the near miss'),
        ("near_misses: ['船に乗る。']", 'near_misses: 船', 1, '"near_misses" must be a list'),
        ("examples: ['船に乗る']", 'examples: [[1]]', 1, 'lists of text'),
        ('does: drop', 'does: rewrite', 1, 'needs "inside" alone'),
        (RULE, 'name: x\n', 1, 'must be a list of rules'),
        (RULE, '- [x]\n', 1, 'list of "key: value" lines'),
        ('name: harbour-button', 'name: list-of-links', 1, 'list-of-links already'),
        ('where: anywhere', 'where: [', 4, 'not YAML'),
        ('harbour-button', 'Harbour', 1, '"name" must be of a-z'),
        ('harbour-button', '港の釦', 1, '"name" must be of a-z'),
        ('harbour-button', 'a b', 1, '"name" must be of a-z'),
        ('harbour-button', '"a\\n"', 1, '"name" must be of a-z'),
        ('harbour-button', '"</style><meta http-equiv=refresh>"', 1, '"name" must be of a-z'),
    ],
)
def test_a_faulty_rule_is_named_with_its_line(tmp_path, before, after, line, message):
    assert before in RULE
    with pytest.raises(BadInput) as caught:
        rules(tmp_path, RULE.replace(before, after, 1))
    assert str(caught.value.place).endswith(f'a.yaml:{line}')
    assert message in str(caught.value)
    assert '\n' not in str(caught.value)


def test_a_name_twice(tmp_path):
    with pytest.raises(BadInput, match=r'a\.yaml:8: .*harbour-button already'):
        rules(tmp_path, RULE + RULE)
