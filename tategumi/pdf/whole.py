"""A book set in one piece, by WeasyPrint from beginning to end."""

from .composing.lines import LineComposer
from .drawing.drawer import Drawer
from .layout.images import coarse_images
from .layout.seams import vertical_writing
from .parsing import BookHtml
from .warnings import collected_warnings


def set_whole(press, html, finish, count=None):
    """Lay out and write ``html``; returns ``(PDF, WeasyPrint's boxes of its pages, warnings)``.

    ``press`` is a ``Press``; ``finish(document, pdf, vertical metrics)`` is called
    before the PDF is written, ``count(characters)`` for every paragraph composed.
    """
    composer, drawer = LineComposer(press.faces, count), Drawer()
    with (
        vertical_writing(composer, drawer, press.has_side_notes),
        collected_warnings() as warnings,
    ):
        document = BookHtml(html, press.base_url, press.fetcher).render(
            font_config=press.font_config, stylesheets=press.sheets, pdf_variant=press.variant
        )
        content = document.write_pdf(
            finisher=lambda document, pdf: finish(document, pdf, drawer.metrics()),
            pdf_identifier=press.identifier,
            pdf_tags=True,
            pdf_variant=press.variant,
        )
    page_boxes = tuple(page._page_box for page in document.pages)
    return (
        content,
        page_boxes,
        [
            *warnings,
            *missing_characters(press.faces.missing),
            *composer.warnings(),
            *coarse_images(page_boxes),
        ],
    )


def missing_characters(characters):
    """A warning for each of ``characters``, which no font has."""
    return [
        f'no font has the character {character} (U+{ord(character):04X})'
        for character in sorted(characters)
    ]
