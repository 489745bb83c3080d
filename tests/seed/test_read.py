import os

import pytest

from tategumi.errors import BadInput
from tategumi.seed import read_seeds


@pytest.fixture
def seeds(tmp_path):
    (tmp_path / 'seeds').mkdir()
    return tmp_path / 'seeds'


def test_text_and_markdown_are_read_in_the_order_of_their_names(tmp_path, seeds):
    for name in ('b.md', 'a.txt', 'c.TXT'):
        (seeds / name).write_text(name, encoding='utf-8')
    (seeds / '.hidden.txt').write_text('x', encoding='utf-8')
    read = read_seeds(tmp_path)
    assert [(seed.path.name, seed.text) for seed in read] == [
        ('a.txt', 'a.txt'),
        ('b.md', 'b.md'),
        ('c.TXT', 'c.TXT'),
    ]
    assert [seed.notation for seed in read] == ['plain', 'markdown', 'plain']


def test_line_endings_are_read_as_they_are(tmp_path, seeds):
    (seeds / 'a.txt').write_bytes(b'a\r\nb\rc')
    assert [line.end for line in read_seeds(tmp_path)[0].lines] == ['\r\n', '\r', '']


def test_no_folder(tmp_path):
    with pytest.raises(BadInput, match='seeds: there is no such folder'):
        read_seeds(tmp_path)


def test_no_seed_in_the_folder(tmp_path, seeds):
    (seeds / 'picture.png').write_bytes(b'x')
    with pytest.raises(BadInput, match='seeds: holds no seed'):
        read_seeds(tmp_path)


@pytest.mark.parametrize('content', [b'', b' \n\t\r\n', b'\xef\xbb\xbf\n', '　\n'.encode()])
def test_an_empty_seed_is_named(tmp_path, seeds, content):
    (seeds / 'a.txt').write_bytes(content)
    with pytest.raises(BadInput, match=r'a\.txt: is empty'):
        read_seeds(tmp_path)


def test_a_page_is_read_as_markdown(tmp_path, seeds):
    (seeds / 'a.html').write_text('<p>文<em>章</em></p>', encoding='utf-8')
    [seed] = read_seeds(tmp_path)
    assert seed.notation == 'markdown'
    assert [line.markdown for line in seed.lines if line.markdown] == ['文*章*']


def test_a_link_out_of_the_folder_is_not_followed(tmp_path, seeds):
    (tmp_path / 'secret.txt').write_text('秘密', encoding='utf-8')
    (seeds / 'a.txt').symlink_to(tmp_path / 'secret.txt')
    with pytest.raises(BadInput, match='outside'):
        read_seeds(tmp_path)


def test_a_seed_larger_than_any_book_is_refused(tmp_path, seeds):
    with (seeds / 'a.txt').open('wb') as file:
        file.truncate(100_000_001)
    with pytest.raises(BadInput, match=r'a\.txt: is larger than 100 MB'):
        read_seeds(tmp_path)


@pytest.mark.skipif(not hasattr(os, 'mkfifo'), reason='there are no pipes with names')
def test_a_pipe_is_not_waited_for(tmp_path, seeds):
    os.mkfifo(seeds / 'a.txt')
    with pytest.raises(BadInput, match=r'a\.txt: cannot be read: it is no regular file'):
        read_seeds(tmp_path)
