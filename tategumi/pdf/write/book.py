"""The pages of a book → its PDF."""

from .content import uses
from .file import File
from .fonts import Fonts, count
from .metadata import add_metadata, info
from .pages import PageWriter
from .resources import Resources
from .tags import Tags


def write_book(pages, about, load, two_page_view=False, unnumbered=0):
    """The bytes of the PDF of ``pages`` (``BookPage``). The same pages give the same bytes.

    ``about`` (``About``) is what the file says of itself, ``load(use)`` gives the file of a
    font (``FontUse``); ``two_page_view`` and ``unnumbered`` are as in ``PageWriter.finish``.
    """
    file, fonts = File(), Fonts()
    catalog = {'Type': '/Catalog'}
    root = file.add(catalog)
    own = {}
    for page in pages:
        if id(page.segment) not in own:
            own[id(page.segment)] = fonts.of(page.segment.fonts)
    of_papers = [fonts.of(page.paper.fonts) for page in pages]
    for page, paper_fonts in zip(pages, of_papers):
        for drawing, known in (
            (page.frame.drawing, own[id(page.segment)]),
            (page.paper.before, paper_fonts),
            (page.paper.after, paper_fonts),
        ):
            texts = []
            uses(drawing, texts)
            count(texts, known)
    fonts.embed(file, load)
    tags = Tags(file)
    writer = PageWriter(file, Resources(file), tags)
    anchors = {name for page in pages for name in page.frame.anchors}
    for page, paper_fonts in zip(pages, of_papers):
        writer.add(page, own[id(page.segment)], paper_fonts, anchors)
    tags.finish()
    catalog['StructTreeRoot'] = tags.reference
    writer.finish(catalog, two_page_view, unnumbered)
    add_metadata(file, catalog, about)
    return file.content(root, file.add(info(about)), about.identifier)
