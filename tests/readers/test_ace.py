"""Ace by DAISY on two books, and on one that was spoilt."""

import io
import zipfile

import pytest

from tategumi.check.ace import check_ace

pytestmark = pytest.mark.readers


@pytest.mark.parametrize('book', ['own', 'every-construct', 'showcase'])
def test_ace_finds_no_violation(built, tmp_path, book):
    path = tmp_path / 'book.epub'
    path.write_bytes(built(book).content)
    assert check_ace(path) == []


def test_ace_names_the_document_and_the_rule(built, tmp_path):
    path = tmp_path / 'book.epub'
    with zipfile.ZipFile(io.BytesIO(built('own').content)) as good, \
            zipfile.ZipFile(path, 'w') as spoilt:
        for entry in good.infolist():
            content = good.read(entry)
            if entry.filename.endswith('cover.xhtml'):
                content = content.replace(b' alt=', b' data-alt=')
            spoilt.writestr(entry, content)
    assert any('cover.xhtml: critical image-alt: ' in line for line in check_ace(path))
