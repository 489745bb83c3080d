"""Where pages of the PDF begin: their markers in the text (EPUB 3 SSV, pagebreak)."""

from collections.abc import Sequence

from ..lazy import lazy
from ..markup import Element, element
from .flow import text_spans, units

paragraph = lazy('tategumi.kumihan.paragraph')

#: Strokes and leaders, which stand in pairs.
_PAIRED = '―—─…‥'


def page_marker(label: str) -> Element:
    """The marker of the page called ``label``."""
    marker = element('span', epub_type='pagebreak', role='doc-pagebreak', id=name_of(label))
    marker.set('aria-label', label)
    # With an end tag, for those who read it as HTML.
    marker.text = ''
    return marker


def name_of(label: str) -> str:
    """The id of the marker of a page."""
    return f'page-{label}'


def mark_pages(part: Element, starts: Sequence[tuple[int, str]]) -> list[str]:
    """Put a marker into ``part``, in place, for each ``(offset, label)`` of ``starts``.

    ``starts`` are in order, offsets in flow units (see ``flow``). A marker
    stands before the unit its page begins with; where that is inside what is
    set or read as one (a heading, a link, ruby, tate-chu-yoko, a Western word,
    a pair of dashes), before the whole. It is empty, so nothing shows of it.
    Returns the labels of those set: of a page that begins beyond the end there
    is none.
    """
    waiting, begin = list(starts), 0
    for span in text_spans(part):
        text, owner, is_tail = span.text, span.owner, span.is_tail
        end = begin + span.units
        while waiting and waiting[0][0] < end:
            offset, label = waiting.pop(0)
            marker = page_marker(label)
            if span.whole is not None:
                span.whole.addprevious(marker)
                continue
            at = _start_of_whole(text, _index(text, offset - begin))
            begin += len(units(text[:at]))
            _split(owner, is_tail, marker, text, at)
            owner, is_tail, text = marker, True, text[at:]
        begin = end
    return [label for _, label in starts[: len(starts) - len(waiting)]]


def _index(text: str, number: int) -> int:
    """Where in ``text`` its flow unit ``number`` (from 0) stands."""
    places = (index for index, character in enumerate(text) if not character.isspace())
    return next(index for count, index in enumerate(places) if count == number)


def _start_of_whole(text: str, at: int) -> int:
    while at and _stand_together(text[at - 1], text[at]):
        at -= 1
    return at


def _stand_together(before: str, after: str) -> bool:
    is_western = all(not side.isspace() and side < '\u2000' for side in (before, after))
    return is_western or paragraph.joins(after) or before == after and after in _PAIRED


def _split(owner: Element, is_tail: bool, marker: Element, text: str, at: int) -> None:
    marker.tail = text[at:]
    if is_tail:
        owner.tail = text[:at]
        parent = owner.getparent()
        parent.insert(parent.index(owner) + 1, marker)
    else:
        owner.text = text[:at]
        owner.insert(0, marker)
