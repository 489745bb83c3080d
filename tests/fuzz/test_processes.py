"""However the press is ended, and whatever is kept from it, it says so in one line."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tategumi.terminal.guard import guarded
from tategumi.unfinished import sweep

from .attacks import ATTACKS, SEED, assert_told_in_one_line, whole
from .denied import DENIED
from .processes import PRESS, Slowed, hear_all, press, with_memory


@pytest.fixture(scope='module')
def made(tmp_path_factory):
    """A book that was made, its rules with it."""
    root = tmp_path_factory.mktemp('made') / 'book'
    (root / 'seeds').mkdir(parents=True)
    (root / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    (root / 'book' / 'rules').mkdir(parents=True)
    (root / 'book' / 'rules' / 'a.yaml').write_text('# none\n')
    assert press('all', '--root', root).returncode == 0
    return root


@pytest.fixture
def book(made, tmp_path):
    return shutil.copytree(made, tmp_path / 'book')


def unfinished(root):
    return [path.name for path in root.rglob('.tategumi-*')]


@pytest.mark.parametrize('number', [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_signal_stops_it_with_nothing_half_written(book, tmp_path, number):
    (book / 'seeds' / 'b.txt').write_text('港の灯は沖の船を照らす。\n', encoding='utf-8')
    before = whole(book)
    status, out, err = Slowed(tmp_path, 2, 'epub', '--root', book).stop(number)
    assert (status, err.splitlines()[-1]) == (130, 'stopped')
    assert 'Traceback' not in out + err
    assert not unfinished(book)
    assert before.items() <= whole(book).items()


def test_what_a_killed_run_left_the_next_one_sweeps_away(book, tmp_path):
    (book / 'seeds' / 'b.txt').write_text('港の灯は沖の船を照らす。\n', encoding='utf-8')
    own = book / 'book' / '.tategumi-notes.unfinished'
    own.write_text('mine')
    slowed = Slowed(tmp_path, 1, 'clean', '--root', book)
    assert slowed.waits and len(unfinished(book)) == 2
    sweep(book)
    # It is somebody's: the run goes on.
    assert len(unfinished(book)) == 2
    assert slowed.stop(signal.SIGKILL)[0] == -signal.SIGKILL
    assert press('clean', '--root', book).returncode == 0
    assert unfinished(book) == [own.name]
    assert own.read_text() == 'mine'


def test_a_process_that_is_killed_takes_those_it_started_along(book, tmp_path):
    slowed = Slowed(tmp_path, 0, 'epub', '--no-cache', '--root', book)
    # Who has its pipes still would keep this waiting, and fail.
    assert slowed.waits and slowed.stop(signal.SIGKILL)[0] == -signal.SIGKILL


def below(process):
    """The processes that ``process`` has started, and those that they have (proc(5))."""
    found = []
    for told in Path(f'/proc/{process}/task').glob('*/children'):
        for child in map(int, told.read_text().split()):
            found += [child, *below(child)]
    return found


@pytest.mark.skipif(not Path('/proc/self/task').is_dir(), reason='processes are not told of')
@pytest.mark.parametrize('number', [signal.SIGTERM, signal.SIGKILL])
def test_the_processes_that_set_pages_end_with_it(tmp_path, number):
    chapters = tmp_path / 'book' / 'chapters'
    chapters.mkdir(parents=True)
    for name in 'ab':
        (chapters / f'{name}.md').write_text(
            f'# 章{name}\n\n' + '船は沖へ出た。\n\n' * 20_000, encoding='utf-8'
        )
    running = subprocess.Popen(
        [sys.executable, PRESS / 'pipeline.py', 'pdf', '--jobs', '2', '--root', tmp_path],
        stderr=subprocess.DEVNULL,
        preexec_fn=hear_all,
    )
    # The one that works, one that sets pages beside it, and what keeps count of their locks.
    while running.poll() is None and len(below(running.pid)) < 3:
        time.sleep(0.05)
    others = below(running.pid)
    assert len(others) >= 3
    running.send_signal(number)
    assert running.wait(60) == (130 if number == signal.SIGTERM else -signal.SIGKILL)
    for _ in range(200):
        if not any(map(is_alive, others)):
            break
        time.sleep(0.05)
    assert not any(map(is_alive, others))
    assert not (tmp_path / 'dist').exists() or not list((tmp_path / 'dist').glob('*.pdf'))


def is_alive(process):
    try:
        return Path(f'/proc/{process}/stat').read_text().rpartition(')')[2].split()[0] != 'Z'
    except OSError:
        return False


@pytest.mark.parametrize('megabytes', [100, 200])
def test_with_too_little_memory_it_says_so(book, megabytes):
    done = with_memory(megabytes, 'epub', '--no-cache', '--jobs', '1', '--root', book)
    assert done.returncode in (0, 2, 3)
    assert_told_in_one_line(done.returncode, done.stdout, done.stderr, ['little memory'])


def test_fonts_are_not_looked_for_where_they_cannot_be_read(book, tmp_path, monkeypatch):
    """Else fontconfig notes, for every program of the machine, that there are none."""
    noted = tmp_path / 'noted'
    (tmp_path / 'fonts.conf').write_text(
        f'<fontconfig><dir>/usr/share/fonts</dir><cachedir>{noted}</cachedir></fontconfig>'
    )
    monkeypatch.setenv('FONTCONFIG_FILE', str(tmp_path / 'fonts.conf'))
    done = with_memory(250, 'pdf', '--no-cache', '--jobs', '1', '--root', book)
    assert done.returncode == 2
    assert_told_in_one_line(2, done.stdout, done.stderr, ['too little memory to look for them'])
    assert not noted.exists()


#: What a shell makes of the two streams, and what the exit status is then.
STREAMS = {
    '>&-': 0,
    '2>&-': 0,
    '>&- 2>&-': 0,
    '<&- >&- 2>&-': 0,
    '>/dev/full': 2,
    '2>/dev/full': 0,
    '>/dev/full 2>/dev/full': 2,
}


@pytest.mark.parametrize('streams', STREAMS)
def test_nobody_need_be_there_to_read(book, streams):
    command = f'exec "{sys.executable}" "{PRESS / "pipeline.py"}" report --root "{book}" {streams}'
    done = subprocess.run(['sh', '-c', command], capture_output=True, encoding='utf-8')
    assert done.returncode == STREAMS[streams]
    assert_told_in_one_line(done.returncode, '', done.stderr, ['standard output'], '2>' in streams)


def test_who_ignores_the_end_of_processes_has_the_books_and_the_status_of_others(tmp_path):
    def ignore():
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)

    (tmp_path / 'book' / 'chapters').mkdir(parents=True)
    settings = tmp_path / 'book' / 'book.yaml'
    settings.write_text('title: 題\nslug: a\nepub: {page_list: false}', encoding='utf-8')
    for name in 'ab':
        (tmp_path / 'book' / 'chapters' / f'{name}.md').write_text(
            f'# 章{name}\n\n' + '船は沖へ出た。\n\n' * 10_000, encoding='utf-8'
        )
    done = press('epub', '--jobs', '2', '--root', tmp_path, preexec_fn=ignore)
    assert (done.returncode, 'Traceback' in done.stderr) == (0, False)
    made = (tmp_path / 'dist' / 'a.epub').read_bytes()
    assert press('epub', '--no-cache', '--root', tmp_path).returncode == 0
    assert (tmp_path / 'dist' / 'a.epub').read_bytes() == made
    settings.write_text('title: [')
    done = press('epub', '--root', tmp_path, preexec_fn=ignore)
    assert_told_in_one_line(done.returncode, done.stdout, done.stderr, ['book.yaml'])
    assert done.returncode == 2


@pytest.mark.parametrize('kind', [ZeroDivisionError, BaseException])
def test_a_defect_is_one_line_and_its_traceback_is_kept(tmp_path, capsys, kind):
    def work():
        raise kind('by \x1b[31m')

    assert guarded(work, tmp_path) == 3
    out, err = capsys.readouterr()
    assert_told_in_one_line(3, out, err, [f'report it with {tmp_path / "dist" / "crash.txt"}'])
    assert 'Traceback' in (tmp_path / 'dist' / 'crash.txt').read_text()


def test_a_process_that_dies_is_one_line(tmp_path):
    program = (
        'import os, signal, sys; from pathlib import Path\n'
        'from tategumi.terminal.supervisor import supervised\n'
        'def work():\n'
        '    os.write(2, b"said by a library")\n'
        '    os.kill(os.getpid(), signal.SIGSEGV)\n'
        'sys.exit(supervised(work, Path(sys.argv[1])))\n'
    )
    done = press(tmp_path, program=program)
    assert done.returncode == 3
    assert_told_in_one_line(3, done.stdout, done.stderr, ['ended by SIGSEGV'])
    assert 'said by a library' in (tmp_path / 'dist' / 'crash.txt').read_text()


def test_threads_and_finalizers_that_fail_print_nothing(tmp_path, capfd):
    def work():
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()

    assert guarded(work, tmp_path) == 0
    assert capfd.readouterr() == ('', '')


def test_wrong_use_with_escapes_is_told_without():
    done = press('clean', '\x1b[31m')
    assert done.returncode == 2 and '\\x1b[31m' in done.stderr and '\x1b' not in done.stderr


def _without_rights():
    """What to begin a command with so that it may read no more than its user."""
    if os.geteuid():
        return []
    found = shutil.which('setpriv')
    return [found, '--bounding-set', '-all', '--inh-caps', '-all'] if found else None


def test_what_may_not_be_read_or_written_is_named(book):
    begin = _without_rights()
    if begin is None:
        pytest.skip('the rights of a superuser cannot be laid down: there is no setpriv')
    done = subprocess.run(
        [*begin, sys.executable, '-m', 'tests.fuzz.denied', book, 'clean', 'rules', 'report'],
        cwd=PRESS,
        capture_output=True,
        encoding='utf-8',
    )
    if 'setpriv:' in done.stderr:
        pytest.skip(done.stderr)
    assert not done.stderr
    told = json.loads(done.stdout)
    assert len(told['told']) > 3 * len(DENIED)
    for path, mode, command, status, out, err in told['told']:
        assert_told_in_one_line(status, out, err, [DENIED[path]])
        # The folder of the book can be looked at, but nothing in it.
        if mode == 0 and path in ('', 'book', 'book/book.yaml', 'book/.manuscript.json'):
            assert status == 2, (path, command)


def test_bad_books_of_a_library_fail_each_in_one_line(made, tmp_path):
    bad = [
        'book.yaml: brackets',
        'book/book.yaml is a pipe',
        '.manuscript.json: brackets',
        'a rule: where as a list in a list',
        'escapes in a chapter',
    ]
    shelf = tmp_path / 'shelf'
    for number, name in enumerate(bad):
        ATTACKS[name].lay(shutil.copytree(made, shelf / str(number)))
    names = ['\x1b[31m', os.fsdecode(b'\xff'), 'whole']
    for name in names:
        shutil.copytree(made, shelf / name)
    (shelf / '\x1b[31m' / 'book' / 'book.yaml').write_text('[')
    (shelf / 'itself').symlink_to('itself')
    done = press('library', shelf, '--root', tmp_path, '--jobs', '2')
    assert done.returncode == 1
    told = json.loads((tmp_path / 'dist' / 'library.json').read_text(encoding='utf-8'))
    states = [book['state'] for book in told['books']]
    assert states.count('failed') == len(bad) + 1 and len(states) == len(bad) + len(names)
    assert len(done.stderr.splitlines()) == len(states) + 1
    assert_told_in_one_line(0, done.stdout, '', [])
    assert 'Traceback' not in done.stderr and 'defect' not in done.stderr
    assert '\x1b' not in done.stderr
    for book in told['books']:
        if book['state'] == 'failed':
            assert book['fault'].startswith(('book/', 'seeds/'))
