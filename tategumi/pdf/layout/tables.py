"""Tables: short cells stay on one line where the others leave them the room."""

from ...east_asian import em_length
from ..sheet_figures import sheet_figure

#: Characters up to which a column is short.
_SHORT = 8

#: Characters a longer column is to have at least, and those beside a cell's text.
_LEAST, _BESIDE = 6, 1.4

#: Of the text's character size, that of a table.
_SIZE = sheet_figure('book.css', 'table', 'font-size')


def keep_short_columns(table, page):
    """Give the short columns of ``table`` (an element) their full length, in place.

    Left to themselves, columns share a line by the length of their text, and a
    long one takes from the short. ``page`` is a ``page.papers.Page``.
    """
    rows = list(table.iterfind('.//{*}tr'))
    lengths = [max(map(em_width, column)) for column in zip(*rows)]
    short = [length <= _SHORT for length in lengths]
    room = page.characters / _SIZE - _BESIDE * len(lengths)
    wanted = sum(length if is_short else _LEAST for length, is_short in zip(lengths, short))
    if wanted <= room < sum(lengths):
        for cell, length, is_short in zip(rows[0], lengths, short):
            if is_short:
                cell.set('style', f'min-width: {length:g}em')


def em_width(element):
    """How long the text of ``element`` is on one line, ruby too, in em of its own."""
    return sum(map(_width, ''.join(element.itertext())))


def _width(character):
    """In em; figures stand upright, a character each."""
    return 1 if character.isdigit() else em_length(character)
