"""A reader never sees half a file, and a full disk never costs the old one."""

import subprocess
import sys
from pathlib import Path

import pytest

from tategumi.errors import BadInput
from tategumi.files import write_whole

PRESS = Path(__file__).parents[1]


def test_the_file_holds_what_was_written(tmp_path):
    path = write_whole(tmp_path / 'new' / 'book.epub', b'abc')
    assert path.read_bytes() == b'abc'
    assert write_whole(path, '縦').read_text(encoding='utf-8') == '縦'
    assert [entry.name for entry in path.parent.iterdir()] == ['book.epub']


def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(tmp_path):
    """The limit on file size makes the writing fail as a full disk does."""
    path = tmp_path / 'book.pdf'
    path.write_bytes(b'the old book')
    program = (
        'import resource, signal, sys\n'
        'from pathlib import Path\n'
        'from tategumi.errors import BadInput\n'
        'from tategumi.files import write_whole\n'
        'signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n'
        'resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n'
        'try:\n'
        '    write_whole(Path(sys.argv[1]), b"x" * 5000)\n'
        'except BadInput as error:\n'
        '    print(error)\n'
    )
    run = subprocess.run(
        [sys.executable, '-c', program, str(path)], cwd=PRESS, capture_output=True, text=True
    )
    assert run.stdout.startswith(f'{path}: cannot be written')
    assert path.read_bytes() == b'the old book'
    assert [entry.name for entry in tmp_path.iterdir()] == ['book.pdf']


def test_a_place_that_is_no_folder_is_an_error_that_names_the_file(tmp_path):
    (tmp_path / 'dist').write_text('a file')
    with pytest.raises(BadInput, match='book.pdf: cannot be written'):
        write_whole(tmp_path / 'dist' / 'book.pdf', b'')


def test_whatever_stops_the_writing_leaves_nothing_half_written(tmp_path):
    path = tmp_path / 'book.pdf'
    path.write_bytes(b'the old book')
    with pytest.raises(TypeError):
        write_whole(path, object())
    assert [entry.name for entry in tmp_path.iterdir()] == ['book.pdf']
    assert path.read_bytes() == b'the old book'
