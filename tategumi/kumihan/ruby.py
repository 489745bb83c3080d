"""Ruby: readings beside their base characters (JLReq §3.3)."""

from dataclasses import dataclass

#: What a reading longer than its base may lie over, by the class of the
#: character beside the base (§3.3.8, appendix B): its own size; half of it;
#: or the half-em space that the character has on that side.
_OVER_CHARACTER = frozenset((5, 8, 10, 11, 14, 15, 16))
_OVER_WESTERN_SPACE = frozenset((24, 25, 27))
_OVER_SPACE_BEFORE = frozenset((2, 6, 7))
_OVER_SPACE_AFTER = frozenset((1,))
_BEFORE = _OVER_CHARACTER | {1}
_AFTER = _OVER_CHARACTER | {2, 6, 7}

#: A reading is spread over a longer base, but never begins more than one of
#: its own characters below the base's head (§3.3.6).
_MOST_LEAD = 1

_NEARLY = 1e-6


@dataclass
class Reading:
    """A reading of ``count`` characters of ``size`` over items ``first`` to ``end - 1``.

    ``lead`` is where it begins, from the head of the first base character
    (negative: it reaches out over what stands before); ``gap`` the space
    between its characters. ``over_head`` and ``over_end`` are how far it
    reaches out over the neighbours.
    """

    first: int
    end: int
    count: int
    size: float
    lead: float = 0
    gap: float = 0
    over_head: float = 0
    over_end: float = 0


def fit_readings(paragraph, readings, indent=0):
    """Make room for ``readings`` (``Reading``, in order) in ``paragraph``.

    A base shorter than its reading is spaced out, as far as the reading may
    not lie over the characters beside it; base and reading are one construct
    from then on, never parted. ``indent`` is the paragraph's first-line
    indent, which a reading may lie over too (appendix B, note 8).
    """
    for reading in readings:
        for item in range(reading.first, reading.end):
            if paragraph.classes[item] not in (26, 27):
                paragraph.classes[item] = 22
            paragraph.bound[item] = item < reading.end - 1
    for reading in readings:
        base = sum(paragraph.advances[reading.first:reading.end])
        excess = reading.count * reading.size - base
        if excess <= _NEARLY:
            reading.lead, reading.gap = spread(base, reading.count, reading.size)
        else:
            _widen(paragraph, reading, excess, readings, indent)


def spread(base, count, size):
    """``(lead, gap)`` of ``count`` ruby characters of ``size`` over a base as long or longer.

    Twice as much between two characters as before the first (§3.3.6).
    """
    spare = base - count * size
    lead = min(spare / (2 * count), _MOST_LEAD * size)
    return lead, (spare - 2 * lead) / (count - 1) if count > 1 else 0


def _widen(paragraph, reading, excess, readings, indent):
    count = reading.end - reading.first
    outer, inner = excess / (2 * count), excess / count
    reading.over_head = min(outer, _room_before(paragraph, reading, readings, indent))
    reading.over_end = min(outer, _room_after(paragraph, reading, readings))
    for item in range(reading.first, reading.end - 1):
        paragraph.advances[item] += inner
    before, after = outer - reading.over_head, outer - reading.over_end
    paragraph.advances[reading.first] += before
    paragraph.starts[reading.first] -= before
    paragraph.advances[reading.end - 1] += after
    reading.lead = -outer
    if reading.over_head > _NEARLY:
        paragraph.over_head[reading.first] = reading.over_head
        if reading.first:
            paragraph.rigid.add(reading.first - 1)
    if reading.over_end > _NEARLY:
        paragraph.over_end[reading.end - 1] = reading.over_end
        paragraph.rigid.add(reading.end - 1)


def _room_before(paragraph, reading, readings, indent):
    item = reading.first - 1
    if item < 0:
        return min(indent, reading.size)
    number = paragraph.classes[item]
    if number in _BEFORE:
        shared = any(other.end == item for other in readings)
        return reading.size / 2 if shared else reading.size
    if number in _OVER_SPACE_BEFORE:
        return min(paragraph.sizes[item] / 2, reading.size)
    return reading.size / 2 if number in _OVER_WESTERN_SPACE else 0


def _room_after(paragraph, reading, readings):
    item = reading.end
    if item >= len(paragraph):
        return 0
    number = paragraph.classes[item]
    if number in _AFTER:
        # Two readings over one character would be read as one (§3.3.8, note).
        shared = any(other.first == item + 1 for other in readings)
        return reading.size / 2 if shared else reading.size
    if number in _OVER_SPACE_AFTER:
        return min(paragraph.sizes[item] / 2, reading.size)
    return reading.size / 2 if number in _OVER_WESTERN_SPACE else 0
