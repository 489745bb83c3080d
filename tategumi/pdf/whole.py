"""A book set in one piece, by WeasyPrint from beginning to end."""

from contextlib import contextmanager

from .drawing.drawer import Drawer
from .inline_layout.lines import LineComposer
from .layout.images import coarse_images
from .layout.seams import vertical_writing
from .parsing import BookHtml
from .warnings import collected_warnings


def set_whole(render_context, html, finish, count=None):
    """Lay out and write ``html``; returns ``(PDF, WeasyPrint's boxes of its pages, warnings)``.

    ``finish(document, pdf, vertical metrics)`` is called before the PDF is written,
    ``count(characters)`` for every paragraph composed.
    """
    composer, drawer = LineComposer(render_context.faces, count), Drawer()
    with (
        collected_warnings() as warnings,
        _laid_out(render_context, html, composer, drawer) as laid_out,
    ):
        content = laid_out.write_pdf(
            finisher=lambda document, pdf: finish(document, pdf, drawer.metrics()),
            pdf_identifier=render_context.identifier,
            pdf_tags=True,
            pdf_variant=render_context.variant,
        )
    page_boxes = tuple(page._page_box for page in laid_out.pages)
    return (
        content,
        page_boxes,
        [
            *warnings,
            *missing_characters(render_context.faces.missing),
            *composer.warnings(),
            *coarse_images(page_boxes),
        ],
    )


def page_boxes_of_whole(render_context, html, count=None):
    """WeasyPrint's boxes of the pages of ``html``; arguments as of ``set_whole``."""
    composer = LineComposer(render_context.faces, count)
    with collected_warnings(), _laid_out(render_context, html, composer, Drawer()) as laid_out:
        return tuple(page._page_box for page in laid_out.pages)


@contextmanager
def _laid_out(render_context, html, composer, drawer):
    """The document laid out, and inside this context drawn, in vertical writing."""
    with vertical_writing(composer, drawer, render_context.has_side_notes):
        yield BookHtml(html, render_context.base_url, render_context.fetcher).render(
            font_config=render_context.font_config,
            stylesheets=render_context.sheets,
            pdf_variant=render_context.variant,
        )


def missing_characters(characters):
    """A warning for each of ``characters``, which no font has."""
    return [
        f'no font has the character {character} (U+{ord(character):04X})'
        for character in sorted(characters)
    ]
