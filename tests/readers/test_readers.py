"""What a reader sees of the EPUB in the reading systems of ``docs/readers.md``."""

import re
from collections import Counter

import pytest

pytestmark = pytest.mark.readers

READERS = ['foliate', 'epubjs', 'epubts', 'vivliostyle', 'readium']
LIGHT = 'rgb(221, 221, 221)'
FAMILY = 'Noto Sans CJK JP'
CLEAR = 'rgba(0, 0, 0, 0)'


@pytest.fixture(params=READERS)
def reader(request):
    return request.param


@pytest.fixture(params=['own', 'every-construct', 'showcase'])
def shown(request, show, reader):
    return show(reader, request.param)


def test_it_opens_without_complaint_and_asks_nothing_of_the_network(shown):
    assert (shown.seen['complaints'], shown.seen['requests']) == ([], [])


def test_every_entry_of_the_contents_lands_in_its_chapter(shown):
    for section in shown.sections:
        assert section['href'].split('#')[0].split('/')[-1] == section['file']
        assert section['seen']


def test_a_head_at_the_edge_of_a_page_is_found_from_the_contents(show, reader):
    sections = show(reader, 'many-heads').sections
    assert len(sections) == 26
    assert [section['label'] for section in sections if not section['seen']] == []


def test_all_the_text_of_every_chapter_appears(shown):
    seen = {section['file']: squeezed(section['text']) for section in shown.sections}
    chapters = [file for file in shown.built.spine() if file.startswith('chapter-')]
    for file in chapters:
        text = squeezed(''.join(shown.built.xml(file).find('{*}body').itertext()))
        # Vivliostyle sets notes at the foot of their pages, so the order is its own.
        assert Counter(text) - Counter(seen[file]) == Counter()


def test_lines_run_down_and_follow_one_another_to_the_left(shown):
    assert {mode for section in shown.sections for mode in section['writingModes']} == {
        'vertical-rl'
    }
    long = [
        line
        for section in shown.sections
        for line in section['lines']
        if line[0]['right'] - line[-1]['left'] > 40
    ]
    assert long
    for line in long:
        assert line[-1]['right'] < line[0]['right']


@pytest.mark.parametrize('by', ['day', 'night'])
def test_characters_of_tate_chu_yoko_stand_beside_one_another(shown, by):
    parts = shown.sections if by == 'day' else shown.seen['night']
    squares = [square for part in parts for square in part['tcy']]
    assert squares
    for square in squares:
        assert square['combine'] == 'all'
        assert max(square['tops']) - min(square['tops']) < 1


def test_figures_and_acronyms_stand_upright(shown):
    upright = {word for section in shown.sections for word in section['upright']}
    assert upright == {'upright'}


@pytest.mark.parametrize('by', ['day', 'night'])
def test_ruby_stands_to_the_right_of_its_base(show, reader, by):
    seen = show(reader, 'every-construct').seen
    readings = [
        made for part in seen['sections' if by == 'day' else 'night'] for made in part['ruby']
    ]
    assert readings
    for made in readings:
        assert sum(made['rt'][side] for side in ('left', 'right')) > (
            sum(made['base'][side] for side in ('left', 'right'))
        )
        assert made['rt']['left'] > made['base']['left']


def test_pages_turn_to_the_left(show, reader):
    seen = show(reader, 'own').seen
    assert seen['direction'] == 'rtl'
    if reader != 'readium':
        *forward, back = seen['turned']
        assert forward == sorted(set(forward))
        assert back == forward[-2]


def test_a_horizontal_book_runs_and_turns_to_the_right(show, reader):
    shown = show(reader, 'horizontal')
    assert {mode for section in shown.sections for mode in section['writingModes']} == {
        'horizontal-tb'
    }
    assert shown.seen['direction'] == 'ltr'
    if reader != 'readium':
        *back, forward = shown.seen['turned']
        assert back == sorted(set(back), reverse=True)
        assert forward == back[-2]


@pytest.mark.parametrize('book', ['epub-prefix', 'webkit-prefix'])
def test_prefixed_properties_alone_make_the_text_vertical(show, book):
    sections = show('readium', book).sections
    assert {mode for section in sections for mode in section['writingModes']} == {'vertical-rl'}
    assert {made['combine'] for section in sections for made in section['tcy']} == {'all'}
    assert {word for section in sections for word in section['upright']} == {'upright'}


def test_a_note_pops_up_or_is_a_click_away_and_leads_back(show, reader):
    note = show(reader, 'every-construct').seen['note']
    assert note['text'] == '（1）'
    if reader == 'foliate':
        assert note['popup'] == '（1）章の注。'
    else:
        assert note['seen'] and note['back']


def test_at_night_text_and_lines_take_the_colour_of_the_reader(shown):
    for part in shown.seen['night']:
        assert part['colors'] == [LIGHT]
        assert set(part['borders']) <= {LIGHT}
        assert set(part['boxes']) <= {CLEAR}
        assert set(part['filters']) <= {'none'}


def test_the_font_and_size_of_the_reader_hold(shown):
    chapters = [part for part in shown.sections if '#' not in part['href']]
    for by_day, by_night in zip(chapters, shown.seen['night'], strict=True):
        assert any(family.strip('"') == FAMILY for family in by_night['fonts'])
        assert thickness(by_night) == pytest.approx(2 * thickness(by_day), rel=0.1)


def thickness(part):
    line = part['lines'][0][0]
    return line['right'] - line['left']


def squeezed(text):
    return re.sub(r'\s', '', text)
