"""EPUBCheck and Ace by DAISY on the books, and Ace on one that was spoilt."""

import io
import re
import zipfile

import pytest

from tategumi.check import check_ace, check_epub
from tategumi.files import write_whole
from tategumi.language import language_of
from tategumi.settings import PLAIN

from .conftest import BOOKS, named

pytestmark = pytest.mark.readers


@pytest.fixture(params=[*BOOKS, ('horizontal', PLAIN)], ids=named)
def path(request, made, tmp_path):
    return write_whole(tmp_path / 'book.epub', made(*request.param).content)


def test_epubcheck_finds_no_fault(path):
    assert check_epub(path) == []


def test_ace_finds_no_violation(path):
    assert check_ace(path) == []


def test_ace_names_the_document_and_the_rule(built, tmp_path):
    path = tmp_path / 'book.epub'
    with (
        zipfile.ZipFile(io.BytesIO(built('own').content)) as good,
        zipfile.ZipFile(path, 'w') as spoilt,
    ):
        for entry in good.infolist():
            content = good.read(entry)
            if entry.filename.endswith('cover.xhtml'):
                content = content.replace(b' alt=', b' data-alt=')
            spoilt.writestr(entry, content)
    assert any('cover.xhtml: error image-alt: ' in str(fault) for fault in check_ace(path))
    japanese = language_of('ja')
    said = [japanese.say(fault) for fault in check_ace(path, japanese)]
    assert any(re.search('誤り image-alt: .*[ぁ-ん]', each) for each in said)
