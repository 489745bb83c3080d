"""What lies among the seeds in a form that is not read is named."""

import pytest

from tategumi.errors import BadInput
from tategumi.seed import read_seeds, unread
from tategumi.terminal import Summary


@pytest.fixture
def seeds(tmp_path):
    (tmp_path / 'seeds').mkdir()
    return tmp_path / 'seeds'


@pytest.mark.parametrize(
    'name', ['a.doc', 'a.PDF', 'a.odt', 'a.markdown', 'a.rtf', 'a', 'a.txt.bak']
)
def test_a_file_in_another_form_is_named(tmp_path, seeds, name):
    (seeds / name).write_bytes(b'x')
    (seeds / 'b.txt').write_text('井戸の水は冷たい。', encoding='utf-8')
    assert [path.name for path, _ in unread(tmp_path)] == [name]
    assert [seed.path.name for seed in read_seeds(tmp_path)] == ['b.txt']


@pytest.mark.parametrize('name', ['a.png', 'a.SVG', 'style.css', '.DS_Store'])
def test_what_comes_with_a_page_is_not(tmp_path, seeds, name):
    (seeds / name).write_bytes(b'x')
    assert unread(tmp_path) == []


def test_a_folder_of_texts_is_named_and_that_of_a_saved_page_is_not(tmp_path, seeds):
    for folder in ('part1', 'page_files', 'pictures'):
        (seeds / folder).mkdir()
    (seeds / 'part1' / 'a.txt').write_text('井戸。', encoding='utf-8')
    (seeds / 'page_files' / 'frame.html').write_text('<p>井戸。', encoding='utf-8')
    assert [path.name for path, _ in unread(tmp_path)] == ['part1']


def test_where_there_is_no_seed_the_error_names_the_file(tmp_path, seeds):
    (seeds / 'novel.doc').write_bytes(b'x')
    with pytest.raises(BadInput, match=r'novel\.doc: is in no form that the press reads'):
        read_seeds(tmp_path)


def test_the_summary_says_so(tmp_path, seeds):
    from tategumi.manuscript import clean
    from tategumi.settings import load_settings

    (seeds / 'a.doc').write_bytes(b'x')
    (seeds / 'b.txt').write_text('井戸の水は冷たい。手桶が一つある。', encoding='utf-8')
    summary = Summary()
    summary.add_cleaning(clean(tmp_path, load_settings(tmp_path)))
    assert 'a.doc: is in no form that the press reads' in str(summary)
