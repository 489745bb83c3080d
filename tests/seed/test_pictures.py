"""Which pictures of a seed are files that came with it."""

import pytest
from PIL import Image

from tategumi.seed import path_of, read_seeds
from tategumi.seed.pictures import pictures_beside


@pytest.fixture
def folder(tmp_path):
    seeds = tmp_path / 'seeds'
    (seeds / 'page_files').mkdir(parents=True)
    for path in (seeds / 'a.png', seeds / 'page_files' / '港 (1).png', tmp_path / 'out.png'):
        Image.new('L', (90, 60)).save(path)
    (seeds / 'no-picture.png').write_text('港', encoding='utf-8')
    (seeds / 'link.png').symlink_to(tmp_path / 'out.png')
    return seeds


def found(folder, *sources):
    page = ''.join(f'<img src="{source}">' for source in sources)
    return pictures_beside(page, folder, is_html=True)


def test_a_file_beside_the_seed_has_an_address_that_leads_back_to_it(folder):
    address = found(folder, 'page_files/%E6%B8%AF%20(1).png')['page_files/%E6%B8%AF%20(1).png']
    assert path_of(address) == 'page_files/港 (1).png'
    assert not {*address} & {*' ()<>"*[]'}


@pytest.mark.parametrize(
    'source',
    [
        '../out.png',
        '/etc/passwd',
        'link.png',
        'no-picture.png',
        'absent.png',
        'page_files',
        'https://example.com/a.png',
        '//example.com/a.png',
        'data:image/png;base64,AAAA',
        'file:a.png',
        'page_files\\a.png',
        '',
        'a\x00.png',
        'a' * 5000,
    ],
)
def test_nothing_else_is_one(folder, source):
    assert found(folder, source) == {}


def test_a_picture_loaded_late_is_found_by_its_other_name(folder):
    page = '<p>港</p><img src="data:image/gif;base64,x" data-src="a.png?w=640" alt="船">'
    assert pictures_beside(page, folder, is_html=True) == {'a.png?w=640': '../pictures/a.png'}


def test_markdown_names_them_in_its_own_way(folder):
    text = '![船](a.png "夜") ![港](<page_files/港 (1).png>) ![遠](https://example.com/a.png)'
    (folder / 'a.md').write_text(text, encoding='utf-8')
    [seed] = read_seeds(folder.parent)
    assert seed.placed(text) == (
        '![船](../pictures/a.png "夜") ![港](../pictures/page_files/港%20%281%29.png) '
        '![遠](https://example.com/a.png)'
    )
