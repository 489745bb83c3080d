"""Chapters → a document of Word, vertical as the book is, with headings, ruby, dots and notes."""

import datetime
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from ..epub.writer import reproducible
from ..markup import MarkedChapter
from ..messages import Message
from ..settings import Settings, role_label
from .blocks import Blocks
from .contents import Contents, link_of
from .elements import made, made_text
from .notes import Notes
from .runs import TEXT_SIZE, Inline
from .styles import Lists, Styles

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
    warnings = list[Message]()

    def lose(name: str) -> None:
        warnings.append(Message('the document of Word has no {name}: it shows no SVG', name=name))

    styles, lists, notes = Styles(document), Lists(document), Notes(document)
    contents = Contents(settings.book, lose)

    def blocks_into(part: StoryPart, into: Any) -> Blocks:
        inline = Inline(
            picture=contents.picture_of(part),
            link=link_of(part),
            note=notes.words if part is notes.part else notes.call,
            style=styles.character,
        )
        return Blocks(into, inline, styles, lists)

    blocks = blocks_into(document.part, document.element.body)
    _title(blocks, settings)
    for number, chapter in enumerate(chapters):
        section = chapter.copy()
        notes.collect(section, lambda into: blocks_into(notes.part, into))
        start = len(document.element.body)
        blocks.add(section)
        if number or settings.title:
            _on_a_new_page(document.element.body[start - 1])
    notes.finish()
    written = BytesIO()
    document.save(written)
    return reproducible(written.getvalue()), tuple(warnings)


def _set_up(document: Document, settings: Settings) -> None:
    """Paper, direction of lines, fonts, and what the document says of itself."""
    for name, relation in list(document.part.rels.items()):
        # The styles of the template again, as Word 2010 would draw them.
        if relation.reltype.endswith('/stylesWithEffects'):
            del document.part.rels[name]
    section = document.sections[0]
    is_vertical = settings.writing == 'vertical'
    section.page_width, section.page_height = (_LONG, _SHORT) if is_vertical else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if is_vertical else WD_ORIENT.PORTRAIT
    for side in ('left', 'right', 'top', 'bottom'):
        setattr(section, f'{side}_margin', _MARGIN)
    if is_vertical:
        # Before the grid of characters, which Word's schema has last.
        section._sectPr.find(qn('w:docGrid')).addprevious(made('textDirection', val='tbRl'))
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


def _title(blocks: Blocks, settings: Settings) -> None:
    """What is known of the book, in styles that say what it is."""

    def line(style: str, text: str) -> None:
        blocks.paragraph(style, [made('r', made_text(text))])

    line('Title', settings.title)
    if settings.subtitle:
        line('Subtitle', settings.subtitle)
    for creator in settings.creators:
        role = '' if creator.role == 'aut' else f'　{role_label(creator.role)}'
        line('Author', f'{creator.name}{role}')


def _on_a_new_page(block: Any) -> None:
    """Begin a page with ``block``, if it is a paragraph."""
    if block.tag == qn('w:p'):
        Paragraph(block, block).paragraph_format.page_break_before = True
