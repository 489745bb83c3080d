"""Does the finished PDF keep the rules of the printed page?"""

from ..errors import BadInput
from ..kumihan import class_of
from ..kumihan.breaks import break_table
from .glyphs import read_pages, vertical_lines

_HALF_BODIES = {2: .5, 6: .5, 7: .5, 5: .75}

#: pt by which line ends may differ and still be called one.
_SAME_PLACE = .1


def check_pdf(path, settings):
    """The faults of the PDF at ``path``, one readable line each.

    Looked for in the glyphs as a viewer draws them: a mark at a line head or
    line end where none may stand (JLReq §3.1.7, §3.1.8), and a full line that
    does not end where the measure ends (§3.8). Raises ``BadInput`` when there
    is no such file.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(path, f'cannot be read: {error.strerror}') from error
    strict = settings.house_style.line_start == 'strict'
    faults = []
    for number, page in enumerate(read_pages(content), 1):
        lines = vertical_lines(page)
        faults += [
            f'{path}: page {number}: {fault}'
            for fault in (*_prohibitions(lines, strict), *_uneven_ends(lines, page))]
    return faults


def _prohibitions(lines, strict):
    """Marks at line heads and line ends that break the prohibition rules."""
    table = break_table(strict)
    for line, after in zip(lines, lines[1:]):
        last, first = line[-1].character, after[0].character
        if after[0].mode == 'vertical' and not table[19][class_of(first)]:
            yield f'a line begins with {first}'
        if line[-1].mode == 'vertical' and not table[class_of(last)][19]:
            yield f'a line ends with {last}'


def _uneven_ends(lines, page):
    """Full lines that end elsewhere than most do.

    A line is full when the next begins at the line head without an indent and
    it ends within two characters of the measure; a shorter one ends a paragraph.
    """
    head = max((line_head(line) for line in lines), default=0)
    ends = [
        ([*line_end(line), *_ruby_end(line, page)], line) for line, after in zip(lines, lines[1:])
        if abs(line_head(after) - head) < _SAME_PLACE
        and abs(line_head(line) - head) < line[0].size * 2
        and abs(line[0].size - after[0].size) < .01]
    if not ends:
        return
    places = sorted(place for places, _ in ends for place in places)
    common = places[len(places) // 2]
    for places, line in ends:
        if all(_SAME_PLACE < abs(place - common) < line[0].size * 2 for place in places):
            text = ''.join(glyph.character for glyph in line)
            yield f'this line does not end with the others: {text}'


def _ruby_end(line, page):
    """Where ruby beside the line ends, if it reaches beyond the base (JLReq §3.3.8)."""
    last = line[-1]
    beside = last.axis + last.size * .75
    return [
        glyph.bottom for glyph in page if glyph.size < last.size
        and abs(glyph.axis - beside) < last.size / 8
        and 0 < last.bottom - glyph.bottom < last.size]


def line_head(line):
    """Where ``line`` begins: of an opening bracket, with the half that it fills."""
    first = line[0]
    opening = first.mode == 'vertical' and class_of(first.character) == 1
    return first.top - first.size / 2 if opening else first.top


def line_end(line):
    """Where ``line`` may be said to end: with the space after its last mark, or without.

    A full stop or comma that hangs is not counted.
    """
    last = line[-1]
    number = class_of(last.character) if last.mode == 'vertical' else 0
    places = [last.bottom]
    if number in _HALF_BODIES:
        places.append(last.top - last.size * _HALF_BODIES[number])
    if number in (6, 7):
        places.append(last.top)
    if number == 4:
        # The em after ！ and ？ fills the line unseen (§3.1.6).
        places.append(last.bottom - last.size)
    return places
