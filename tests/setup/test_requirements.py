"""The lock installs the same packages everywhere, from any package index."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / 'requirements.txt').read_text(encoding='utf-8')


def canonical(name):
    """The one spelling of a package's name (PEP 503)."""
    return re.sub('[-_.]+', '-', name).lower()


def locked():
    """Name, version and hashes of every package of the lock."""
    entries = LOCK.replace('\\\n', ' ').splitlines()
    for entry in entries:
        if entry.strip() and not entry.lstrip().startswith('#'):
            requirement, *hashes = entry.split()
            name, _, version = requirement.partition('==')
            yield canonical(name), version, hashes


def test_every_package_is_pinned_and_hashed():
    for name, version, hashes in locked():
        assert re.fullmatch(r'[0-9][0-9.]*', version), name
        assert hashes, name
        assert all(re.fullmatch(r'--hash=sha256:[0-9a-f]{64}', h) for h in hashes), name


def test_no_address_is_written():
    assert '://' not in LOCK
    assert not re.search(r'^\s*-', re.sub(r'--hash=\S+', '', LOCK), re.MULTILINE)


def asked():
    """Name and version, or no version, of every package of requirements.in."""
    lines = (ROOT / 'requirements.in').read_text(encoding='utf-8').splitlines()
    for line in lines:
        if line and not line.startswith('#'):
            name, _, version = line.partition('==')
            yield canonical(name), version


def test_what_the_press_asks_for_is_locked_as_asked():
    versions = {name: version for name, version, _ in locked()}
    for name, version in asked():
        assert versions[name] == version or not version, name


def test_every_package_the_press_imports_is_asked_for():
    imported = set()
    for path in (ROOT / 'pipeline.py', *ROOT.glob('tategumi/**/*.py')):
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition('.')[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(node.module.partition('.')[0])
    imported -= {'tategumi', *sys.stdlib_module_names}
    distributions = packages_distributions()
    names = {canonical(name) for module in imported for name in distributions[module]}
    assert names
    assert names <= {name for name, _ in asked()}
