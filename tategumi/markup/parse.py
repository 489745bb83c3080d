"""Markdown with Japanese notation → a tree of XHTML elements."""

import xml.etree.ElementTree as etree
from pathlib import Path

from markdown.extensions.sane_lists import SaneListExtension

from ..messages import Message
from . import (
    apart,
    blocks,
    code,
    commonmark,
    emphasis,
    formulas,
    linear,
    lines,
    links,
    lists,
    marks_of_blocks,
    notation,
    pictures,
    pieces,
    spans,
    unread,
)
from .fault import Fault, Remark
from .footnotes import Footnotes, set_notes
from .parser import Parser
from .sanitize import sanitize
from .xhtml import Element


def parse(
    text: str,
    name: str,
    folder: Path,
    book: Path,
    line_ends: str = 'auto',
    is_highlighted: bool = False,
) -> tuple[list[Element], list[Remark]]:
    """The blocks of ``text`` as XHTML elements, and what an editor should see to.

    ``name`` begins every id, ``folder`` and ``book`` are where pictures are
    looked for (see ``pictures``), ``line_ends`` is the setting, ``is_highlighted`` says that words
    of code are told apart. Raw HTML is text.
    Raises ``Fault``.
    """
    remarks: list[Remark] = []
    footnotes = Footnotes(remarks)
    md = Parser(extensions=[SaneListExtension(), footnotes])
    linear.register(md)
    commonmark.register(md, remarks)
    pieces.register(md)
    apart.register(md, remarks)
    unread.register(md, remarks)
    notation.register(md, remarks)
    emphasis.register(md)
    formulas.register(md)
    spans.register(md, remarks)
    blocks.register(md)
    code.register(md, remarks, is_highlighted)
    marks_of_blocks.register(md, remarks)
    lists.register(md, remarks)
    lines.register(md, line_ends)
    links.register(md, remarks)
    pictures.register(md, folder, book, remarks)

    root = etree.Element('div')

    def serialize(tree: etree.Element) -> str:
        root.extend(tree)
        return ''

    md.serializer = serialize
    md.stripTopLevelTags = False
    try:
        md.convert(text)
        remarks += footnotes.uncalled()
        spans.refuse_crowding(root)
        spans.refuse_mixed_ruby(root)
        spans.release_long_words(root, remarks)
        set_notes(root, name)
        return [_tailless(sanitize(block)) for block in root], remarks
    except RecursionError as error:
        raise Fault(Message('lists or quotations are nested too deep')) from error
    finally:
        _let_go(md)


def _let_go(md: Parser) -> None:
    """Its parts hold one another, and no garbage is collected while a book is made."""
    md.parser.__dict__.clear()
    md.__dict__.clear()


def _tailless(block: Element) -> Element:
    block.tail = None
    return block
