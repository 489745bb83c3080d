"""The house style is documented whole, with pictures that show what each value does."""

import dataclasses
import importlib.util
import typing
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pytest
from PIL import Image

from tategumi.settings import HouseStyle, load_settings

DOCS = Path(__file__).parents[2] / 'docs'


@pytest.fixture(scope='module')
def make():
    specification = importlib.util.spec_from_file_location('make', DOCS / 'house-style/make.py')
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_every_key_and_value_has_an_example(make):
    fields = {field.name: field for field in dataclasses.fields(HouseStyle)}
    assert set(make.EXAMPLES) == set(fields)
    for key, (values, *_) in make.EXAMPLES.items():
        assert fields[key].default in values
        choices = typing.get_args(fields[key].type)
        assert set(values) >= set(choices) and len(values) >= 2


@pytest.mark.parametrize('page', ['house-style.md', 'house-style.ja.md'])
def test_every_example_is_shown_under_its_key_and_value(make, page):
    sections = (DOCS / page).read_text(encoding='utf-8').split('\n## ')
    for key, (values, *_) in make.EXAMPLES.items():
        (section,) = (text for text in sections if text.startswith(f'`{key}`'))
        for value in values:
            assert f'`{str(value).lower()}`' in section
            assert f'](house-style/{make.name_of(key, value)})' in section


@pytest.mark.parametrize('page', ['house-style.md', 'house-style.ja.md'])
def test_the_values_at_its_head_are_the_defaults(tmp_path, page):
    head = (DOCS / page).read_text(encoding='utf-8').split('\n## ')[0]
    lines = [line[4:] for line in head.splitlines() if line.startswith('    ')]
    (tmp_path / 'book').mkdir()
    (tmp_path / 'book' / 'book.yaml').write_text('\n'.join(lines), encoding='utf-8')
    assert load_settings(tmp_path).house_style == HouseStyle()
    assert len(lines) == 1 + len(dataclasses.fields(HouseStyle))


def test_each_value_gives_a_picture_of_its_own(make):
    for key, group in groupby(make.pictures(), key=lambda picture: picture[0]):
        images = [Image.open(BytesIO(content)).convert('L') for *_, content in group]
        assert len({image.tobytes() for image in images}) == len(images), key
        assert all(image.getextrema()[0] < 60 for image in images)
