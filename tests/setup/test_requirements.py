"""The locks install the same packages everywhere, from any package index."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRESS, DASK, PEERS = 'requirements', 'requirements-dask', 'requirements-peers'

each_lock = pytest.mark.parametrize('lock', [PRESS, DASK, PEERS])


def canonical(name):
    """The one spelling of a package's name (PEP 503)."""
    return re.sub('[-_.]+', '-', name).lower()


def text_of(name):
    return (ROOT / name).read_text(encoding='utf-8')


def locked(lock):
    """Name, version and hashes of every package of the lock."""
    entries = text_of(f'{lock}.txt').replace('\\\n', ' ').splitlines()
    for entry in entries:
        if entry.strip() and not entry.lstrip().startswith('#'):
            requirement, *hashes = entry.split()
            name, _, version = requirement.partition('==')
            yield canonical(name), version, hashes


@each_lock
def test_every_package_is_pinned_and_hashed(lock):
    for name, version, hashes in locked(lock):
        assert re.fullmatch(r'[0-9][0-9.]*', version), name
        assert hashes, name
        assert all(re.fullmatch(r'--hash=sha256:[0-9a-f]{64}', h) for h in hashes), name


@each_lock
def test_no_address_is_written(lock):
    text = text_of(f'{lock}.txt')
    assert '://' not in text
    assert not re.search(r'^\s*-', re.sub(r'--hash=\S+', '', text), re.MULTILINE)


def asked(lock):
    """Name and version, or no version, of every package that the lock is for."""
    for line in text_of(f'{lock}.in').splitlines():
        if line and not line.startswith(('#', '-')):
            name, _, version = line.partition('==')
            yield canonical(name), version


@each_lock
def test_what_the_press_asks_for_is_locked_as_asked(lock):
    versions = {name: version for name, version, _ in locked(lock)}
    for name, version in asked(lock):
        assert versions[name] == version or not version, name


def test_dask_can_be_installed_beside_what_the_press_needs():
    press = {name: version for name, version, _ in locked(PRESS)}
    for name, version, _ in locked(DASK):
        assert press.get(name, version) == version, name


def test_every_package_the_press_imports_is_asked_for():
    imported = set()
    for path in (ROOT / 'pipeline.py', *ROOT.glob('tategumi/**/*.py')):
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition('.')[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(node.module.partition('.')[0])
    # The press does without Dask, and says what to do when it is asked for it.
    imported -= {'tategumi', *(name for name, _ in asked(DASK)), *sys.stdlib_module_names}
    distributions = packages_distributions()
    names = {canonical(name) for module in imported for name in distributions[module]}
    assert names
    assert names <= {name for name, _ in asked(PRESS)}
