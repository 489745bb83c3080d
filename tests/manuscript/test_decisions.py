"""What an editor settles in book.yaml holds, and says when it holds no more."""

import json

import pytest

from tategumi.errors import BadInput
from tategumi.manuscript import clean
from tategumi.settings import load_settings

SEED = '港の灯\n\n船は出た。\n\n取り消すので、\n\nサトスケビア氏は笑った。\n\n共有\nコメント\n'


@pytest.fixture
def root(tmp_path):
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'book').mkdir()
    seed(tmp_path, SEED)
    return tmp_path


def seed(root, text, name='a.txt'):
    (root / 'seeds' / name).write_text(text, encoding='utf-8')


def settle(root, yaml):
    (root / 'book' / 'book.yaml').write_text(yaml, encoding='utf-8')


def run(root):
    """The manuscript, and the record of each line by its number."""
    clean(root, load_settings(root))
    text = ''.join(
        path.read_text(encoding='utf-8') for path in sorted((root / 'book/chapters').iterdir())
    )
    record = json.loads((root / 'dist' / 'cleaning.json').read_text(encoding='utf-8'))
    return text, {line['line']: line for line in record['seeds'][0]['lines']}


@pytest.mark.parametrize('entry', ['seeds/a.txt:9', '共有'])
def test_a_line_that_is_text_after_all(root, entry):
    settle(root, f'keep: ["{entry}"]\n')
    text, lines = run(root)
    assert '\n共有\n' in text and 'コメント' not in text
    assert lines[9]['rule'] == 'kept-by-book-yaml' and lines[10]['fate'] == 'dropped'


@pytest.mark.parametrize('entry', ['seeds/a.txt:3', '船は出た。'])
def test_a_line_to_leave_out(root, entry):
    settle(root, f'drop: ["{entry}"]\n')
    text, lines = run(root)
    assert '船は出た' not in text
    assert (lines[3]['fate'], lines[3]['rule']) == ('dropped', 'dropped-by-book-yaml')


def test_a_suspicion_that_is_settled_is_not_asked_again(root):
    assert run(root)[1][5]['fate'] == 'suspect'
    settle(root, 'keep: ["seeds/a.txt:5"]\n')
    text, lines = run(root)
    assert '取り消すので、' in text and lines[5]['fate'] == 'kept'


@pytest.mark.parametrize(
    'entries, heads',
    [
        (['seeds/a.txt:3'], ['# 船は出た。']),
        (['船は出た。', '取り消すので、'], ['# 船は出た。', '# 取り消すので、']),
        (['船は出た。', '## seeds/a.txt:5'], ['# 船は出た。', '## 取り消すので、']),
        (['# 船は出た。', '### 取り消すので、'], ['# 船は出た。', '## 取り消すので、']),
        (['共有'], ['# 共有']),
    ],
)
def test_a_line_that_is_a_head(root, entries, heads):
    settle(root, f'title: 港の灯\nheading: {json.dumps(entries)}\n')
    text, lines = run(root)
    found = [line for line in text.split('\n') if line.startswith('#')]
    assert [line for line in found if line not in ('# 港の灯', '# 序')] == heads
    settled = [line for line in lines.values() if line.get('rule') == 'head-by-book-yaml']
    assert len(settled) == len(heads) and not any(line['fate'] == 'suspect' for line in settled)


def test_a_head_of_a_page_that_cleaning_left_out(root):
    (root / 'seeds' / 'a.txt').unlink()
    seed(
        root,
        '<html><body><nav><p>第一章</p></nav><article><h1>港の灯</h1>'
        '<p>港に夜が来た。彼は岬に立っていた。風は北から吹いている。</p></article></body></html>\n',
        'a.html',
    )
    settle(root, 'heading: [第一章]\n')
    assert '# 第一章\n' in run(root)[0]


def test_words_put_right(root):
    settle(root, 'replace:\n  - {find: サトスケビア, by: サスケヴァー}\n')
    text, lines = run(root)
    assert 'サスケヴァー氏は笑った。' in text and 'サトスケビア' not in text
    assert lines[7]['changes'][-1]['rule'] == 'replaced-by-book-yaml'


@pytest.mark.parametrize(
    'yaml',
    [
        'keep: ["seeds/a.txt:9"]\n',
        'drop: ["seeds/a.txt:3"]\n',
        'drop: [船は出た。]\n',
        "heading: ['## seeds/a.txt:5', 船は出た。]\n",
        'replace:\n  - {find: サトスケビア, by: サスケヴァー}\n',
    ],
)
def test_a_new_scrape_of_the_same_text_finds_the_line_again(root, yaml):
    settle(root, yaml)
    before, _ = run(root)
    seed(root, SEED.replace('港の灯\n', 'ホーム\nログイン\n\n港の灯\n', 1))
    assert run(root)[0] == before


@pytest.mark.parametrize(
    'yaml, was',
    [
        ('title: 港\nkeep: ["seeds/a.txt:3"]\n', '船は出た。'),
        ('title: 港\ndrop: [船は出た。]\n', 'seeds/a.txt:3'),
        ("title: 港\nheading: ['## 船は出た。']\n", 'seeds/a.txt:3'),
        ('title: 港\nreplace:\n  - {find: 船は, by: 舟は}\n', 'seeds/a.txt:3'),
    ],
)
def test_an_entry_that_matches_no_more_says_where_it_did(root, yaml, was):
    settle(root, yaml)
    run(root)
    seed(root, SEED.replace('船は出た。', '雨が降った。'))
    with pytest.raises(BadInput, match=r'book\.yaml:2: .*used to be') as caught:
        run(root)
    assert was in str(caught.value)


@pytest.mark.parametrize('entry', ['seeds/a.txt:2', 'seeds/a.txt:99', 'seeds/b.txt:1', '雨。'])
def test_an_entry_that_never_matched(root, entry):
    settle(root, f'drop: ["{entry}"]\n')
    with pytest.raises(BadInput, match=r'book\.yaml:1: .*matches no line of a seed$'):
        run(root)


def test_a_piece_of_a_page_is_named_by_its_line(root):
    (root / 'seeds' / 'a.txt').unlink()
    seed(root, '<p>港の灯。</p>\n<p>船は<b>出た</b>。</p>\n', 'a.html')
    settle(root, 'drop: ["seeds/a.html:2"]\n')
    text, _ = run(root)
    assert '港の灯。' in text and '船' not in text


def test_a_section_that_the_editor_makes_stays_below_numbered_chapters(root):
    lines = [
        each
        for number in '一二三'
        for each in (f'第{number}章', '', '海は静かであった。', '船は出た。', '波が高い。', '')
    ]
    seed(root, '\n'.join(lines))
    settle(root, "title: 海\nheading: ['## seeds/a.txt:10']\n")
    text, _ = run(root)
    assert [line for line in text.split('\n') if line.startswith('#')] == [
        '# 第一章',
        '# 第二章',
        '## 船は出た。',
        '# 第三章',
    ]
