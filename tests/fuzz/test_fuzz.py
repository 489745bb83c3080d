"""What holds for every seed, tried on seeds nobody meant to write.

``make fuzz`` tries the same for as long as one likes.
"""

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from tategumi.cleaning import rewrite
from tategumi.errors import BadInput
from tategumi.making import Book, epub, pdf
from tategumi.terminal import Quiet

from . import seeds
from .shapes import SHAPES
from .way import chapters_of, cleaned, manuscript_of, through

texts = seeds.texts.filter(lambda text: '\0' not in text)
names = st.sampled_from(['a.txt', 'a.md'])


@settings(max_examples=300)
@given(seeds.names, seeds.files)
def test_any_bytes_become_chapters_or_one_clear_line(name, data):
    assert through(name, data)


@pytest.mark.parametrize('shape', SHAPES)
def test_so_do_texts_of_any_shape(shape):
    name, text = SHAPES[shape]
    assert through(name, text(60).encode())


@settings(max_examples=300)
@given(names, texts, seeds.prose, st.data())
def test_a_paragraph_of_prose_comes_through(name, text, prose, data):
    lines = text.split('\n')
    place = data.draw(st.integers(0, len(lines)))
    lines[place:place] = ['', prose, '']
    try:
        _, article, _ = cleaned(name, '\n'.join(lines))
        printed = ''.join(
            ''.join(etree.fromstring(chapter.body).itertext()) for chapter in chapters_of(article))
    except BadInput:
        # A picture that is not there, or the like, which the prose is not to blame for.
        assume(False)
    known = [article.title, article.source, *(credit.text for credit in article.credits)]
    assert _letters(rewrite(prose)[0]) in _letters(printed + '\n'.join(known))


def _letters(text):
    return ''.join(
        mark for mark in unicodedata.normalize('NFKC', text) if mark.isalnum())


@settings(max_examples=300)
@given(names, texts)
def test_cleaning_a_manuscript_changes_nothing(name, text):
    try:
        seed, article, _ = cleaned(name, text)
    except BadInput:
        return
    # The buttons of a site mean nothing in a work of 青空文庫.
    assume(seed.notation != 'aozora')
    made = manuscript_of(article)
    _, again, _ = cleaned('a.md', made)
    assert manuscript_of(again) == made


@settings(max_examples=4)
@given(seeds.names, texts)
def test_a_few_become_books(name, text):
    with TemporaryDirectory() as folder:
        (Path(folder) / 'seeds').mkdir()
        (Path(folder) / 'seeds' / name).write_bytes(text.encode())
        book = Book(Path(folder), Quiet())
        try:
            epub(book)
            pdf(book)
        except BadInput as refused:
            assert '\n' not in str(refused)
            return
        assert book.file('.epub').read_bytes().startswith(b'PK')
        assert book.file('.pdf').read_bytes().startswith(b'%PDF-')
