"""An installed press makes the same book as one that runs where it lies."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SEED = '手書きの見出し\n\n## 港\n\n雨が降っていた。傘を持たずに出たので、駅まで走った。\n'


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, encoding='utf-8', **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope='module')
def environment(tmp_path_factory):
    """A fresh environment into which pip has installed the wheel.

    What the press needs is taken from the environment of the tests.
    """
    built, place = tmp_path_factory.mktemp('wheel'), tmp_path_factory.mktemp('environment')
    run(sys.executable, '-m', 'hatchling', 'build', '-t', 'wheel', '-d', built, cwd=PROJECT)
    venv.create(place, symlinks=True)
    (packages,) = place.glob('lib/python*/site-packages')
    (packages / 'needed.pth').write_text(sysconfig.get_path('purelib'))
    pip = [sys.executable, '-m', 'pip', '--disable-pip-version-check', '--python']
    run(*pip, place / 'bin' / 'python', 'install', '--no-index', '--no-deps', *built.iterdir())
    return place


@pytest.fixture(scope='module')
def packages(environment):
    """The folder in which all that the wheel brings is laid out."""
    (packages,) = environment.glob('lib/python*/site-packages')
    return packages


@pytest.fixture(scope='module')
def command(environment):
    """The command that an installed press has."""
    return environment / 'bin' / 'tategumi'


def files_below(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob('*')
        if path.is_file() and path.suffix != '.pyc'
    }


def made_in(root):
    """The finished files of the book in ``root``."""
    return {path.name: path.read_bytes() for path in (root / 'dist').iterdir() if path.is_file()}


def test_an_installed_press_makes_the_same_book_in_an_empty_folder(
    command, environment, packages, tmp_path, monkeypatch
):
    # Of two new books each would say when it was made.
    monkeypatch.setenv('SOURCE_DATE_EPOCH', '1700000000')
    for name in ('there', 'here'):
        (tmp_path / name / 'seeds').mkdir(parents=True)
        (tmp_path / name / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    there, here = tmp_path / 'there', tmp_path / 'here'
    source = [environment / 'bin' / 'python', '-c', 'import tategumi; print(tategumi.__file__)']
    assert Path(run(*source, cwd=there).strip()).is_relative_to(packages)
    run(command, 'all', cwd=there)
    run(sys.executable, PROJECT / 'pipeline.py', 'all', cwd=here)
    assert {'.epub', '.pdf', '.html'} <= {Path(name).suffix for name in made_in(there)}
    assert made_in(there) == made_in(here)


def test_a_wheel_brings_all_that_the_press_reads_and_one_copy_of_it(packages):
    brought = files_below(packages / 'tategumi')
    sheets = files_below(PROJECT / 'styles')
    assert brought == {
        **files_below(PROJECT / 'tategumi'),
        **{f'styles/{name}': content for name, content in sheets.items()},
    }


def test_the_command_tells_the_version_that_was_installed(command, packages, tmp_path):
    (metadata,) = packages.glob('tategumi-*.dist-info')
    told = run(command, '--version', cwd=tmp_path)
    assert metadata.name == f'tategumi-{told.split()[-1]}.dist-info'
