"""An installed press makes the same book as one that runs where it lies."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SEED = '手書きの見出し\n\n## 港\n\n雨が降っていた。傘を持たずに出たので、駅まで走った。\n'

#: What the command that pip writes does: the entry point is looked up and called.
COMMAND = """
import sys
from importlib.metadata import entry_points
(command,) = entry_points(group='console_scripts', name='tategumi')
sys.exit(command.load()())
"""


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, encoding='utf-8', **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope='module')
def installed(tmp_path_factory):
    """The folder in which all that the wheel brings is laid out, and nothing else."""
    made, place = tmp_path_factory.mktemp('wheel'), tmp_path_factory.mktemp('installed')
    run(sys.executable, '-m', 'hatchling', 'build', '-t', 'wheel', '-d', made, cwd=PROJECT)
    (wheel,) = made.iterdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def files_below(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob('*')
        if path.is_file() and path.suffix != '.pyc'
    }


def made_in(root):
    """The finished files of the book in ``root``."""
    return {path.name: path.read_bytes() for path in (root / 'dist').iterdir() if path.is_file()}


def test_an_installed_press_makes_the_same_book(installed, tmp_path):
    for name in ('there', 'here'):
        (tmp_path / name / 'seeds').mkdir(parents=True)
        (tmp_path / name / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    there, here = tmp_path / 'there', tmp_path / 'here'
    outside = {**os.environ, 'PYTHONPATH': str(installed)}
    source = [sys.executable, '-c', 'import tategumi; print(tategumi.__file__)']
    assert Path(run(*source, cwd=there, env=outside)).is_relative_to(installed)
    run(sys.executable, '-c', COMMAND, 'all', cwd=there, env=outside)
    run(sys.executable, PROJECT / 'pipeline.py', 'all', cwd=here)
    assert {'.epub', '.pdf', '.html'} <= {Path(name).suffix for name in made_in(there)}
    assert made_in(there) == made_in(here)


def test_a_wheel_brings_all_that_the_press_reads_and_one_copy_of_it(installed):
    brought = files_below(installed / 'tategumi')
    sheets = files_below(PROJECT / 'styles')
    assert brought == {
        **files_below(PROJECT / 'tategumi'),
        **{f'styles/{name}': content for name, content in sheets.items()},
    }


def test_the_command_tells_the_version_that_was_installed(installed, tmp_path):
    outside = {**os.environ, 'PYTHONPATH': str(installed)}
    (metadata,) = installed.glob('tategumi-*.dist-info')
    told = run(sys.executable, '-c', COMMAND, '--version', cwd=tmp_path, env=outside)
    assert metadata.name == f'tategumi-{told.split()[-1]}.dist-info'
