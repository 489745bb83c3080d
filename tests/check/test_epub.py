"""EPUBCheck finds what is wrong, and says so in lines a person can read."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tategumi.check.epub import check_epub
from tategumi.epub import build_epub
from tategumi.errors import BadInput
from tategumi.language import language_of
from tategumi.manuscript import Chapter
from tategumi.markup import mark_up
from tategumi.settings import Settings

STYLES = Path(__file__).parents[2] / 'styles'


def write_epub(folder, spoil=lambda name, content: content):
    """A small EPUB whose files went through ``spoil``."""
    settings = Settings(root=folder, title='本', identifier='urn:uuid:1')
    chapter = mark_up(Chapter(folder / '00.md', 0, '# 題\n\n本文。'), settings)
    path = folder / 'book.epub'
    with (
        zipfile.ZipFile(io.BytesIO(build_epub(settings, [chapter], STYLES))) as good,
        zipfile.ZipFile(path, 'w') as spoilt,
    ):
        for entry in good.infolist():
            spoilt.writestr(entry, spoil(entry.filename, good.read(entry)))
    return path


def test_faults_name_the_file_and_line_within_the_epub(tmp_path):
    path = write_epub(
        tmp_path,
        lambda name, content: (
            content.replace(b'</h1>', b'</h1>\n<p><p>').replace(
                b'</section>', b'</p></p></section>'
            )
            if name.endswith('chapter-00.xhtml')
            else content
        ),
    )
    messages = [*map(str, check_epub(path))]
    assert any(
        'EPUB/chapter-00.xhtml:' in message and 'error RSC-005' in message for message in messages
    )
    assert all('\n' not in message for message in messages)
    in_japanese = [*map(language_of('ja').say, check_epub(path, language_of('ja')))]
    assert len(in_japanese) == len(messages)
    assert any(re.search('誤り RSC-005: .*[ぁ-ん]', message) for message in in_japanese)


@pytest.mark.parametrize('name', ['港町', 'cafe\u0301'])
def test_a_name_in_any_script_is_read_whatever_the_locale(tmp_path, monkeypatch, name):
    """Who asks for Japanese on a system in English names a locale that is not installed."""
    monkeypatch.delenv('LC_ALL', raising=False)
    monkeypatch.setenv('LANG', 'xx_XX.UTF-8')
    (tmp_path / name).mkdir()
    written = write_epub(
        tmp_path,
        lambda inner, content: (
            content.replace(b'</section>', b'</p></section>') if 'chapter-' in inner else content
        ),
    )
    path = written.rename(tmp_path / name / f'{name}.epub')
    assert any('chapter-00.xhtml' in str(fault) for fault in check_epub(path))


def test_what_epubcheck_does_not_open_does_not_pass(tmp_path, monkeypatch):
    path = write_epub(tmp_path)
    monkeypatch.setattr(Path, 'is_file', lambda self: True)
    with pytest.raises(BadInput, match='EPUBCheck gave no answer: .*not found'):
        check_epub(path.with_name('absent.epub'))


def test_what_is_no_epub_is_a_fault(tmp_path):
    path = tmp_path / 'book.epub'
    path.write_bytes(b'not a zip')
    assert any(fault.severity == 'error' for fault in check_epub(path))


def test_a_missing_epub_is_named(tmp_path):
    with pytest.raises(BadInput, match=r'book\.epub: is not there'):
        check_epub(tmp_path / 'book.epub')


def test_without_java_the_message_says_so(tmp_path, monkeypatch):
    path = write_epub(tmp_path)
    monkeypatch.setenv('PATH', str(tmp_path))
    with pytest.raises(BadInput, match=r'book\.epub: .*needs a Java runtime'):
        check_epub(path)
