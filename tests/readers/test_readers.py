"""What a reader sees of the EPUB in foliate-js (Foliate) and in epub.js."""

import re

import pytest

pytestmark = pytest.mark.readers


@pytest.fixture(params=['foliate', 'epubjs'])
def reader(request):
    return request.param


@pytest.fixture(params=['own', 'every-construct'])
def shown(request, show, reader):
    return show(reader, request.param)


def test_it_opens_without_complaint_and_asks_nothing_of_the_network(shown):
    assert (shown.seen['complaints'], shown.seen['requests']) == ([], [])


def test_every_entry_of_the_contents_lands_in_its_chapter(shown):
    for section in shown.sections:
        assert section['href'].split('#')[0].split('/')[-1] == section['file']


def test_all_the_text_of_every_chapter_appears(shown):
    seen = {section['file']: squeezed(section['text']) for section in shown.sections}
    chapters = [file for file in shown.built.spine() if file.startswith('chapter-')]
    assert {file: seen[file] for file in chapters} == {
        file: squeezed(''.join(shown.built.xml(file).find('{*}body').itertext()))
        for file in chapters}


def test_lines_run_down_and_follow_one_another_to_the_left(shown):
    assert {section['writingMode'] for section in shown.sections} == {'vertical-rl'}
    long = [line for section in shown.sections for line in section['lines']
            if line[0]['right'] - line[-1]['left'] > 40]
    assert long
    for line in long:
        assert line[-1]['right'] < line[0]['right']


def test_tate_chu_yoko_is_one_square(shown):
    squares = [square for section in shown.sections for square in section['tcy']]
    assert squares
    for square in squares:
        assert square['combine'] == 'all'
        assert square['bottom'] - square['top'] == pytest.approx(square['em'], rel=.1)


def test_figures_and_acronyms_stand_upright(shown):
    upright = {word for section in shown.sections for word in section['upright']}
    assert upright == {'upright'}


def test_ruby_stands_to_the_right_of_its_base(show, reader):
    readings = [made for section in show(reader, 'every-construct').sections
                for made in section['ruby']]
    assert readings
    for made in readings:
        assert sum(made['rt'][side] for side in ('left', 'right')) > (
            sum(made['base'][side] for side in ('left', 'right')))
        assert made['rt']['left'] > made['base']['left']


def test_pages_turn_to_the_left(show, reader):
    seen = show(reader, 'own').seen
    assert seen['direction'] == 'rtl'
    *forward, back = seen['turned']
    assert forward == sorted(set(forward))
    assert back == forward[-2]


def squeezed(text):
    return re.sub(r'\s', '', text)
