"""Numbers of side notes, by the spreads they are called on."""

from tategumi.document.note_numbers import numbers_of

from .test_side_notes import chapter_with, lines_of, read_pages

NOTED = [(230, 20)] * 14


def test_a_spread_begins_with_its_right_page_and_a_chapter_counts_for_itself():
    def calls(*numbers, chapter='chapter-00'):
        return {f'{chapter}-noteref-{number}': () for number in numbers}

    pages = [
        ('left', calls(1)),
        ('right', {**calls(3, 2), 'chapter-00-heading-2': ()}),
        ('left', {**calls(10), **calls(1, chapter='chapter-01')}),
        # A call that goes on over the page is on that where it begins.
        ('right', calls(10, 11)),
    ]
    assert numbers_of(pages) == {
        'chapter-00-noteref-1': 1,
        'chapter-00-noteref-2': 1,
        'chapter-00-noteref-3': 2,
        'chapter-00-noteref-10': 3,
        'chapter-01-noteref-1': 1,
        'chapter-00-noteref-11': 1,
    }


def text_of(built):
    return [[text for text, _ in lines_of(page)] for page in read_pages(built.content)]


def test_a_book_in_one_piece_has_the_same_numbers(press):
    chapters = [chapter_with(NOTED), chapter_with(NOTED)]
    by_segments = text_of(press.set(*chapters, notes='side'))
    assert text_of(press.set_in_one_piece(*chapters, notes='side')) == by_segments
    said = ''.join(''.join(page) for page in by_segments)
    assert '（1）' in said and '（14）' not in said


def test_notes_after_their_chapter_are_numbered_through_it(press):
    said = ''.join(''.join(page) for page in text_of(press.set(chapter_with(NOTED))))
    assert said.count('（14）') == 2


def test_a_second_call_of_a_note_has_its_number(press):
    text = (
        '# 章\n\n'
        + '永' * 700
        + '東[^1]'
        + '永' * 1500
        + '東[^2]と東[^2]。'
        + '\n\n[^1]: 甲。\n[^2]: 乙。'
    )
    said = ''.join(''.join(page) for page in text_of(press.set(text, notes='side')))
    assert said.count('東（1）') == 3
