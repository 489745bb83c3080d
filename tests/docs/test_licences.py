"""docs/licences.md tells of every package that the press asks for, in both languages."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


PAGES = ['licences.md', 'licences.ja.md']


def text_of(page):
    return (PROJECT / 'docs' / page).read_text(encoding='utf-8')


def listed(page):
    """``{package: licence}`` of the table of direct dependencies."""
    rows = re.findall(r'^\| ([\w.-]+)(?: ?[(（][^)）]*[)）])? \| ([^|]+) \|', text_of(page), re.M)
    return {name: licence.strip() for name, licence in rows}


def asked_for(group):
    """The names of the packages that ``pyproject.toml`` asks for."""
    lines = subprocess.run(
        [sys.executable, PROJECT / 'setup' / 'asked_for.py', group],
        capture_output=True,
        check=True,
        encoding='utf-8',
    ).stdout.splitlines()
    return {re.match(r'[\w.-]+', line)[0] for line in lines}


@pytest.mark.parametrize('page', PAGES)
@pytest.mark.parametrize('group', ['press', 'check', 'dask'])
def test_every_package_is_told_of_with_its_licence(group, page):
    names = asked_for(group)
    assert names and names <= {name for name, licence in listed(page).items() if licence}


@pytest.mark.parametrize('page', PAGES)
def test_every_package_of_the_tests_is_named(page):
    stubs = {name for name in asked_for('test') if name.startswith('types-')}
    words = {*re.findall(r'[a-z][a-z0-9.-]*', text_of(page))}
    assert stubs and asked_for('test') - stubs <= words and 'typeshed' in words


def test_both_pages_say_the_same_licences():
    """Of each package the names of its licences, in that order, whatever the words between."""

    name = r'[A-Z]+[A-Za-z]*-[0-9][a-zA-Z0-9.-]*[a-z0-9]|MIT(?:-CMU)?|CNRI-Python'
    told = [
        {
            package: found
            for package, licence in listed(page).items()
            if (found := re.findall(name, licence))
        }
        for page in PAGES
    ]
    assert told[0] == told[1] and len(told[0]) > 30
