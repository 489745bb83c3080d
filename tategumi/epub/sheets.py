"""The style sheets of the EPUB, by file name."""

from ..css import css_families
from ..indents import indent_sheet, is_indent
from ..sheets import read_sheet


def epub_sheets(settings, styles, fonts=(), sections=()):
    """``{file name: CSS}`` in cascade order.

    The shared sheet, the EPUB's, that of its writing (``vertical.css`` or
    ``horizontal.css``), the house's families.

    ``styles`` is the press's own folder; a sheet of the same name in the
    book's ``styles/`` takes its place. ``fonts`` are the ``EmbeddedFont`` that
    come with the book; where lines of its ``sections`` (elements) are set in, a sheet
    says how far. Raises ``BadInput`` for a sheet that cannot be read.
    """
    sheets = {
        name: read_sheet(settings, styles, name)
        for name in ('book.css', 'epub.css', f'{settings.writing}.css')
    }
    indents = {
        name
        for section in sections
        for made in section.iter('{*}div', '{*}p')
        for name in made.get('class', '').split()
        if is_indent(name)
    }
    if indents:
        sheets['indents.css'] = indent_sheet(sorted(indents), settings.writing)
    sheets['families.css'] = ''.join(f'{font.css}\n' for font in fonts) + families(settings.fonts)
    return sheets


def families(fonts):
    """What ``book.yaml`` says of fonts, as CSS."""
    serif, sans = css_families(fonts.serif, 'serif'), css_families(fonts.sans, 'sans-serif')
    return f'html {{ font-family: {serif} }}\n\nstrong, th {{ font-family: {sans} }}\n'
