"""The manuscript to the two books."""

from pathlib import Path

STYLES = Path(__file__).parents[2] / 'styles'


def epub(book):
    """Write ``dist/<slug>.epub`` of the manuscript. Raises ``BadInput``."""
    from ..epub import build_epub
    chapters = book.chapters()
    with book.progress.step('making the EPUB'):
        book.write('.epub', build_epub(book.settings, chapters, STYLES))


def pdf(book):
    """Write ``dist/<slug>.pdf`` of the manuscript.

    Returns a ``pdf.BuiltPdf``. Raises ``BadInput``.
    """
    from ..pdf import build_pdf
    chapters = book.chapters(on_paper=True)
    with book.progress.step('setting the PDF') as update:
        built = build_pdf(book.settings.for_paper(), chapters, STYLES, update)
    book.summary.add('pages set', built.pages)
    book.summary.warnings += built.warnings
    book.write('.pdf', built.content)
    return built
