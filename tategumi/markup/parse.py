"""Markdown with Japanese notation → a tree of XHTML elements."""

import xml.etree.ElementTree as etree
from pathlib import Path

import markdown
from markdown.extensions.sane_lists import SaneListExtension

from . import blocks, emphasis, escapes, links, notation, pictures, plain, spans
from .fault import Fault
from .footnotes import Footnotes, set_notes
from .sanitize import sanitize
from .xhtml import Element


def parse(
    text: str, name: str, folder: Path, book: Path
) -> tuple[list[Element], list[tuple[str, str]]]:
    """The blocks of ``text`` as XHTML elements, and ``(source, what)`` of odd pictures.

    ``name`` begins every id, ``folder`` and ``book`` are where pictures are
    looked for (see ``pictures``). Raw HTML and character references are text.
    Raises ``Fault``.
    """
    md = markdown.Markdown(extensions=[SaneListExtension(), Footnotes()])
    for pattern in ('html', 'entity'):
        md.inlinePatterns.deregister(pattern)
    md.preprocessors.deregister('html_block')
    md.treeprocessors.deregister('prettify')
    escapes.register(md)
    notation.register(md)
    emphasis.register(md)
    spans.register(md)
    blocks.register(md)
    links.register(md)
    plain.register(md)
    odd = pictures.register(md, folder, book)

    root = etree.Element('div')

    def serialize(tree: etree.Element) -> str:
        root.extend(tree)
        return ''

    md.serializer = serialize
    md.stripTopLevelTags = False
    try:
        md.convert(text)
        spans.refuse_crowding(root)
        set_notes(root, name)
        return [_tailless(sanitize(block)) for block in root], odd
    except RecursionError as error:
        raise Fault('lists or quotations are nested too deep') from error


def _tailless(block: Element) -> Element:
    block.tail = None
    return block
