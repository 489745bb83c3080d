"""Tables, captions and labels, made to fit their lines before they are laid out.

Short cells of a table stay on one line where the others leave them the room. A picture leaves the
lines its caption needs, so that both stay together; a caption that no page has room for begins
beside its picture, and goes on over the page. The texts behind the labels of the colophon begin
side by side.
"""

from math import ceil

from ..east_asian import em_length
from ..markup import Element
from ..page.papers import Page
from ..sheets.figures import sheet_figure

#: Characters up to which a column is short.
_SHORT_COLUMN = 8

#: Characters a longer column is to have at least, and those beside a cell's text.
_LEAST_COLUMN, _BESIDE = 6, 1.4

#: Of the text's character size, that of a table.
_TABLE_SIZE = sheet_figure('book.css', 'table', 'font-size')


def keep_short_columns(table: Element, page: Page) -> None:
    """Give the short columns of ``table`` (an element) their full length, in place.

    Left to themselves, columns share a line by the length of their text, and a
    long one takes from the short. ``page`` is a ``page.papers.Page``.
    """
    rows = list(table.iterfind('.//{*}tr'))
    lengths = [max(map(em_width, column)) for column in zip(*rows)]
    short = [length <= _SHORT_COLUMN for length in lengths]
    room = page.characters / _TABLE_SIZE - _BESIDE * len(lengths)
    wanted = sum(length if is_short else _LEAST_COLUMN for length, is_short in zip(lengths, short))
    if wanted <= room < sum(lengths):
        for cell, length, is_short in zip(rows[0], lengths, short):
            if is_short:
                cell.set('style', f'min-width: {length:g}em')


def em_width(element: Element) -> float:
    """How long the text of ``element`` is on one line, ruby too, in em of its own."""
    return sum(map(_width, ''.join(element.itertext())))


def _width(character: str) -> float:
    """In em; figures stand upright, a character each."""
    return 1 if character.isdigit() else em_length(character)


#: Lines that the sheet leaves to a caption beside a picture as large as the page.
SHORT = 3

#: Lines that a picture may fill whatever its caption needs.
_LEAST_LINES = 2

#: Of the text's character size, that of a caption.
_CAPTION_SIZE = sheet_figure('book.css', 'figcaption', 'font-size')

#: Characters that a list or quote is set in.
_SET_IN = sheet_figure('pdf.css', 'blockquote', 'padding-inline-start')

_SETTING_IN = ('ul', 'ol', 'blockquote')


def leave_room(figure: Element, page: Page) -> None:
    """Make the picture of ``figure`` (an element) smaller for a long caption, in place.

    ``page`` is a ``page.papers.Page``. Short captions have room as it is; one that leaves a
    picture no lines has half of the page to begin on.
    """
    caption, picture = figure.find('{*}figcaption'), figure.find('{*}img')
    if caption is None or picture is None:
        return
    around = sum(
        made.tag.endswith(f'}}{name}') for made in figure.iterancestors() for name in _SETTING_IN
    )
    room = page.characters - _SET_IN * around
    # A line more: none is filled to its last character.
    lines = ceil(em_width(caption) * _CAPTION_SIZE / room) + 1
    left = page.lines - lines - 1
    if left < _LEAST_LINES:
        left = page.lines // 2
        figure.set('style', 'break-inside: auto')
        caption.set('style', 'break-before: avoid; break-inside: auto')
    if lines > SHORT:
        picture.set('style', f'max-height: {left}rlh')
