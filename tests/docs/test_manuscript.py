"""The table of the manuscript: each notation has its picture, as the press sets it now."""

import importlib.util
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tategumi.spans import SPANS

DOCS = Path(__file__).parents[2] / 'docs'


@pytest.fixture(scope='module')
def make():
    path = DOCS / 'manuscript' / 'make.py'
    specification = importlib.util.spec_from_file_location('manuscript_pictures', path)
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


def test_every_span_is_in_the_table(make):
    typed = ''.join(row.typed for row in make.ROWS)
    steps = {f'{size}-{step}' for size in ('small', 'large') for step in (2, 3)}
    assert [name for name in SPANS if f'.{name}' not in typed and name not in steps] == []


def test_every_row_with_a_picture_has_one_of_its_own(make):
    names = [row.name for row in make.ROWS if row.name]
    files = [DOCS / 'manuscript' / f'{name}.png' for name in names]
    assert len({*names}) == len(names) and all(file.is_file() for file in files)
    assert len({file.read_bytes() for file in files}) == len(files)
    assert {file.name for file in (DOCS / 'manuscript').glob('*.png')} == {
        file.name for file in files
    }


def test_the_pictures_are_those_that_the_press_draws(make):
    for name, content in make.pictures():
        drawn, kept = (
            Image.open(source).convert('L')
            for source in (BytesIO(content), DOCS / 'manuscript' / f'{name}.png')
        )
        # Machines draw the edges of letters in other greys.
        assert all(abs(one - other) <= 2 for one, other in zip(drawn.size, kept.size)), name


def test_the_table_has_a_row_for_each_and_parts_no_cell(make):
    lines = make.table().splitlines()
    assert len(lines) == len(make.ROWS) + 2
    assert {line.replace('\\\\|', '').replace('\\|', '').count('|') for line in lines} == {4}
