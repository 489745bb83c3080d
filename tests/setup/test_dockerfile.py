"""The image has what `make` would install, and nothing that is not there to copy."""

import importlib.util
import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]
DOCKERFILE = (PROJECT / 'Dockerfile').read_text(encoding='utf-8')


def test_it_installs_the_parts_of_the_system_that_make_does():
    path = PROJECT / 'setup' / 'system_parts.py'
    specification = importlib.util.spec_from_file_location('system_parts', path)
    parts = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(parts)
    # The image has a Python of its own.
    wanted = {package for part in parts.PARTS['press'] for package in part.apt}
    wanted = {package for package in wanted if not package.endswith('-venv')}
    installed = re.search(r'apt-get install[^\n]*\n((?:\s+[\w.-]+ \\\n)+)', DOCKERFILE)[1]
    assert set(re.findall(r'[\w.-]{2,}', installed)) == wanted


def test_what_it_copies_is_there_and_sent_along():
    copied = [
        name for line in re.findall(r'^COPY (.*) \S+$', DOCKERFILE, re.M) for name in line.split()
    ]
    sent = (PROJECT / '.dockerignore').read_text(encoding='utf-8')
    assert 'tategumi' in copied and 'requirements.txt' in copied
    for name in copied:
        assert (PROJECT / name).exists() and f'\n!{name}\n' in sent
