"""Finds resources that the pages of a PDF name and the file lacks: fonts, pictures, colours.

A content stream names what it draws with; its resources say what that is (ISO 32000-1,
7.8.3). What is named and not there, a viewer leaves out, or draws in a way of its own.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, PSLiteral

#: The category of the resource that the last operand of an operator names (ISO 32000-1, table 33).
_LAST = {
    'Do': 'XObject',
    'gs': 'ExtGState',
    'sh': 'Shading',
    'cs': 'ColorSpace',
    'CS': 'ColorSpace',
    'scn': 'Pattern',
    'SCN': 'Pattern',
    'BDC': 'Properties',
    'DP': 'Properties',
}

#: Colour spaces that have these names anywhere (ISO 32000-1, 8.6.3).
_SPACES = frozenset(('DeviceGray', 'DeviceRGB', 'DeviceCMYK', 'Pattern'))


def missing_resources(content: bytes) -> Iterator[tuple[int, str, str]]:
    """Resources that the pages of a PDF (``content``) name and lack: page number, category, name.

    Each once a page, in order; what stands in forms, patterns, soft masks, fonts and the
    appearances of annotations too.
    """
    document = PDFDocument(PDFParser(BytesIO(content)))
    streams = _Streams()
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        missing = [
            *streams.missing(page.contents, page.resources),
            *streams.missing_below(page.annots),
        ]
        for category, name in dict.fromkeys(missing):
            yield number, category, name


class _Streams:
    """Looks through content streams; those of all pages once for all that is in them."""

    def __init__(self) -> None:
        self._below: dict[int, list[tuple[str, str]]] = {}
        self._kept: list[Any] = []

    def missing(self, contents: Any, resources: Any) -> Iterator[tuple[str, str]]:
        """What ``contents`` and the streams that they use name, and ``resources`` have not."""
        categories = resolve1(resources) or {}
        used: dict[tuple[str, str], Any] = {}
        for named in _named(contents):
            if named not in used:
                category, name = named
                used[named] = resolve1((resolve1(categories.get(category)) or {}).get(name))
        for named, resource in used.items():
            if resource is None:
                yield named
            else:
                yield from self.missing_below(resource, resources)

    def missing_below(self, value: Any, resources: Any = None) -> list[tuple[str, str]]:
        """What is named and not there in all streams that belong to ``value``."""
        value = resolve1(value)
        key = id(value)
        if key not in self._below:
            # What is drawn within itself is looked at once; and stays, so that its id does.
            self._below[key] = []
            self._kept.append(value)
            self._below[key] = [*self._streams_in(value, resources)]
        return self._below[key]

    def _streams_in(self, value: Any, resources: Any) -> Iterator[tuple[str, str]]:
        attributes = value.attrs if isinstance(value, PDFStream) else value
        if isinstance(attributes, list):
            for item in attributes:
                yield from self.missing_below(item, resources)
        if not isinstance(attributes, dict):
            return
        own = attributes.get('Resources', resources)
        if isinstance(value, PDFStream) and (_is_form(attributes) or 'PatternType' in attributes):
            yield from self.missing([value], own)
        for glyph in (resolve1(attributes.get('CharProcs')) or {}).values():
            yield from self.missing([glyph], own)
        for key in ('AP', 'N', 'R', 'D', 'G', 'SMask'):
            if key in attributes and not isinstance(attributes[key], PSLiteral):
                yield from self.missing_below(attributes[key], own)
        # The appearances of a button, by its states.
        if all(isinstance(resolve1(value), PDFStream) for value in attributes.values()):
            for value in attributes.values():
                yield from self.missing_below(value, own)


def _is_form(attributes: dict[str, Any]) -> bool:
    return getattr(attributes.get('Subtype'), 'name', '') == 'Form'


def _named(contents: Any) -> Iterator[tuple[str, str]]:
    """What ``contents``, streams that are one, name: category and name."""
    parser, operands = PDFContentParser([resolve1(stream) for stream in contents]), []
    while True:
        try:
            _, token = parser.nextobject()
        except PSEOF:
            return
        if not isinstance(token, PSKeyword):
            operands.append(token)
            continue
        operator = token.name if isinstance(token.name, str) else token.name.decode('latin-1')
        if operator == 'Tf' and len(operands) > 1 and isinstance(operands[-2], PSLiteral):
            yield 'Font', _name(operands[-2])
        elif operator in _LAST and operands and isinstance(operands[-1], PSLiteral):
            category, name = _LAST[operator], _name(operands[-1])
            if category != 'ColorSpace' or name not in _SPACES:
                yield category, name
        operands = []


def _name(literal: PSLiteral) -> str:
    return literal.name if isinstance(literal.name, str) else literal.name.decode('latin-1')
