"""docs/licences.md tells of every package that the press asks for."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def listed():
    """``{package: licence}`` of the table of direct dependencies."""
    page = (PROJECT / 'docs' / 'licences.md').read_text(encoding='utf-8')
    rows = re.findall(r'^\| ([\w.-]+)(?: \([^)]*\))? \| ([^|]+) \|', page, re.MULTILINE)
    return {name: licence.strip() for name, licence in rows}


@pytest.mark.parametrize('group', ['press', 'check', 'dask'])
def test_every_package_is_told_of_with_its_licence(group):
    asked_for = subprocess.run(
        [sys.executable, PROJECT / 'setup' / 'asked_for.py', group],
        capture_output=True,
        check=True,
        encoding='utf-8',
    ).stdout
    names = {re.match(r'[\w.-]+', line)[0] for line in asked_for.splitlines()}
    assert names and names <= {name for name, licence in listed().items() if licence}
