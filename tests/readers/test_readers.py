"""What a reader sees of the EPUB in the reading systems of ``docs/readers.md``."""

import re
from collections import Counter

import pytest

from tategumi.settings import PLAIN

from .conftest import BOOKS, named

pytestmark = pytest.mark.readers

READERS = ['foliate', 'epubjs', 'epubts', 'vivliostyle', 'readium']
NOTED = [('every-construct', PLAIN), *((name, _) for name, _ in BOOKS if name == 'showcase')]
#: What has no picture but the cover.
WITHOUT_PICTURES = {('own', PLAIN), ('every-construct', 'sample')}
LIGHT = 'rgb(221, 221, 221)'
FAMILY = 'Noto Sans CJK JP'
CLEAR = 'rgba(0, 0, 0, 0)'


@pytest.fixture(params=READERS)
def reader(request):
    return request.param


@pytest.fixture(params=BOOKS, ids=named)
def shown(request, show, reader):
    return show(reader, *request.param)


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
    chapters = shown.edition.chapters()
    assert chapters
    for file, root in chapters.items():
        text = squeezed(''.join(root.find('{*}body').itertext()))
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
    # The paragraphs of that book are shorter than a line of a wide page.
    assert long or shown.name == 'every-construct'
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
def test_ruby_stands_beside_its_base(shown, by):
    parts = shown.sections if by == 'day' else shown.seen['night']
    readings = [made for part in parts for made in part['ruby']]
    assert readings or shown.name == 'own'
    for made in readings:
        middle = {
            each: sum(made[each][side] for side in ('left', 'right')) for each in ('base', 'rt')
        }
        assert (middle['rt'] < middle['base']) == made['under']
        edge = 'right' if made['under'] else 'left'
        assert (made['rt'][edge] < made['base'][edge]) == made['under']


def test_pictures_are_shown(shown, reader):
    pictures = [made for section in shown.sections for made in section['pictures']]
    # Of the page before the eyes Vivliostyle shows pictures, and no entry leads to that of these.
    is_without = (shown.name, shown.edition.name) in WITHOUT_PICTURES
    assert pictures or is_without or (reader, shown.name) == ('vivliostyle', 'every-construct')
    for made in pictures:
        assert made['loaded']
        assert min(made['width'], made['height']) > 10


def test_the_cover_is_the_first_page(shown):
    pictures = shown.seen['cover']
    if shown.edition.name == 'kindle' and not pictures:
        pytest.skip('the page of the cover is not linear, and this reading system passes it by')
    (cover,) = pictures
    assert cover['loaded']
    assert cover['height'] > 700
    assert cover['left'] + cover['width'] / 2 == pytest.approx(450, abs=30)


def test_pages_turn_to_the_left(shown):
    assert shown.seen['direction'] == 'rtl'
    assert_turned(shown.seen['turned'])


@pytest.mark.parametrize('name, edition', BOOKS)
def test_scrolled_through_instead_of_turned_every_entry_is_found_too(show, name, edition):
    assert [
        part['label']
        for part in show('foliate', name, edition).seen['scrolled']
        if not part['seen']
    ] == []


@pytest.mark.parametrize('edition', [PLAIN, 'ebpaj'])
def test_a_horizontal_book_runs_and_turns_to_the_right(show, reader, edition):
    shown = show(reader, 'horizontal', edition)
    assert {mode for section in shown.sections for mode in section['writingModes']} == {
        'horizontal-tb'
    }
    assert shown.seen['direction'] == 'ltr'
    assert all(part['seen'] for part in shown.seen.get('scrolled') or ())
    assert_turned([-place for place in shown.seen['turned']])


def test_an_entry_of_the_page_of_contents_leads_to_its_chapter(shown):
    entry = shown.seen['contents']
    files = {section['label']: section['file'] for section in shown.sections}
    assert files[entry['text'].strip()] == entry['file']


@pytest.mark.parametrize('book', ['epub-prefix', 'webkit-prefix'])
def test_prefixed_properties_alone_make_the_text_vertical(show, book):
    sections = show('readium', book).sections
    assert {mode for section in sections for mode in section['writingModes']} == {'vertical-rl'}
    assert {made['combine'] for section in sections for made in section['tcy']} == {'all'}
    assert {word for section in sections for word in section['upright']} == {'upright'}


@pytest.mark.parametrize('book', NOTED, ids=named)
def test_a_note_pops_up_or_is_a_click_away_and_leads_back(show, reader, book):
    shown = show(reader, *book)
    note = shown.seen['note']
    assert note['text'] == '（1）'
    if reader == 'foliate':
        assert note['popup'] == shown.edition.first_note()
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
        # An index has no paragraph.
        if by_day['lines']:
            assert thickness(by_night) == pytest.approx(2 * thickness(by_day), rel=0.1)


def assert_turned(places):
    """The pages on ``places`` follow one another, and the last is the one before again."""
    *there, back = places
    # A short book ends before so many pages were turned.
    pages = sorted(set(there))
    assert len(pages) > 1 and there == pages + pages[-1:] * (len(there) - len(pages))
    # Readium turns back to the end of the document before.
    assert pages[-2] <= back < pages[-1]


def thickness(part):
    line = part['lines'][0][0]
    return line['right'] - line['left']


def squeezed(text):
    return re.sub(r'\s', '', text)
