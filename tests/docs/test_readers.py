"""What docs/readers.md says was tried is what `make readers` tries."""

import json
from pathlib import Path

import pytest

PRESS = Path(__file__).parents[2]
TRIED = json.loads((PRESS / 'package.json').read_text(encoding='utf-8'))['devDependencies']
#: What drives the browser shows no book.
DRIVER = 'puppeteer-core'


@pytest.fixture(scope='module')
def page():
    return (PRESS / 'docs' / 'readers.md').read_text(encoding='utf-8')


@pytest.mark.parametrize('package', sorted(set(TRIED) - {DRIVER}))
def test_every_package_is_named_with_its_version(page, package):
    assert f' {TRIED[package]}' in page
