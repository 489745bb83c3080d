"""What docs/print.md tells is so, in both languages."""

import dataclasses
import re
from pathlib import Path

import pytest

from tategumi.settings import Print, Sample, Wrap, load_settings

DOCS = Path(__file__).parents[2] / 'docs'
PAGES = ['print.md', 'print.ja.md']


def examples(page):
    """The examples of a page that are settings."""
    text = (DOCS / page).read_text(encoding='utf-8')
    blocks = re.findall(r'(?:^    .*\n|^\n(?=    ))+', text, re.M)
    return [re.sub('^    ', '', block, flags=re.M) for block in blocks if ':\n' in block]


@pytest.mark.parametrize('page', PAGES)
def test_its_examples_are_settings(tmp_path, page):
    found = examples(page)
    assert len(found) > 1
    for number, example in enumerate(found):
        book = tmp_path / f'{number}' / 'book'
        book.mkdir(parents=True)
        (book / 'book.yaml').write_text(example, encoding='utf-8')
        load_settings(book.parent)


@pytest.mark.parametrize('page', PAGES)
def test_it_shows_every_key_with_its_default(tmp_path, page):
    book = tmp_path / 'book'
    book.mkdir()
    for example, kind in zip(examples(page), (Print, Wrap, Sample)):
        name = kind.__name__.lower()
        (book / 'book.yaml').write_text(example, encoding='utf-8')
        assert getattr(load_settings(tmp_path), name) == kind()
        keys = {field.name for field in dataclasses.fields(kind)}
        assert keys == {*re.findall(r'^  (\w+):', example, re.M)}
