"""The examples of docs/library.md run, one after the other, in both languages."""

import re
from pathlib import Path

import pytest

from tategumi.build import OUTPUTS

DOCS = Path(__file__).parents[2] / 'docs'


@pytest.fixture(params=['library.md', 'library.ja.md'])
def page(request):
    return (DOCS / request.param).read_text(encoding='utf-8')


def test_every_example_does_what_the_page_says(page, tmp_path, monkeypatch, capsys):
    for name, content in {
        'my-book/seeds/a.txt': '港の灯\n\n船は沖へ出た。（夜が明けた。\n\n灯が消えた。\n',
        'faulty-book/book/book.yaml': 'titel: 題\npage: a4\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(content, encoding='utf-8')
    monkeypatch.chdir(tmp_path)
    names, said = {}, []
    for example in re.findall(r'<!-- example -->\n```python\n(.*?)```', page, re.S):
        exec(compile(example, 'docs/library.md', 'exec'), names)
        said.append(capsys.readouterr())
    first, faults, japanese = said
    assert first.out.splitlines()[:2] == ['my-book/dist/港の灯.epub', '港の灯'] and not first.err
    assert 'seeds/a.txt:3' in first.out
    assert [line.split()[1:3] for line in faults.out.splitlines()] == [
        ['1', 'settings'],
        ['2', 'settings'],
    ]
    assert 'PDFを組んでいます' in japanese.err and '要確認' in japanese.out
    assert sorted(path.suffix for path in (tmp_path / 'my-book/dist').glob('港の灯.*')) == [
        '.epub',
        '.pdf',
    ]


def test_it_names_every_output(page):
    (row,) = re.findall(r'^\| `make\(.*', page, re.M)
    assert {*re.findall(r'`([a-z]+)`', row)} - {'str'} == {*OUTPUTS}


def test_the_attributes_of_its_table_are_there(page, tmp_path):
    from tategumi import Book

    (tmp_path / 'book').mkdir()
    book = Book(tmp_path)
    named = re.findall(r'^\| `book\.(\w+)', page, re.M)
    assert len(named) >= 5 and all(hasattr(book, name) for name in named)
