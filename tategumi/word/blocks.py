"""The blocks of a chapter, as paragraphs and tables of a document of Word."""

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm
from docx.text.paragraph import Paragraph

from ..files import bytes_of
from ..lazy import lazy
from ..markup import Element, local_name
from ..markup.xhtml import has_class
from ..pictures import SVG, media_type
from .notes import Notes
from .runs import Inline, Look

Image = lazy('PIL.Image')

#: A picture is no larger, so that it stands on the page with its caption.
_WIDEST = Mm(100)
_HEADS = re.compile('h([1-6])')
_FIGURE = re.compile(r'(indent|first|hanging|raised)-(\d+)')


class Blocks:
    """Adds blocks to ``document``; ``book`` is the folder of its pictures.

    ``lose`` is told of each picture that Word does not show.
    """

    def __init__(
        self, document: Document, notes: Notes, book: Path, lose: Callable[[str], None]
    ) -> None:
        self._document, self._notes = document, notes
        self._book, self._lose = book, lose
        self._inline = Inline(self._picture, self._link, notes.call)

    def add(self, blocks: Iterable[Element], style: str = '') -> None:
        """``blocks`` in order; ``style`` is that of paragraphs within others."""
        for block in blocks:
            self._add(block, style)

    def _add(self, block: Element, style: str) -> None:
        name = local_name(block)
        head = _HEADS.fullmatch(name)
        if head:
            self._paragraph(block, f'Heading {head[1]}')
        elif name == 'p':
            self._prose(block, style)
        elif name == 'hr' and has_class(block, 'page-break'):
            self._new('').add_run().add_break(WD_BREAK.PAGE)
        elif name == 'hr':
            self._new('')
        elif name in ('ul', 'ol'):
            self._items(block, 1)
        elif name == 'table':
            self._table(block)
        elif name == 'pre':
            self._code(block)
        elif name == 'blockquote':
            self.add(block, 'Quote')
        elif name == 'figure':
            self._figure(block)
        elif name == 'dl':
            for child in block:
                self._paragraph(child, 'List Continue' if local_name(child) == 'dd' else '')
        elif name == 'section' and has_class(block, 'footnotes'):
            return
        elif has_class(block, 'formula'):
            self._paragraph(block, '')
        else:
            self._group(block, style)

    def _new(self, style: str) -> Paragraph:
        return self._document.add_paragraph(style=style or None)

    def _paragraph(self, block: Element, style: str, look: Look | None = None) -> Paragraph:
        made = self._new(style)
        made._p.extend(self._inline.runs(block, look))
        return made

    def _prose(self, block: Element, style: str) -> None:
        classes = (block.get('class') or '').split()
        if 'apart' in classes:
            self._new('')
        if 'caption' in classes:
            self._paragraph(block, 'Caption')
            return
        made = self._paragraph(block, style)
        if 'scene' in classes:
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif 'line-end' in classes:
            made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _indent(made, endChars=_figures(classes).get('raised', 0))
        elif not style:
            # A bracket at the head of a paragraph is set in as the house says.
            share = {'bracket-half': 0.5, 'bracket-flush': 0}
            first = next((share[each] for each in classes if each in share), 1)
            _indent(made, firstLineChars=first)

    def _group(self, block: Element, style: str) -> None:
        """Lines set in, and verse."""
        figures = _figures((block.get('class') or '').split())
        is_verse = has_class(block, 'verse')
        for child in block:
            if local_name(child) != 'p':
                self._add(child, style)
                continue
            made = self._paragraph(child, style)
            hanging = figures.get('hanging', 0)
            _indent(
                made,
                startChars=2 if is_verse else figures.get('indent', 0) + hanging,
                firstLineChars=figures.get('first', 0),
                hangingChars=hanging,
            )
            if has_class(block, 'frame'):
                _frame(made)

    def _items(self, block: Element, depth: int) -> None:
        kind = 'List Number' if local_name(block) == 'ol' else 'List Bullet'
        style = kind if depth == 1 else f'{kind} {min(depth, 3)}'
        for item in block:
            inner = [child for child in item if local_name(child) in ('ul', 'ol', 'p', 'pre')]
            if not inner or (item.text or '').strip():
                made = self._new(style)
                made._p.extend(self._inline.runs(_without(item, inner)))
                style_of_rest = 'List Continue'
            else:
                style_of_rest = style
            for child in inner:
                if local_name(child) in ('ul', 'ol'):
                    self._items(child, depth + 1)
                elif local_name(child) == 'p':
                    self._paragraph(child, style_of_rest)
                    style_of_rest = 'List Continue'
                else:
                    self._add(child, '')

    def _table(self, block: Element) -> None:
        rows = [list(row) for row in block.iter('{*}tr')]
        width = max(map(len, rows), default=0)
        if not width:
            return
        table = self._document.add_table(len(rows), width)
        table.style = 'Table Grid'
        for row, cells in zip(table.rows, rows):
            for cell, node in zip(row.cells, cells):
                look = Look().having('b') if local_name(node) == 'th' else None
                cell.paragraphs[0]._p.extend(self._inline.runs(node, look))

    def _code(self, block: Element) -> None:
        look = Look().having('rFonts', ascii='Consolas', hAnsi='Consolas')
        made = self._new('No Spacing')
        for number, line in enumerate(''.join(block.itertext()).rstrip('\n').split('\n')):
            run = made.add_run()
            if number:
                run.add_break()
            run.add_text(line)
            run._r.insert(0, look.as_element())

    def _figure(self, block: Element) -> None:
        for child in block:
            if local_name(child) == 'figcaption':
                self._paragraph(child, 'Caption')
            else:
                self._paragraph(_around(child), '')

    def _picture(self, node: Element) -> Any | None:
        """A run with the picture, its words with it; ``None`` where Word shows none such."""
        path = self._book / unquote(node.get('src') or '')
        content = bytes_of(path)
        kind = media_type(content[:16])
        if kind == SVG:
            self._lose(path.name)
            return None
        if kind == 'image/webp':
            content = _as_png(content)
        paragraph = self._new('')
        run = paragraph.add_run()
        shape = run.add_picture(BytesIO(content))
        if shape.width > _WIDEST:
            shape.height = Emu(round(shape.height * _WIDEST / shape.width))
            shape.width = _WIDEST
        shape._inline.docPr.set('descr', node.get('alt') or '')
        paragraph._p.remove(run._r)
        paragraph._p.getparent().remove(paragraph._p)
        return run._r

    def _link(self, href: str) -> Any:
        made = OxmlElement('w:hyperlink')
        part = self._document.part
        relation = part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn('r:id'), relation)
        return made


