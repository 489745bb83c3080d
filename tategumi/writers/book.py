"""The pages of a book → its PDF."""

from collections.abc import Sequence
from typing import Any

from ..frames.frame import BookPage
from .content import texts_of
from .file import File
from .fonts import Fonts, Load, drawn_of, note
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
    file, fonts = File(), Fonts()
    catalog: dict[str, Any] = {'Type': '/Catalog'}
    root = file.add(catalog)
    # Those of all frames come before those of papers.
    uses_by_id = {id(page.segment.fonts): page.segment.fonts for page in pages}
    uses_by_id |= {id(page.fonts): page.fonts for page in pages}
    written = {key: fonts.of(font_uses) for key, font_uses in uses_by_id.items()}
    for page in pages:
        for drawing, font_uses in (
            (page.frame.drawing, page.segment.fonts),
            (page.paper.before, page.fonts),
            (page.paper.after, page.fonts),
        ):
            note(drawn_of(texts_of(drawing)), written[id(font_uses)])
    fonts.embed(file, load)
    tags = Tags(file)
    writer = PageWriter(file, Resources(file), tags)
    anchors = {name for page in pages for name in page.frame.anchors}
    for page in pages:
        writer.add(page, written[id(page.segment.fonts)], written[id(page.fonts)], anchors)
    tags.finish()
    catalog['StructTreeRoot'] = tags.reference
    writer.finish(catalog, two_page_view, unnumbered)
    add_metadata(file, catalog, about)
    return file.content(root, file.add(info(about)), about.identifier)
