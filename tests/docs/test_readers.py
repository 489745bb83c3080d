"""What docs/readers.md says was tried, in both languages, is what `make readers` tries."""

import json
from pathlib import Path

import pytest

PRESS = Path(__file__).parents[2]
ASKED = json.loads((PRESS / 'package.json').read_text(encoding='utf-8'))['devDependencies']
#: Neither what drives the browser nor what stands in for a package shows a book.
TRIED = {
    name: version
    for name, version in ASKED.items()
    if name != 'puppeteer-core' and not version.startswith('file:')
}


@pytest.fixture(scope='module', params=['readers.md', 'readers.ja.md'])
def page(request):
    return (PRESS / 'docs' / request.param).read_text(encoding='utf-8')


@pytest.mark.parametrize('package', sorted(TRIED))
def test_every_package_is_named_with_its_version(page, package):
    assert f' {TRIED[package]}' in page
