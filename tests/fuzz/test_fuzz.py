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

from . import seeds
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
