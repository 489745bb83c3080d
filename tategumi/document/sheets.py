"""The CSS of the printed page: the shared sheet, the PDF's, the page's, the house's."""

from collections.abc import Collection
from pathlib import Path

from ..css import css_families
from ..indents import all_indents, indent_sheet
from ..page.kihon_hanmen import page_of
from ..page.papers import Page
from ..settings import Settings
from ..sheets import read_sheets
from ..sheets.figures import sheet_figure
from .fitting import SHORT
from .page_sheet import page_sheet
from .vertical_css import vertical_css

#: In a book bound on the right the recto is the left page.
_BREAKS = {'page': 'page', 'recto': 'left'}

#: What the text follows.
_FRONT = ('titlepage', 'contents', 'halftitle')

#: The characters of side notes, to those of the text.
_NOTE_SIZE = 0.8

#: The title of a chapter takes so many lines.
_TITLE_LINES = sum(
    int(sheet_figure('pdf.css', '.chapter > h1', name))
    for name in ('padding-block-start', 'min-height')
)

#: A picture right below it takes so many lines at least.
_LEAST_PICTURE = 4

#: What comes after a chapter's title that has a page of its own.
_AFTER_TITLE = {'han-tobira': 'page', 'naka-tobira': 'left'}


#: The files that are sheets of the page.
SHEETS = ('book.css', 'pdf.css')


def print_sheets(settings: Settings, styles: Path, left_out: Collection[str] = ()) -> list[str]:
    """The sheets of the book as strings, in cascade order.

    ``styles`` is the press's own folder; a sheet of the same name in the
    book's ``styles/`` takes its place, but for those ``left_out``. Raises
    ``BadInput`` as ``read_sheets`` does.
    """
    return [
        vertical_css(text)
        for text in (
            *read_sheets(settings, styles, SHEETS, left_out).values(),
            _indents(page_of(settings)),
            page_sheet(page_of(settings)),
            house_sheet(settings),
        )
    ]


def _indents(page: Page) -> str:
    """Lines set in, of which five characters at least are left."""
    return indent_sheet(all_indents(), most=page.characters - 5)


def _chapter_rules(settings: Settings) -> str:
    """Where parts, chapters and their titles stand (JLReq §4.1.1, §4.1.4)."""
    lines = page_of(settings).lines
    above = lines // 2 - 2
    part = f'.part > h1:first-child {{ margin-block-start: {above}rlh }}'
    first = ', '.join(f'.{before} + :is(.chapter, .part)' for before in _FRONT)
    start = f'{first} {{ break-before: left }}' if settings.text_start == 'recto' else ''
    half_title = f'.halftitle > .title {{ margin-block-start: {above}rlh }}'
    if settings.chapter_title == 'heading':
        return f"""
            {part}
            {half_title}
            {start}
            .chapter {{ break-before: {_BREAKS[settings.chapter_start]} }}
            {_first_picture(lines - _TITLE_LINES)}
        """
    return f"""
        {part}
        {half_title}
        .chapter {{ break-before: left }}
        .chapter > h1:first-child {{
          margin-block-start: {above}rlh;
          break-after: {_AFTER_TITLE[settings.chapter_title]};
        }}
    """


def _first_picture(lines: int) -> str:
    """A picture right below the title is as small as it must be to stay with it."""
    room = lines - 1
    if room < _LEAST_PICTURE + SHORT:
        return ''
    below = '.chapter > h1:first-child + figure'
    return f"""
        {below} img {{ max-height: {room}rlh }}
        {below}:has(figcaption) img {{ max-height: {room - SHORT}rlh }}
    """


def _note_rules(settings: Settings) -> str:
    """Side notes: smaller, behind a rule of a third of a line (JLReq §4.2.5, §4.2.6).

    Their lines are a whole number of their own characters long; what is left
    over is at the head.
    """
    page = page_of(settings)
    size = _NOTE_SIZE * page.character_size
    indent = page.line_length % size
    edge = max(0, (page.line_gap - size / 2) / 2)
    return f"""
        @page {{
          @footnote {{
            margin: 0;
            padding-block: {page.line_gap / 2}pt {edge}pt;
          }}
        }}
        .footnotes {{ margin: 0; padding-inline-start: 0 }}
        .footnotes::before {{
          content: '';
          display: block;
          width: {page.line_length / 3}pt;
          border-block-start: .4pt solid;
          padding-block-start: {size / 4}pt;
          break-after: avoid;
        }}
        .footnote {{
          font-size: {size}pt;
          line-height: 1.5;
          padding-inline-start: {indent:.4f}pt;
        }}
    """


def house_sheet(settings: Settings) -> str:
    """What ``book.yaml`` decides of the page, as CSS."""
    house = settings.house_style
    serif = css_families(settings.fonts.serif, 'serif')
    sans = css_families(settings.fonts.sans, 'sans-serif')
    return f"""
        html {{
          font-family: {serif};
          hanging-punctuation: {'allow-end' if house.hanging else 'none'};
          line-break: {'strict' if house.line_start == 'strict' else 'normal'};
          text-spacing-trim: {'trim-start' if house.line_head_bracket == 'flush' else 'normal'};
          text-spacing: {'space-end' if house.line_end_stop == 'kept' else 'normal'};
          last-line-characters: characters-{house.last_line};
          ruby-align: {'space-around' if house.group_ruby_ends == 'spaced' else 'space-between'};
          ruby-overhang: {house.ruby_overhang};
          ruby-merge: {'auto' if house.jukugo_ruby == 'overhang' else 'merge'};
          text-wrap: {'stable' if house.line_breaks == 'line' else 'pretty'};
        }}
        {_chapter_rules(settings)}
        {_note_rules(settings) if settings.notes == 'side' else ''}
        strong, b, th, .run-in {{ font-family: {sans}; font-weight: 500 }}
    """
