"""The page box and its margins as CSS."""

from ..page.papers import Page
from .fitting import SHORT

_PT = 72 / 25.4


def page_sheet(page: Page) -> str:
    """The CSS of ``page``. Recto and verso mirror each other; the book is bound on the right.

    The page box is as wide as all lines at their pitch, so half a line gap
    stands outside the kihon-hanmen on either side.
    """
    gutter = page.gutter * _PT - page.line_gap / 2
    return f"""
        @page {{
          size: {page.width}mm {page.height}mm;
          width: {page.lines * page.pitch:.4f}pt;
          height: {page.frame_length:.4f}pt;
          margin-top: {page.head}mm;
          margin-bottom: auto;
        }}
        @page :left {{
          margin-right: {gutter:.4f}pt;
          margin-left: auto;
          @top-left {{ {_running_head(page, 'left')} }}
        }}
        @page :right {{
          margin-left: {gutter:.4f}pt;
          margin-right: auto;
          @top-right {{ {_running_head(page, 'right')} }}
        }}
        .titlepage > .title {{ margin-block-start: {max(1.5, page.lines / 2 - 5)}rlh }}
        img {{ max-height: {page.lines - 1}rlh }}
        figure:has(figcaption) img {{ max-height: {page.lines - SHORT - 1}rlh }}
        .cover > img {{
          display: block;
          width: {page.height}mm;
          height: {page.width}mm;
          max-width: none;
          max-height: none;
          object-fit: contain;
        }}
        html {{ font-size: {page.character_size}pt; line-height: {page.pitch}pt }}
        {_columns(page) if page.columns > 1 else ''}
    """


def _columns(page: Page) -> str:
    """The text in columns; the titles of chapters stand above all of them (JLReq §4.1.?)."""
    return f"""
        .chapter {{
          columns: {page.columns};
          column-gap: {page.column_gap * page.character_size:.4f}pt;
          column-fill: auto;
        }}
        .chapter > h1:first-child {{ column-span: all }}
    """


def _running_head(page: Page, fore_edge: str) -> str:
    if not page.running_head:
        return 'content: none'
    # A character and a half above the kihon-hanmen, a character in from its edge (JLReq §2.6.1).
    inset = page.line_gap / 2 + page.character_size
    return (
        f'font-size: {page.running_head}pt; line-height: 1; vertical-align: bottom; '
        f'padding-bottom: {1.5 * page.running_head}pt; padding-{fore_edge}: {inset}pt'
    )
