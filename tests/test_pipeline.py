"""The press as its users run it: one command, a folder in, files or one clear line out."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tategumi.commands import COMMANDS

PRESS = Path(__file__).parents[1]
SEED = (
    '題のある文章\n\n今日は良い天気です。明日も晴れるでしょう。\n\n01 はじまり\n\n物語が始まる。\n'
)


def run(command, root, *options):
    return subprocess.run(
        [sys.executable, PRESS / 'pipeline.py', command, '--root', root, *options],
        capture_output=True,
        text=True,
    )


def folder_of(tmp_path, files):
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path


def products(root):
    return sorted(
        path.suffix for path in (root / 'dist').glob('*.*') if path.suffix in ('.epub', '.pdf')
    )


def contents(root):
    return {path.name: path.read_bytes() for path in (root / 'dist').iterdir() if path.is_file()}


def test_a_folder_with_only_seeds_becomes_both_books(tmp_path):
    root = folder_of(tmp_path, {'seeds/a.txt': SEED})
    done = run('all', root)
    assert (done.returncode, products(root)) == (0, ['.epub', '.pdf'])
    assert '題のある文章.pdf' in done.stdout and 'no title' not in done.stdout
    assert 'pages set' in done.stdout and 'lines dropped' in done.stdout
    assert (root / 'dist' / '題のある文章.pdf').read_bytes().startswith(b'%PDF-')


def test_the_same_folder_twice_gives_the_same_bytes(tmp_path):
    root = folder_of(tmp_path, {'seeds/a.txt': SEED})
    run('all', root)
    first = contents(root)
    run('all', root, '--no-cache')
    assert contents(root) == first


def test_without_a_cache_nothing_is_kept_for_the_next_time(tmp_path):
    root = folder_of(tmp_path, {'seeds/a.txt': SEED})
    for command in ('pdf', 'all'):
        assert run(command, root, '--no-cache').returncode == 0
        assert not (root / 'dist' / '.cache').exists()
    run('pdf', root)
    assert any((root / 'dist' / '.cache').iterdir())


def test_a_manuscript_without_seeds_is_enough(tmp_path):
    root = folder_of(tmp_path, {'book/chapters/01.md': '# 章\n\n本文。\n'})
    done = run('all', root)
    assert (done.returncode, products(root)) == (0, ['.epub', '.pdf'])
    assert f'{root}/book/book.yaml: no title was found' in done.stdout


@pytest.mark.parametrize(
    'files, line',
    [
        ({'seeds/a.txt': ''}, 'seeds/a.txt: '),
        ({'seeds/a.txt': '原文表示\n  • 報酬\n  • コメント\nコメントなし\n'}, 'seeds/a.txt: '),
        ({'seeds/a.txt': b'\xff\xfe\x00\xd8\x81\x20\xff\x00\x9f\xfd'}, 'seeds/a.txt'),
        ({'seeds/a.txt': SEED, 'book/book.yaml': 'title: 本\nfonts_size: 3\n'}, 'book.yaml:2: '),
        ({'seeds/a.txt': SEED, 'book/book.yaml': 'page: a4\n'}, 'book.yaml:1: '),
        (
            {'seeds/a.txt': SEED, 'book/book.yaml': 'house_style:\n  acronyms: viele\n'},
            'book.yaml:2: ',
        ),
        ({'seeds/a.txt': SEED, 'book/book.yaml': 'title: [\n'}, 'book.yaml:'),
        (
            {'book/book.yaml': 'chapters: [chapters/gone.md]\n', 'book/chapters/01.md': '# 章\n'},
            'gone.md',
        ),
        ({'book/chapters/01.md': '# 章\n\n![絵](gone.png)\n'}, '01.md:3: '),
        ({'seeds/a.html': '<script>x</script>'}, 'seeds/a.html: '),
        ({}, 'seeds'),
    ],
    ids=[
        'empty',
        'buttons',
        'encoding',
        'key',
        'choice',
        'type',
        'yaml',
        'chapter',
        'picture',
        'html',
        'nothing',
    ],
)
def test_bad_input_is_one_line_that_names_its_place(tmp_path, files, line):
    root = folder_of(tmp_path, files)
    done = run('all', root)
    assert done.returncode == 2
    error = done.stderr.strip().splitlines()[-1]
    assert line in error and 'Traceback' not in done.stderr
    assert products(root) == []


def test_a_faulty_seed_leaves_the_finished_books_as_they_were(tmp_path):
    root = folder_of(tmp_path, {'seeds/a.txt': SEED})
    run('all', root)
    before = contents(root)
    (root / 'seeds' / 'a.txt').write_text('')
    assert run('all', root).returncode == 2
    assert contents(root) == before


def test_a_list_may_be_read_as_far_as_one_likes(tmp_path):
    command = f'"{sys.executable}" "{PRESS / "pipeline.py"}" rules --root "{tmp_path}" | head -1'
    done = subprocess.run(['sh', '-c', command], capture_output=True, text=True)
    assert done.stdout and not done.stderr


def test_a_folder_that_is_not_there_is_named(tmp_path):
    done = run('pdf', tmp_path / 'nowhere')
    assert done.returncode == 2
    assert done.stderr.strip() == f'{tmp_path / "nowhere"}: there is no such folder'


def test_an_unknown_command_is_wrong_use(tmp_path):
    assert run('print', tmp_path).returncode == 2


def test_the_report_tells_of_every_line_that_was_dropped(tmp_path):
    root = folder_of(tmp_path, {'seeds/a.txt': SEED + '\n原文表示\n  • 報酬\n  • コメント\n'})
    assert run('report', root).returncode == 2
    run('clean', root)
    told = run('report', root).stdout
    assert all(word in told for word in ('原文表示', '報酬', 'コメント'))


def test_check_finds_nothing_wrong_with_a_finished_book(tmp_path):
    root = folder_of(tmp_path, {'seeds/a.txt': SEED})
    run('all', root)
    done = run('check', root)
    assert done.returncode == 0
    assert re.search(r'^checked +no faults found$', done.stdout, re.M)


def test_check_fails_on_a_book_that_is_broken(tmp_path):
    root = folder_of(tmp_path, {'seeds/a.txt': SEED})
    run('all', root)
    (book,) = (root / 'dist').glob('*.epub')
    whole = book.read_bytes()
    book.write_bytes(whole.replace(b'application/epub', b'application/epob', 1))
    done = run('check', root)
    assert done.returncode == 1
    assert str(book) in done.stderr


def test_check_looks_at_what_is_finished_and_says_what_is_not(tmp_path):
    root = folder_of(tmp_path, {'seeds/a.txt': SEED})
    run('print', root)
    done = run('check', root)
    assert done.returncode == 0
    assert re.search(r'^not checked +.*\.epub is not there$', done.stdout, re.M)
    (printed,) = (root / 'dist').glob('*.print.pdf')
    printed.write_bytes(b'nothing')
    done = run('check', root)
    assert done.returncode != 0
    assert str(printed) in done.stderr


def test_check_without_a_book_says_what_to_make(tmp_path):
    root = folder_of(tmp_path, {'seeds/a.txt': SEED})
    done = run('check', root)
    assert done.returncode == 2 and '.epub' in done.stderr


def test_the_table_of_contents_has_every_command():
    contents = ast.get_docstring(ast.parse((PRESS / 'pipeline.py').read_text(encoding='utf-8')))
    listed = re.findall(r'^    (\w+)  ', contents, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)
