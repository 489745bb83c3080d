"""Chapters → a document of Word, vertical as the book is, with headings, ruby, dots and notes."""

import datetime
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ..epub.writer import reproducible
from ..markup import MarkedChapter
from ..messages import Message
from ..settings import Settings, role_label
from .blocks import Blocks
from .notes import Notes
from .runs import TEXT_SIZE

#: A4, and the margins that manuscripts have.
_SHORT, _LONG, _MARGIN = Mm(210), Mm(297), Mm(30)
_FONTS = {'eastAsia': 'Yu Mincho', 'ascii': 'Times New Roman', 'hAnsi': 'Times New Roman'}
_STYLES = (
    'Normal',
    'Title',
    'Subtitle',
    'Caption',
    *(f'Heading {level}' for level in range(1, 7)),
)
#: A document of Word is from some time; the same book gives the same bytes.
_TIME = datetime.datetime(2000, 1, 1)


def build_word(
    settings: Settings, chapters: Sequence[MarkedChapter]
) -> tuple[bytes, tuple[Message, ...]]:
    """The bytes of the document, and what the editor should know is not in it.

    Raises ``BadInput`` where a picture cannot be read.
    """
    document = docx.Document()
    _set_up(document, settings)
    notes, warnings = Notes(), list[Message]()

    def lose(name: str) -> None:
        warnings.append(Message('the document of Word has no {name}: it shows no SVG', name=name))

    blocks = Blocks(document, notes, settings.book, lose)
    _title(document, settings)
    for number, chapter in enumerate(chapters):
        section = chapter.copy()
        notes.collect(section.iter('{*}aside'))
        start = len(document.paragraphs)
        blocks.add(section)
        if number or settings.title:
            document.paragraphs[start].paragraph_format.page_break_before = True
    notes.add_to(document)
    written = BytesIO()
    document.save(written)
    return reproducible(written.getvalue()), tuple(warnings)


def _set_up(document: Document, settings: Settings) -> None:
    """Paper, direction of lines, fonts, and what the document says of itself."""
    section = document.sections[0]
    is_vertical = settings.writing == 'vertical'
    section.page_width, section.page_height = (_LONG, _SHORT) if is_vertical else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if is_vertical else WD_ORIENT.PORTRAIT
    for side in ('left', 'right', 'top', 'bottom'):
        setattr(section, f'{side}_margin', _MARGIN)
    if is_vertical:
        section._sectPr.append(_made('textDirection', val='tbRl'))
    for name in _STYLES:
        style: Any = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.keys()):
            del fonts.attrib[key]
        for key, family in _FONTS.items():
            fonts.set(qn(f'w:{key}'), family)
    document.styles['Normal'].font.size = Pt(TEXT_SIZE / 2)
    properties = document.core_properties
    properties.title, properties.language = settings.title, settings.language
    properties.author = '、'.join(creator.name for creator in settings.creators)
    properties.comments = ''
    properties.created = properties.modified = _TIME


def _title(document: Document, settings: Settings) -> None:
    document.add_paragraph(settings.title, style='Title')
    if settings.subtitle:
        document.add_paragraph(settings.subtitle, style='Subtitle')
    for creator in settings.creators:
        role = '' if creator.role == 'aut' else f'　{role_label(creator.role)}'
        document.add_paragraph(f'{creator.name}{role}', style='Subtitle')


def _made(name: str, **attributes: str) -> Any:
    made = OxmlElement(f'w:{name}')
    for key, value in attributes.items():
        made.set(qn(f'w:{key}'), value)
    return made
