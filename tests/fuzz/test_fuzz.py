"""What holds for every seed, tried on seeds nobody meant to write.

``make fuzz`` tries the same for as long as one likes.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from tategumi.build import USUAL, Book, make
from tategumi.errors import BadInput
from tategumi.terminal import Quiet

from . import runs, seeds
from .properties import PROPERTIES
from .shapes import SHAPES
from .way import through


@pytest.mark.parametrize('holds', PROPERTIES, ids=lambda holds: holds.__name__)
def test_for_any_seed(holds):
    settings(max_examples=300)(given(**PROPERTIES[holds])(holds))()


@pytest.mark.parametrize('shape', SHAPES)
def test_texts_of_any_shape_become_chapters_or_one_clear_line(shape):
    name, text = SHAPES[shape]
    assert through(name, text(60).encode())


# Where the machine is busy a text may take a little longer than what `make fuzz` allows.
@pytest.mark.parametrize(
    'name, pattern',
    [
        *(('a.txt', each) for each in ('!', '?', '(1) ', '!?', '."', '()', '&', '&#', '<p =')),
        *(
            ('a.txt', each)
            for each in ('！', '「', '《', '［＃', '\n', '　', '（港）', 'a-', '港 ', '①', '1')
        ),
        *(('a.md', each) for each in ('!', '(1) ', '[', '![', '[^1]', '**a ', '1. ', '| ')),
        *(('a.md', each) for each in ('a', '&', '\\', '{a|', '^1^', '\n')),
    ],
)
def test_a_long_run_costs_little(name, pattern):
    cost = runs.cost(name, runs.run_of(pattern, ('港', '港')))
    assert cost and cost[0] < 5 * runs.SECONDS and cost[1] < runs.MEGABYTES


@pytest.mark.parametrize('pattern', ['\n', '\r', '　', ' \n', '\t'])
def test_a_long_run_without_any_text_costs_little(pattern):
    cost = runs.cost('a.txt', runs.run_of(pattern))
    assert cost and cost[0] < 5 * runs.SECONDS and cost[1] < runs.MEGABYTES


@settings(max_examples=4)
@given(seeds.names, seeds.texts)
def test_a_few_become_books(name, text):
    with TemporaryDirectory() as folder:
        (Path(folder) / 'seeds').mkdir()
        (Path(folder) / 'seeds' / name).write_bytes(text.encode())
        book = Book(Path(folder), Quiet())
        try:
            make(book, *USUAL)
        except BadInput as refused:
            assert '\n' not in str(refused)
            return
        assert book.file('.epub').read_bytes().startswith(b'PK')
        assert book.file('.pdf').read_bytes().startswith(b'%PDF-')
