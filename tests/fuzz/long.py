"""The attacks of ``test_attacks`` and ``test_processes``, all of them, with every command."""

import contextlib
import io
import shutil
import signal
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

from tategumi.cli import main

from .attacks import ALL_COMMANDS, ATTACKS, SEED, assert_told, assert_told_in_one_line, whole
from .processes import Slowed, press, with_memory

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)


def long_form() -> Iterator[tuple[str, bool]]:
    """Yield ``(what was tried, whether it failed)``; what failed is printed."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / 'made'
        (made / 'seeds').mkdir(parents=True)
        (made / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
        assert press('all', '--root', made).returncode == 0
        for name, trial in _trials(Path(folder)):
            root = shutil.copytree(made, Path(folder) / 'book', symlinks=True)
            try:
                trial(root)
                yield name, False
            except Exception:
                traceback.print_exc()
                yield name, True
            finally:
                shutil.rmtree(root, ignore_errors=True)


def _trials(folder):
    for name in ATTACKS:
        yield name, lambda root, name=name: _attack(root, name)
    for megabytes in range(40, 420, 20):
        for command in ('clean', 'epub', 'pdf', 'all'):
            yield (
                f'{command} with {megabytes} MB',
                lambda root, megabytes=megabytes, command=command: _short_of_memory(
                    root, megabytes, command
                ),
            )
    for skip in range(12):
        for number in _SIGNALS:
            yield (
                f'{number.name} after {skip} files',
                lambda root, skip=skip, number=number: _stopped(root, folder, skip, number),
            )


def _attack(root, name):
    ATTACKS[name].lay(root)
    for command in ALL_COMMANDS:
        before = whole(root)
        out, err = io.StringIO(), io.StringIO()
        line = ['explain', 'seeds/a.txt:3'] if command == 'explain' else [command]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main([*line, '--root', str(root)])
        assert_told(ATTACKS[name], command, status, out.getvalue(), err.getvalue())
        after = whole(root)
        assert before.keys() <= after.keys()


def _short_of_memory(root, megabytes, command):
    before = whole(root)
    done = with_memory(megabytes, command, '--root', root, '--jobs', '2', '--no-cache')
    assert_told_in_one_line(done.returncode, done.stdout, done.stderr, ['memory'])
    assert before.keys() <= whole(root).keys()


def _stopped(root, folder, skip, number):
    (root / 'seeds' / 'b.txt').write_text('港の灯は沖の船を照らす。\n' * 9, encoding='utf-8')
    before = whole(root)
    slowed = Slowed(folder, skip, 'all', '--root', root)
    if slowed.waits:
        status, out, err = slowed.stop(number)
        assert status == (-9 if number is signal.SIGKILL else 130), (status, err)
        assert 'Traceback' not in out + err
    else:
        slowed.process.communicate()
    assert before.keys() <= whole(root).keys()
    assert press('all', '--root', root).returncode == 0
    assert not list(root.rglob('.tategumi-*'))
