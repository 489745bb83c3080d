"""Reads the structure tree of a tagged PDF (ISO 32000-1, 14.7)."""

from itertools import count
from typing import Any, NamedTuple

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, resolve1

#: Roles of what stands within a line (ISO 32000-1, 14.8.4.4; 32000-2 adds the last two).
_INLINE = frozenset(
    (
        'Span',
        'Quote',
        'Note',
        'Reference',
        'BibEntry',
        'Code',
        'Link',
        'Annot',
        'Ruby',
        'RB',
        'RT',
        'RP',
        'Warichu',
        'WT',
        'WP',
        'NonStruct',
        'Em',
        'Strong',
    )
)


class Block(NamedTuple):
    """The ``number`` of the block that content is of, if any, and whether it is code."""

    number: int | None = None
    is_code: bool = False


def blocks(document: PDFDocument) -> dict[tuple[Any, Any], Block]:
    """The ``Block`` that each marked content belongs to: ``{(id of its page, MCID): block}``.

    A block is a paragraph, a heading, the body of a list item and the like: what
    is broken into lines as one. Content of one block has one number. ``document``
    is pdfminer's ``PDFDocument``; of an untagged one nothing is known.
    """
    blocks_by_content: dict[tuple[Any, Any], Block] = {}
    numbers = count()
    waiting: list[tuple[Any, Any, Block]] = [
        (document.catalog.get('StructTreeRoot'), None, Block())
    ]
    while waiting:
        node, page, block = waiting.pop()
        node = resolve1(node)
        if isinstance(node, list):
            waiting += ((kid, page, block) for kid in node)
        elif isinstance(node, dict):
            if isinstance(node.get('Pg'), PDFObjRef):
                page = node['Pg'].objid
            role = getattr(node.get('S'), 'name', None)
            if role and role not in _INLINE:
                block = block._replace(number=next(numbers))
            elif role == 'Code':
                block = block._replace(is_code=True)
            waiting.append((node.get('K', node.get('MCID')), page, block))
        elif isinstance(node, int):
            blocks_by_content[page, node] = block
    return blocks_by_content
