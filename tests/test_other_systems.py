"""The press does without what only some systems have."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tategumi import files

PRESS = Path(__file__).parents[1]

#: Run before the press is loaded: a Python as it is without POSIX.
WITHOUT_POSIX = """
import os, signal, sys
sys.modules['fcntl'] = sys.modules['resource'] = None
for module, names in (
    (os, 'O_NOFOLLOW O_NONBLOCK fork killpg geteuid'),
    (signal, 'SIGHUP SIGKILL pthread_sigmask'),
):
    for name in names.split():
        delattr(module, name)
sys.platform = 'linux-like'
from tategumi.cli import run
sys.exit(run())
"""


def test_a_book_is_made_without_locks_forks_and_signals_of_posix(tmp_path):
    root = tmp_path / 'my book'
    (root / 'seeds').mkdir(parents=True)
    (root / 'seeds' / 'a.txt').write_text('題\n\n船は沖へ出た。夜が明けた。\n', encoding='utf-8')
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, '-c', WITHOUT_POSIX, 'epub', '--root', root],
            cwd=PRESS,
            capture_output=True,
            encoding='utf-8',
        )
        assert done.returncode == 0, done.stderr
    assert [*root.glob('dist/*.epub')]


@pytest.mark.skipif(not os.path.isdir('/proc/self/fd'), reason='needs /proc')
def test_windows_is_asked_to_rename_no_file_that_is_open(tmp_path, monkeypatch):
    def replace(source, target):
        opened = [
            os.path.realpath(f'/proc/self/fd/{name}') for name in os.listdir('/proc/self/fd')
        ]
        assert os.path.realpath(source) not in opened
        rename(source, target)

    rename = os.replace
    monkeypatch.setattr(files.sys, 'platform', 'win32')
    monkeypatch.setattr(files.os, 'replace', replace)
    assert files.write_whole(tmp_path / 'a', b'x').read_bytes() == b'x'


def test_who_has_not_installed_the_packages_is_told_what_to_do(tmp_path):
    """The system's own Python has none of them, or some."""
    for absent in ('yaml', 'lxml'):
        script = (
            f"import sys; sys.modules['{absent}'] = None; sys.argv = ['pipeline.py', 'all', "
            f"'--root', {str(tmp_path)!r}]\n"
            f"import runpy; runpy.run_path({str(PRESS / 'pipeline.py')!r}, run_name='__main__')"
        )
        (tmp_path / 'seeds').mkdir(exist_ok=True)
        (tmp_path / 'seeds' / 'a.html').write_text('<p>船は沖へ出た。</p>', encoding='utf-8')
        done = subprocess.run(
            [sys.executable, '-c', script], cwd=PRESS, capture_output=True, encoding='utf-8'
        )
        assert done.returncode != 0
        (line,) = [line for line in done.stderr.splitlines() if absent in line]
        assert '.venv/bin/python' in line and 'make' in line and 'Traceback' not in done.stderr
        assert not (tmp_path / 'dist' / 'crash.txt').exists()
