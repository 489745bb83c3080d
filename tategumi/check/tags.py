"""Reads the structure tree of a tagged PDF (ISO 32000-1, 14.7)."""

from itertools import count
from typing import Any

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


def blocks(document: PDFDocument) -> dict[tuple[Any, Any], int | None]:
    """The block that each marked content belongs to: ``{(id of its page, MCID): number}``.

    A block is a paragraph, a heading, the body of a list item and the like: what
    is broken into lines as one. Content of one block has one number. ``document``
    is pdfminer's ``PDFDocument``; of an untagged one nothing is known.
    """
    blocks_by_content: dict[tuple[Any, Any], int | None] = {}
    numbers = count()
    waiting: list[tuple[Any, Any, int | None]] = [
        (document.catalog.get('StructTreeRoot'), None, None)
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
                block = next(numbers)
            waiting.append((node.get('K', node.get('MCID')), page, block))
        elif isinstance(node, int):
            blocks_by_content[page, node] = block
    return blocks_by_content
