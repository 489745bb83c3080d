"""The tables of the docs that are made of the code say what the code says."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / 'docs'
PAGES = [path for path in sorted(DOCS.glob('*.md')) if '<!-- table: ' in path.read_text('utf-8')]


@pytest.fixture(scope='module')
def tables():
    specification = importlib.util.spec_from_file_location('tables', DOCS / 'tables.py')
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize('page', PAGES, ids=lambda page: page.name)
def test_a_page_has_its_tables_as_they_are_now(tables, page):
    text = page.read_text(encoding='utf-8')
    assert tables.written(text) == text, 'write them with "make tables"'


def test_every_table_is_in_a_page(tables):
    text = ''.join(page.read_text(encoding='utf-8') for page in PAGES)
    assert all(f'<!-- table: {name} -->\n|' in text for name in tables.TABLES)
