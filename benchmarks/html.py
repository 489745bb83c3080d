"""The novel as HTML, for those who set HTML: vertical, or horizontal on the paper turned."""

from html import escape

from .page import FONT, FOOT, HEADING_LINES, PAGE, SIDE

_SHEET = """
@page {{
  size: {size};
  margin: {margin};
  @bottom-center {{ content: counter(page); font: 8pt "{font}" }}
}}
html {{ writing-mode: {mode}; font: {size_of_character}pt/{pitch}pt "{font}" }}
body {{ margin: 0 }}
h1 {{
  margin: 0;
  padding-block: {around}pt;
  font-size: 1em;
  font-weight: normal;
  break-before: page;
  break-after: avoid;
}}
p {{ margin: 0; text-indent: 1em; text-align: justify; orphans: 1; widows: 1 }}
rt {{ font-size: .5em; line-height: 1 }}
"""


def html_of(novel, horizontal=False):
    """``novel`` as one HTML page with its sheet."""
    chapters = ''.join(
        f'<h1>{escape(chapter.title)}</h1>\n'
        + ''.join(f'<p>{inline_html(paragraph)}</p>\n' for paragraph in chapter.paragraphs)
        for chapter in novel.chapters
    )
    return (
        '<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8">'
        f'<title>{escape(novel.title)}</title><style>{_sheet(horizontal)}</style></head>\n'
        f'<body>\n{chapters}</body></html>\n'
    )


def inline_html(paragraph):
    """A paragraph of a ``Novel`` as HTML."""
    return ''.join(
        f'<ruby>{escape(text)}<rt>{escape(reading)}</rt></ruby>' if reading else escape(text)
        for text, reading in paragraph
    )


def _sheet(horizontal):
    page = PAGE
    size, margin = (page.width, page.height), (page.head, SIDE, FOOT, SIDE)
    if horizontal:
        size, margin = (page.height, page.width), (SIDE, page.head, SIDE, FOOT)
    return _SHEET.format(
        size=' '.join(f'{length:.3f}mm' for length in size),
        # Rounded down, lest the frame be a hair short of its last line.
        margin=' '.join(f'{length - 0.001:.3f}mm' for length in margin),
        mode='horizontal-tb' if horizontal else 'vertical-rl',
        font=FONT,
        size_of_character=page.character_size,
        pitch=page.pitch,
        around=(HEADING_LINES - 1) / 2 * page.pitch,
    )
