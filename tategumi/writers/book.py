"""The pages of a book → its PDF."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..frames.frame import BookPage, Frame, Segment
from .ahead import write_ahead
from .content import texts_of
from .file import File
from .fonts import FontCodes, Fonts, Load, drawn_of, note
from .metadata import About, add_metadata, info
from .pages import PageWriter
from .resources import Resources
from .tags import Tags


def write_book(
    pages: Sequence[BookPage],
    about: About,
    load: Load,
    two_page_view: bool = False,
    unnumbered: int = 0,
) -> bytes:
    """The bytes of the PDF of ``pages`` (``BookPage``). The same pages give the same bytes.

    ``about`` (``About``) is what the file says of itself, ``load(use)`` gives the file of a
    font (``FontUse``); ``two_page_view`` and ``unnumbered`` are as in ``PageWriter.finish``.
    """
    codes = FontCodes(load)
    pages = _written(pages, codes)
    file, fonts = File(), Fonts()
    catalog: dict[str, Any] = {'Type': '/Catalog'}
    root = file.add(catalog)
    # Those of all frames come before those of papers.
    uses_by_id = {id(page.segment.fonts): page.segment.fonts for page in pages}
    uses_by_id |= {id(page.fonts): page.fonts for page in pages}
    written = {key: fonts.of(font_uses) for key, font_uses in uses_by_id.items()}
    segments = {id(page.segment): page.segment for page in pages}
    for segment in segments.values():
        drawn = {(number, vertical): glyphs for number, vertical, glyphs in segment.drawn}
        note(drawn, written[id(segment.fonts)])
    for page in pages:
        for drawing, font_uses in (
            (page.frame.drawing, page.segment.fonts),
            (page.paper.before, page.fonts),
            (page.paper.after, page.fonts),
        ):
            note(drawn_of(texts_of(drawing)), written[id(font_uses)])
    fonts.embed(file, load, codes)
    tags, resources = Tags(file), Resources(file)
    writer = PageWriter(file, resources, tags)
    own_resources = {
        key: resources.of_segment(segment, written[id(segment.fonts)])
        for key, segment in segments.items()
    }
    anchors = {name for page in pages for name in page.frame.anchors}
    for page in pages:
        writer.add(
            page,
            written[id(page.segment.fonts)],
            written[id(page.fonts)],
            own_resources[id(page.segment)],
            anchors,
        )
    resources.finish()
    tags.finish()
    catalog['StructTreeRoot'] = tags.reference
    writer.finish(catalog, two_page_view, unnumbered)
    add_metadata(file, catalog, about)
    return file.content(root, file.add(info(about)), about.identifier)


def _written(pages: Sequence[BookPage], codes: FontCodes) -> list[BookPage]:
    """``pages`` whose frames are written, as they are in whatever process that is done."""
    frames_by_segment: dict[int, list[Frame]] = {}
    for page in pages:
        frames_by_segment.setdefault(id(page.segment), []).append(page.frame)
    segments: dict[int, Segment] = {}
    frames: dict[int, Frame] = {}
    for page in pages:
        key = id(page.segment)
        if key in segments:
            continue
        own, segment = frames_by_segment[key], page.segment
        if not any(frame.written for frame in own):
            segment = write_ahead(replace(segment, frames=own), codes.of)
            frames |= {id(frame): written for frame, written in zip(own, segment.frames)}
        segments[key] = segment
    return [
        replace(
            page,
            frame=frames.get(id(page.frame), page.frame),
            segment=segments[id(page.segment)],
        )
        for page in pages
    ]
