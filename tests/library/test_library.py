"""Many books in one run, as the user sees it."""

import json
import os
import signal
import subprocess
import time
from dataclasses import replace

import pytest

from tategumi.build import USUAL, Book, make
from tategumi.library.outcome import Outcome
from tategumi.library.resume import files_of, remember, unchanged


def test_one_broken_book_never_stops_the_others(shelf):
    shelf.put('朝')
    shelf.put('昼', '')
    shelf.put('夜', '彼は(夜に)立った。取り消すので、')
    done = shelf.make('--jobs', '2')
    assert done.returncode == 1
    assert '1 of 3 books failed' in done.stderr and 'Traceback' not in done.stderr
    table = shelf.table()
    assert [*table] == sorted(table)
    assert shelf.states() == {'朝': 'made', '昼': 'failed', '夜': 'made'}
    assert table['昼']['fault'] == 'seeds/a.txt: is empty: there is no text in it'
    assert table['昼']['code'] == 'seed'
    assert table['夜']['title'] == '夜の話' and table['夜']['pages'] > 0
    assert any(
        'book/' in warning or 'seeds/a.txt:3' in warning for warning in table['夜']['warnings']
    )
    assert all((shelf.folder / '朝' / file).is_file() for file in table['朝']['files'])


def test_a_line_for_each_book_tells_what_became_of_it(shelf):
    shelf.put('a')
    shelf.put('b', '')
    lines = shelf.make('--jobs', '1').stderr.splitlines()
    assert lines[0].startswith(f'1/2  {shelf.folder}/a  made ') and 'aの話: 1 chapter,' in lines[0]
    assert lines[1].startswith(f'2/2  {shelf.folder}/b  failed ') and 'is empty' in lines[1]


def test_the_books_are_those_that_the_press_makes_one_by_one(shelf):
    for name in ('朝', '昼', '夜'):
        shelf.put(name)
    assert shelf.make('--jobs', '2').returncode == 0
    by_library, table = shelf.finished(), (shelf.desk / 'dist' / 'library.html').read_bytes()
    assert len(by_library) == 6
    for name in ('朝', '昼', '夜'):
        book = Book(shelf.folder / name)
        make(book, *USUAL)
    assert shelf.finished() == by_library
    shelf.make('--jobs', '1')
    assert shelf.finished() == by_library
    assert (shelf.desk / 'dist' / 'library.html').read_bytes() == table


def test_what_is_finished_and_unchanged_is_not_made_again(shelf):
    names = ['朝', '昼', '夜', '暁']
    for name in names:
        shelf.put(name)
    shelf.make('--jobs', '1')
    before = {path: path.stat().st_mtime_ns for path in shelf.folder.glob('*/dist/*.*')}
    assert shelf.make('--jobs', '1', '--resume').returncode == 0
    assert shelf.states() == dict.fromkeys(names, 'unchanged')
    assert {path: path.stat().st_mtime_ns for path in before} == before

    shelf.put('朝', '船は帰った。')
    (chapter,) = (shelf.folder / '昼' / 'book' / 'chapters').iterdir()
    chapter.write_text('# 昼\n\n書き改めた。\n', encoding='utf-8')
    (shelf.folder / '夜' / 'dist' / '夜の話.pdf').unlink()
    shelf.make('--jobs', '1', '--resume')
    assert shelf.states() == {'朝': 'made', '昼': 'made', '夜': 'made', '暁': 'unchanged'}
    shelf.make('--jobs', '1')
    assert shelf.states() == dict.fromkeys(names, 'made')


@pytest.mark.parametrize(
    'key, value',
    [
        ('chapters', '<script>'),
        ('pages', None),
        ('title', 3),
        ('title', '\ud800'),
        ('files', ['../../../etc/hostname']),
        ('files', 3),
        ('warnings', [[]]),
        ('state', []),
    ],
)
def test_what_was_made_is_not_taken_from_who_wrote_something_else(tmp_path, key, value):
    root = tmp_path / 'book'
    (root / 'seeds').mkdir(parents=True)
    (root / 'seeds' / 'a.txt').write_text('港。', encoding='utf-8')
    outcome = Outcome('made', '港', 1, 1, ('dist/a.pdf',), ('見よ',))
    remember(root, files_of(root), files_of(root), outcome)
    assert unchanged(root) == replace(outcome, state='unchanged')
    path = root / 'dist' / '.made.json'
    made = json.loads(path.read_text(encoding='utf-8'))
    made['outcome'][key] = value
    path.write_text(json.dumps(made), encoding='utf-8')
    assert unchanged(root) in (None, replace(outcome, state='unchanged'))
    for content in ('[' * 100_000, '{}', '\xff', '[]'):
        path.write_text(content, encoding='latin-1')
        assert unchanged(root) is None


def test_a_book_that_failed_is_tried_again(shelf):
    shelf.put('朝')
    shelf.put('昼', '')
    assert shelf.make('--jobs', '1').returncode == 1
    shelf.put('昼')
    assert shelf.make('--jobs', '1', '--resume').returncode == 0
    assert shelf.states() == {'朝': 'unchanged', '昼': 'made'}


@pytest.mark.skipif(os.name == 'nt', reason='there are no process groups')
def test_ctrl_c_stops_it_and_it_goes_on_from_there(shelf):
    names = [f'{number:02d}' for number in range(6)]
    for name in names:
        shelf.put(name, '船は沖へ出た。' * 100)
    running = subprocess.Popen(
        shelf.command('--jobs', '2'),
        stderr=subprocess.PIPE,
        encoding='utf-8',
        # What a shell starts in the background does not hear Ctrl-C.
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    running.stderr.readline()
    os.killpg(running.pid, signal.SIGINT)
    told = running.communicate()[1]
    assert running.returncode == 130
    assert told.splitlines()[-1] == 'stopped' and 'Traceback' not in told
    assert no_process_left(running.pid)
    assert shelf.half_written() == []
    done = len(shelf.finished())
    assert 2 <= done < 2 * len(names)

    assert shelf.make('--resume').returncode == 0
    states = [*shelf.states().values()]
    assert set(states) == {'made', 'unchanged'} and states.count('unchanged') <= done / 2
    assert len(shelf.finished()) == 2 * len(names)


def no_process_left(group):
    """Whether the group of processes ends, which it may take a moment to do."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    'options, words',
    [
        (['--jobs', '0'], 'a whole number from 1'),
        (['--jobs', 'many'], 'a whole number from 1'),
        (['--scheduler', 'nowhere://x'], 'nowhere://x: no Dask scheduler answers'),
    ],
)
def test_wrong_use_is_told(shelf, options, words):
    if '--scheduler' in options:
        pytest.importorskip('distributed', reason='`make dask` installs it')
    shelf.put('朝')
    done = shelf.make(*options)
    assert done.returncode == 2
    assert words in done.stderr and 'Traceback' not in done.stderr
    assert shelf.finished() == {}
