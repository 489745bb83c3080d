"""A built PDF → the proof in ``dist/proof/``, page by page."""

import re
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

from ..errors import BadFile, reason_of
from ..files import write_whole
from ..messages import ENGLISH, Language
from ..page.kihon_hanmen import page_of
from ..settings import Settings
from .drawing import RESOLUTION, draw_proof
from .index import Counts, index_html
from .lines import lines_of

if TYPE_CHECKING:
    from ..pdf import BuiltPdf

_PICTURE = re.compile(r'\d+\.png')


def build_proof(
    settings: Settings,
    built: 'BuiltPdf',
    progress: Callable[[int, int], None] | None = None,
    language: Language = ENGLISH,
) -> tuple[Path, Counts]:
    """Write the proof of ``built``, a ``BuiltPdf`` set ``with_lines``, to ``dist/proof/``.

    One PNG a page (``001.png`` …) and ``index.html``; pictures of an earlier
    proof that this one has no page for are deleted. ``progress(done, total)``
    is told of the pages; words are in ``language``. Returns ``(path of index.html, Counts)``;
    raises ``BadInput`` where the folder cannot be written to.
    """
    folder, page = settings.dist / 'proof', page_of(settings)
    counts, pages = Counts(), []
    digits = max(3, len(str(built.pages)))
    with closing(pypdfium2.PdfDocument(built.content)) as pdf:
        for number, book_page in enumerate(built.frames, 1):
            lines, picture = lines_of(book_page), _render(pdf, number - 1)
            name = f'{number:0{digits}}.png'
            write_whole(folder / name, draw_proof(picture, page, book_page.side, lines))
            counts.add(lines)
            pages.append((name, picture.size, lines))
            if progress:
                progress(number, built.pages)
    index = write_whole(folder / 'index.html', index_html(settings.title, counts, pages, language))
    _delete_stale(folder, {name for name, _, _ in pages})
    return index, counts


def _render(pdf: pypdfium2.PdfDocument, index: int) -> Image.Image:
    """The page as it is when it is trimmed: what is drawn over it knows no bleed."""
    with closing(pdf[index]) as page:
        medium, trimmed = page.get_mediabox(), page.get_trimbox()
        bleed = tuple(abs(own - other) for own, other in zip(trimmed, medium))
        return page.render(scale=RESOLUTION / 72, crop=bleed).to_pil()


def _delete_stale(folder: Path, names: Collection[str]) -> None:
    for path in sorted(folder.iterdir()):
        if _PICTURE.fullmatch(path.name) and path.name not in names:
            try:
                path.unlink()
            except OSError as error:
                raise BadFile(
                    path, 'cannot be deleted: {reason}', reason=reason_of(error)
                ) from error
