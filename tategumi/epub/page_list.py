"""The pages of the PDF in the EPUB: where they begin, and the list of them (EPUB 3.3 §7.4.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from ..markup import Element, MarkedChapter, element
from .flow import flow
from .page_breaks import mark_pages, name_of, page_marker

if TYPE_CHECKING:
    from ..pdf import PageStart

#: The parts that are lists of links, with other text than on paper.
_OF_LINKS = ('contents', 'index')


def carried(
    starts: 'Iterable[PageStart]',
    paper: Sequence[MarkedChapter],
    chapters: Sequence[MarkedChapter],
) -> 'list[PageStart]':
    """``starts`` (``pdf.PageStart``), found in the chapters ``paper``, as places of ``chapters``.

    Both are the same manuscript marked up for two writings: letters are the
    same in both, figures and marks may not be.
    """
    sections = {
        before.name: [before.section, after.section] for before, after in zip(paper, chapters)
    }
    return [
        replace(
            start,
            offset=_carried(
                start.offset, *(flow(_part(section, start)) for section in sections[start.section])
            ),
        )
        if start.section in sections
        else start
        for start in starts
    ]


def mark_bodies(
    bodies: dict[str, list[Element]], starts: 'Iterable[PageStart]'
) -> list[tuple[str, str]]:
    """Put the markers of ``starts`` (``pdf.PageStart``) into ``bodies``, in place.

    ``bodies`` are the lists of elements that documents are made of, by name.
    Returns ``(label, address)`` of each page marked, in order. Pages on which
    the contents or the index go on have no marker, as a list of links takes none in.
    """
    marked = []
    for (name, _), group in groupby(starts, key=lambda start: (start.section, start.note)):
        if name not in bodies:
            # The half-title is of paper alone.
            continue
        first, *_ = pages = list(group)
        if name in _OF_LINKS:
            labels = [first.label]
            bodies[name].insert(0, page_marker(first.label))
        else:
            labels = mark_pages(
                _part(bodies[name][0], first), [(page.offset, page.label) for page in pages]
            )
        marked += [(label, f'{name}.xhtml#{name_of(label)}') for label in labels]
    return marked


def page_list(marked: Iterable[tuple[str, str]]) -> Element:
    """The ``nav`` of the pages ``marked``: ``(label, address)``."""
    return element(
        'nav',
        element('h2', 'ページ', id='page-list-title'),
        element(
            'ol', *(element('li', element('a', label, href=address)) for label, address in marked)
        ),
        epub_type='page-list',
        role='doc-pagelist',
        hidden='hidden',
        aria_labelledby='page-list-title',
    )


def _part(section: Element, start: 'PageStart') -> Element:
    """What ``start.offset`` is counted in: ``section``, or the note in it."""
    if not start.note:
        return section
    (note,) = section.xpath('.//*[@id=$id]', id=start.note)
    return note


def _carried(offset: int, before: str, after: str) -> int:
    """The place in ``after`` that has as many letters before it, and what may be of the rest."""
    letters = sum(map(str.isalpha, before[:offset]))
    if before[offset : offset + 1].isalpha():
        return _end_of_letter(after, letters + 1) - 1
    rest = offset - _end_of_letter(before, letters)
    return min(_end_of_letter(after, letters) + rest, _end_of_letter(after, letters + 1) - 1)


def _end_of_letter(text: str, number: int) -> int:
    """Where letter ``number`` of ``text`` ends: 0 for none, beyond the end for too many."""
    places = [0, *(place for place, character in enumerate(text, 1) if character.isalpha())]
    return places[number] if number < len(places) else len(text) + 1
