"""The lock installs the same packages everywhere, from any package index."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / 'requirements.txt').read_text(encoding='utf-8')


def locked():
    """Name, version and hashes of every package of the lock."""
    entries = LOCK.replace('\\\n', ' ').splitlines()
    for entry in entries:
        if entry.strip() and not entry.lstrip().startswith('#'):
            requirement, *hashes = entry.split()
            name, _, version = requirement.partition('==')
            yield name, version, hashes


def test_every_package_is_pinned_and_hashed():
    for name, version, hashes in locked():
        assert re.fullmatch(r'[0-9][0-9.]*', version), name
        assert hashes, name
        assert all(re.fullmatch(r'--hash=sha256:[0-9a-f]{64}', h) for h in hashes), name


def test_no_address_is_written():
    assert '://' not in LOCK
    assert not re.search(r'^\s*-', re.sub(r'--hash=\S+', '', LOCK), re.MULTILINE)


def test_what_the_press_asks_for_is_locked_as_asked():
    asked = [
        line.partition('==') for line in
        (ROOT / 'requirements.in').read_text(encoding='utf-8').splitlines()
        if line and not line.startswith('#')]
    versions = {name: version for name, version, _ in locked()}
    assert asked
    for name, _, version in asked:
        assert name in versions
        assert not version or versions[name] == version