def _figures(classes: Iterable[str]) -> dict[str, int]:
    matches = (_FIGURE.fullmatch(name) for name in classes)
    return {match[1]: int(match[2]) for match in matches if match}


def _indent(paragraph: Paragraph, **characters: float) -> None:
    """Set ``paragraph`` in by so many characters (§17.3.1.12)."""
    given = {name: number for name, number in characters.items() if number}
    if given:
        made = paragraph._p.get_or_add_pPr().get_or_add_ind()
        for name, number in given.items():
            made.set(qn(f'w:{name}'), str(int(number * 100)))


def _frame(paragraph: Paragraph) -> None:
    """Put a frame around ``paragraph``; Word draws one around those beside one another."""
    borders = OxmlElement('w:pBdr')
    for side in ('top', 'left', 'bottom', 'right'):
        border = OxmlElement(f'w:{side}')
        for name, value in (('val', 'single'), ('sz', '4'), ('space', '4'), ('color', 'auto')):
            border.set(qn(f'w:{name}'), value)
        borders.append(border)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, 'w:shd', 'w:tabs', 'w:spacing', 'w:ind', 'w:jc', 'w:rPr', 'w:sectPr'
    )


def _without(item: Element, inner: Iterable[Element]) -> Element:
    """A copy of ``item`` without those of its children."""
    places = [item.index(child) for child in inner]
    copy = deepcopy(item)
    for place in reversed(places):
        copy.remove(copy[place])
    return copy


def _around(node: Element) -> Element:
    """An element with a copy of ``node`` alone in it."""
    made = node.makeelement('span', {})
    made.append(deepcopy(node))
    made[0].tail = None
    return made


def _as_png(content: bytes) -> bytes:
    made = BytesIO()
    with Image.open(BytesIO(content)) as picture:
        picture.save(made, 'PNG')
    return made.getvalue()
