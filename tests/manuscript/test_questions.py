"""What is left to settle: a question falls away where the editor changed its line."""

import pytest

from tategumi.manuscript import clean
from tategumi.settings import load_settings
from tategumi.terminal import Summary

SEED = """港の便り

雨が降っていた。傘を持たずに出たので、港まで走った。

灯台の灯は「まだ遠い。船は動かない。

市場では「魚を売る声がした。朝早くから人が多い。
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    return tmp_path


def asked(root):
    return clean(root, load_settings(root)).questions


def edit(root, old, new):
    (path,) = (root / 'book' / 'chapters').glob('*.md')
    text = path.read_text(encoding='utf-8')
    assert old in text
    path.write_text(text.replace(old, new), encoding='utf-8')


def test_each_comes_with_the_line_that_settles_it(root):
    result = clean(root, load_settings(root))
    summary = Summary()
    summary.add_cleaning(result)
    told = str(summary)
    entries = ['seeds/a.txt:5', 'seeds/a.txt:7']
    for entry in entries:
        assert f'keep: [{entry}]' in told
    (root / 'book' / 'book.yaml').write_text(f'keep: [{", ".join(entries)}]\n')
    assert asked(root) == ()


@pytest.mark.parametrize('sentence', ['', '船は出ない。'])
@pytest.mark.parametrize('odd', ['この記事が気に入ったらフォロー！', '【関連】港の喫茶店五選'])
def test_each_says_once_what_it_is_about(tmp_path, odd, sentence):
    """An editor reads the line itself, and one reason to look at it."""
    prose = '灯台の灯が見えた。港には人がいて、朝の市場はもう終わっていた。'
    (tmp_path / 'seeds').mkdir()
    seed = '\n\n'.join([prose, prose[::-1] + '。', odd, sentence, prose])
    (tmp_path / 'seeds' / 'a.txt').write_text(seed, encoding='utf-8')
    told = [question.message for question in asked(tmp_path)]
    assert len([each for each in told if 'a.txt:5:' in each]) == 1
    assert any(odd[-8:] in each for each in told)


@pytest.mark.parametrize(
    ('old', 'new', 'left'),
    [
        ('「まだ遠い。', '「まだ遠い」。', [7]),
        ('雨が', '小雨が', [5, 7]),
        ('雨が降っていた。', '一行目。\n\n二行目。\n\n雨が降っていた。', [5, 7]),
        ('灯台の灯は「まだ遠い。船は動かない。\n', '', [7]),
    ],
)
def test_a_line_that_was_changed_is_not_asked_about(root, old, new, left):
    assert [question.place.line for question in asked(root)] == [5, 7]
    edit(root, old, new)
    assert [question.place.line for question in asked(root)] == left


def test_line_ends_of_another_system_change_nothing(root):
    asked(root)
    (path,) = (root / 'book' / 'chapters').glob('*.md')
    path.write_bytes(b'\xef\xbb\xbf' + path.read_bytes().replace(b'\n', b'\r\n'))
    assert [question.place.line for question in asked(root)] == [5, 7]
