"""All that a chapter may hold, as a reading system finds it."""

import pytest

from tategumi.check.epub import check_epub

from .conftest import PRESS, Built


@pytest.fixture(scope='module')
def showcase():
    return Built(PRESS / 'tests' / 'books' / 'showcase')


def test_epubcheck_has_nothing_against_it(showcase, tmp_path):
    path = tmp_path / 'book.epub'
    path.write_bytes(showcase.content)
    assert check_epub(path) == []


@pytest.mark.parametrize(
    'element, text',
    [
        ('sup', '3'),
        ('sub', '2'),
        ('s', '誤った'),
        ('mark', '大切な文'),
        ('dt', '灯台'),
        ('rt', 'あおぞら'),
        ('rt', 'みなと'),
        ('mi', 'x'),
        ('p', '◆'),
        ('p', '「こう書く人もいる」'),
    ],
)
def test_what_editors_type_is_what_it_says(showcase, element, text):
    found = [
        ''.join(made.itertext())
        for file in showcase.spine()
        for made in showcase.xml(file).iter(f'{{*}}{element}')
    ]
    assert text in found
