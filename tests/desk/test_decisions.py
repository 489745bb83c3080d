"""A decision is added to book.yaml, and nothing else of the file changes."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tategumi.desk import decisions
from tategumi.settings import book_yaml, load_settings

OWN = """\
# 編集部の覚え書き
title:   '港の便り'   # 仮題
creators:
  - {name: 山田太郎, role: aut}   # 著者

keep: ['seeds/a.txt:3', "駅"]   # 要ります

# 会員だけのもの
drop:
    - お知らせ   # 毎回ある
    # 次は一度だけ
    - seeds/a.txt:9

page: bunko
replace:
- find: サトスケビア
  by: サスケヴァー
# おわり
"""


def settings_of(text, tmp_path):
    (tmp_path / 'book').mkdir(exist_ok=True)
    (tmp_path / 'book' / 'book.yaml').write_text(text, encoding='utf-8')
    return load_settings(tmp_path)


def comments(text):
    return [line.partition('#')[2] for line in text.splitlines() if '#' in line]


@pytest.mark.parametrize(
    'text', [OWN, '', '# 何もない\n', 'page: a5', 'drop:\nkeep:\n', '{title: 港}']
)
@pytest.mark.parametrize('key', ['keep', 'drop'])
def test_an_entry_is_read_back_and_taken_back(text, key, tmp_path):
    entry = 'seeds/a.txt:12'
    added = decisions.with_entry(text, key, entry)
    before, after = settings_of(text, tmp_path), settings_of(added, tmp_path)
    assert getattr(after, key) == (*getattr(before, key), entry)
    assert comments(added) == comments(text)
    again = settings_of(decisions.without_entry(added, key, entry), tmp_path)
    assert getattr(again, key) == getattr(before, key)


@pytest.mark.parametrize('text', [OWN, '', '# 何もない\n', 'creators:\n', '{title: 港}'])
def test_the_author_is_named_renamed_and_taken_away(text, tmp_path):
    def names(text):
        return [each.name for each in settings_of(text, tmp_path).creators]

    named = decisions.with_author(text, '岬: 澪')
    assert names(named) == ['岬: 澪'] and comments(named) == comments(text)
    assert names(decisions.with_author(named, '海野')) == ['海野']
    assert names(decisions.with_author(named, '')) == []


def test_other_creators_stay_beside_a_new_author(tmp_path):
    text = 'creators:\n- name: 川野\n  role: trl\n'
    named = settings_of(decisions.with_author(text, '岬野'), tmp_path)
    assert [(each.name, each.role) for each in named.creators] == [
        ('岬野', 'aut'),
        ('川野', 'trl'),
    ]
    again = settings_of(decisions.with_author(decisions.with_author(text, '岬野'), ''), tmp_path)
    assert [each.name for each in again.creators] == ['川野']


@pytest.mark.parametrize('title', ['港の灯', '港: 灯 # 上', '2024', 'yes', '- 一', '"', "'"])
def test_a_title_is_read_back_as_it_was_typed(title, tmp_path):
    for text in (OWN, '', 'page: a5'):
        changed = decisions.with_title(text, title)
        assert settings_of(changed, tmp_path).title == title
        assert comments(changed.replace(title, '')) == comments(text)


def test_other_keys_keep_every_byte():
    added = decisions.with_entry(OWN, 'drop', 'seeds/a.txt:12')
    head, _, tail = OWN.partition('drop:\n')
    assert added.startswith(head)
    assert added.endswith('\npage: bunko' + tail.partition('\npage: bunko')[2])
    lines = OWN.splitlines()
    assert [line for line in added.splitlines() if line not in lines] == ['    - seeds/a.txt:12']


def test_the_first_book_yaml_takes_every_decision(tmp_path):
    text = book_yaml(tmp_path, {'title': '港'})
    text = decisions.with_entry(text, 'keep', 'seeds/a.txt:1')
    text = decisions.with_value(text, 'text', 'seeds/a.txt', '4-9')
    text = decisions.with_value(text, 'text', 'seeds/a.txt', '5-9')
    text = decisions.with_replacement(text, '灯', '燈')
    text = decisions.with_replacement(text, '灯', '光')
    settings = settings_of(text, tmp_path)
    assert settings.keep == ('seeds/a.txt:1',)
    assert settings.text == {'seeds/a.txt': '5-9'}
    assert [(each.find, each.by) for each in settings.replace] == [('灯', '光')]
    assert comments(text) == comments(book_yaml(tmp_path, {'title': '港'}))


WORDS = st.text(
    st.characters(codec='utf-8', exclude_categories=['Cs', 'Cc', 'Zl', 'Zp']), min_size=1
).filter(lambda text: text.strip() and '\ufeff' not in text and '\ufffe' not in text)


@given(entries=st.lists(WORDS, min_size=1, max_size=4, unique=True), find=WORDS, by=WORDS)
def test_any_words_come_back_as_they_were_typed(entries, find, by):
    text = OWN
    for entry in entries:
        text = decisions.with_entry(text, 'keep', entry)
    text = decisions.with_replacement(text, find, by)
    read = yaml.load(text, yaml.BaseLoader)
    assert (
        read['keep'][-len(entries) :]
        == [entry for entry in entries if entry not in ('seeds/a.txt:3', '駅')][-len(entries) :]
    )
    assert {'find': find, 'by': by} in read['replace']
    assert {**read, 'keep': 0, 'replace': 0} == {
        **yaml.load(OWN, yaml.BaseLoader),
        'keep': 0,
        'replace': 0,
    }
