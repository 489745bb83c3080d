"""What the press says of its rules, and of one line of a seed."""

import contextlib
import io

import pytest

from tategumi import cli

SEED = '港の灯\n\n船は(夜に)出た。\n\n取り消すので、\n\n共有\nコメント\n'


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.main([*map(str, arguments)])
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def root(tmp_path):
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    return tmp_path


@pytest.mark.parametrize(
    'line, words',
    [
        (1, ['metadata', 'title']),
        (
            3,
            [
                'changed',
                'half-width-bracket',
                '船は（夜に）出た。',
                'book/chapters/01-港の灯.md:3',
            ],
        ),
        (5, ['suspect', 'without a mark that ends a sentence']),
        (7, ['dropped', 'below-the-text', 'it stands below the main text']),
    ],
)
def test_explain_says_what_became_of_a_line_and_why(root, line, words):
    run('clean', '--root', root)
    status, told, _ = run('explain', f'seeds/a.txt:{line}', '--root', root)
    assert status == 0
    assert all(word in told for word in words)


@pytest.mark.parametrize(
    'line', ['seeds/a.txt:99', 'seeds/b.txt:1', 'seeds/a.txt', 'a.txt:3', 'a.txt', 'x']
)
def test_who_names_a_line_that_is_not_there_is_told_which_are(root, line):
    run('clean', '--root', root)
    status, _, told = run('explain', line, '--root', root)
    assert status == 2 and told.startswith(line) and 'seeds/a.txt:1 to seeds/a.txt:8' in told


def test_explain_before_cleaning_says_what_to_do(root):
    status, _, told = run('explain', 'seeds/a.txt:1', '--root', root)
    assert status == 2 and 'run "tategumi clean" first' in told


def test_rules_lists_the_books_own_first(root):
    folder = root / 'book' / 'rules'
    folder.mkdir(parents=True)
    (folder / 'own.yaml').write_text(
        '- {name: my-rule, where: anywhere, line: 船, does: drop, why: mine,\n'
        '   examples: [船], near_misses: [港]}\n',
        encoding='utf-8',
    )
    status, told, _ = run('rules', '--root', root)
    lines = told.splitlines()
    assert status == 0 and lines[0].split() == ['my-rule', 'anywhere', 'drop', 'mine']
    assert any(line.startswith('list-of-links') for line in lines)
