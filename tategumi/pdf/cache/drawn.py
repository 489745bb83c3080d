"""Drawn segments and finished pages (``segments/drawn``) as plain values, and back.

Each ``plain_…`` puts byte strings into its ``parts`` (``cache.codec.Bytes``), each
``made_…`` takes them from the list of them. Those raise ``TypeError`` for what is no
plain data, these ``ValueError``, ``TypeError`` or ``LookupError`` for what is not theirs.
"""

from math import isfinite

from ..segments.drawn import (
    DrawnFont,
    DrawnPage,
    DrawnSegment,
    FinishedPage,
    FinishedPages,
    Resources,
)
from . import objects
from .boxes import MadeBoxes, PlainBoxes, tuples

#: The kinds of links of WeasyPrint's that lead to a place and take nothing in.
_LINKS = ('internal', 'external')


def plain_segment(segment, parts):
    """``segment`` (``DrawnSegment``) as JSON knows it."""
    boxes = PlainBoxes()
    return [
        [_plain_page(page, boxes, parts) for page in segment.pages],
        boxes.shared(),
        _plain_resources(segment.resources, parts),
        segment.before,
        segment.after,
        segment.first_name,
        segment.last_name,
        segment.one_side,
        segment.warnings,
        segment.missing,
        segment.fetched,
    ]


def made_segment(value, parts):
    """The ``DrawnSegment`` of which ``plain_segment`` told."""
    pages, shared, resources, *rest = value
    boxes = MadeBoxes(shared)
    return DrawnSegment(
        [_made_page(page, boxes, parts) for page in pages],
        _made_resources(resources, parts),
        *rest,
    )


def plain_finished(finished, parts):
    """``finished`` (``FinishedPages``) as JSON knows them."""
    return [
        [
            [
                page.width,
                page.height,
                page.bleed,
                page.turn,
                parts.add(page.before),
                parts.add(page.after),
                _plain_resources(page.resources, parts),
            ]
            for page in finished.pages
        ],
        finished.fetched,
    ]


def made_finished(value, parts):
    """The ``FinishedPages`` of which ``plain_finished`` told."""
    pages, fetched = value
    return FinishedPages(
        [
            FinishedPage(
                width,
                height,
                bleed,
                tuple(turn),
                parts[before],
                parts[after],
                _made_resources(resources, parts),
            )
            for width, height, bleed, turn, before, after, resources in pages
        ],
        fetched,
    )


def plain_places(pages_and_places, parts):
    """Pages (``DrawnPage``) without boxes, and where they stand (``PagePlace``), as JSON knows."""
    boxes = PlainBoxes()
    return [
        [_plain_page(page, boxes, parts), at.page_type, at.counters, at.strings]
        for page, at in zip(*pages_and_places)
    ]


def _plain_page(page, boxes, parts):
    tagged = boxes.page(page.tagged)
    return [
        page.side,
        page.blank,
        page.name,
        page.groups,
        page.size,
        page.origin,
        parts.add(page.content),
        tagged,
        [
            [kind, target, rectangle, boxes.numbers.get(box)]
            for kind, target, rectangle, box in page.links
        ],
        page.anchors,
        page.bookmarks,
        [[boxes.numbers[box], mark['tag'], mark['mcid']] for box, mark in page.marks.items()],
        page.strings,
    ]


def _made_page(value, boxes, parts):
    (
        side,
        blank,
        name,
        groups,
        size,
        origin,
        content,
        tagged,
        links,
        anchors,
        bookmarks,
        marks,
        strings,
    ) = value
    tagged = boxes.page(tagged)
    if any(kind not in _LINKS for kind, *_ in links):
        raise ValueError('a link that takes something in')
    return DrawnPage(
        side,
        blank,
        name,
        tuples(groups),
        tuple(size),
        tuple(origin),
        parts[content],
        [
            (kind, target, tuple(rectangle), None if box is None else boxes.made[box])
            for kind, target, rectangle, box in links
        ],
        {name: tuple(rectangle) for name, rectangle in anchors.items()},
        [tuples(bookmark) for bookmark in bookmarks],
        tagged,
        {boxes.made[box]: {'tag': tag, 'mcid': number} for box, tag, number in marks},
        [tuple(string) for string in strings],
    )


def _plain_resources(resources, parts):
    return [
        [_plain_font(font) for font in resources.fonts],
        [[name, objects.plain(state, parts)] for name, state in resources.states.items()],
        [[name, objects.plain(image, parts)] for name, image in resources.images.items()],
        resources.shared,
    ]


def _made_resources(value, parts):
    fonts, states, images, shared = value
    return Resources(
        [_made_font(font) for font in fonts],
        {name: objects.made(state, parts) for name, state in states},
        {name: objects.made(image, parts) for name, image in images},
        shared,
    )


def _plain_font(font):
    # JSON has no numbers as keys.
    return [
        font.description,
        font.size,
        font.name,
        font.digest,
        *(
            list(glyphs.items())
            for glyphs in (font.widths, font.to_unicode, font.missing, font.vertical)
        ),
    ]


def _made_font(value):
    description, size, name, digest, widths, to_unicode, missing, vertical = value
    if not isfinite(size):
        raise ValueError(f'no size of a font: {size}')
    return DrawnFont(
        description,
        size,
        name,
        digest,
        dict(widths),
        dict(to_unicode),
        dict(missing),
        {glyph: tuple(metrics) for glyph, metrics in vertical},
    )
