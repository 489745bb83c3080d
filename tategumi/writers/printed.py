"""Pages for a printer → their PDF: parts of drawings placed on paper, and no more.

There are no links, bookmarks and tags in it: what is printed has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from ..frames.drawing import Drawing, Matrix
from ..frames.frame import FontUse
from .content import Content, texts_of
from .file import File
from .fonts import Fonts, Load, drawn_of, note
from .objects import Ref, number
from .pdfx import AboutPrint, add_metadata, info
from .resources import Resources

#: In pt: left, bottom, right, top.
Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True)
class Part:
    """A ``drawing`` whose texts are of ``fonts``, led to the page (pt, y up) by ``matrix``.

    Nothing of it is seen outside of ``clip``, where there is one.
    """

    drawing: Drawing
    fonts: Sequence[FontUse] = ()
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    clip: Box | None = None


@dataclass(frozen=True)
class PrintPage:
    """A page: its paper ``media``, where it is trimmed, with its ``bleed``; what is drawn on it.

    ISO 32000-1, 14.11.2.
    """

    media: Box
    bleed: Box
    trim: Box
    parts: Sequence[Part]


def write_print(
    pages: Sequence[PrintPage], about: AboutPrint, load: Load, right_to_left: bool = True
) -> bytes:
    """The bytes of the PDF of ``pages`` (``PrintPage``). The same pages give the same bytes.

    ``about`` (``AboutPrint``) is what the file says of itself, ``load`` is as in ``write_book``;
    ``right_to_left`` is how its pages follow one another (12.2).
    """
    file, fonts = File(), Fonts(bare=about.version < '1.6')
    catalog: dict[str, Any] = {'Type': '/Catalog'}
    root = file.add(catalog)
    tree: dict[str, Any] = {'Type': '/Pages', 'Count': len(pages)}
    above = file.add(tree)
    catalog['Pages'] = above
    parts = [part for page in pages for part in page.parts]
    written = [fonts.of(part.fonts) for part in parts]
    for part, own in zip(parts, written):
        note(drawn_of(texts_of(part.drawing)), own)
    fonts.embed(file, load)
    resources = Resources(file, about.blending)
    own_fonts = iter(written)
    kids: list[Ref] = []
    for page in pages:
        content = Content(resources)
        for part in page.parts:
            content.write(b'q%b%b' % (_clip(part.clip), _matrix(part.matrix)))
            content.draw(part.drawing, next(own_fonts), part.matrix)
            content.write(b'Q')
        kids.append(file.add(_page(page, above, file, resources, content, about)))
    tree['Kids'] = kids
    if right_to_left:
        catalog['ViewerPreferences'] = {'Direction': '/R2L'}
    add_metadata(file, catalog, about)
    return file.plain_content(root, file.add(info(about)), about.identifier, about.version)


def _page(
    page: PrintPage,
    above: Ref,
    file: File,
    resources: Resources,
    content: Content,
    about: AboutPrint,
) -> dict[str, Any]:
    entries = {
        'Type': '/Page',
        'Parent': above,
        'MediaBox': page.media,
        'BleedBox': page.bleed,
        'TrimBox': page.trim,
        'Contents': file.add_stream({}, content.operators()),
        'Resources': resources.reference,
    }
    if about.blending:
        entries['Group'] = {'Type': '/Group', 'S': '/Transparency', 'CS': about.blending}
    return entries


def _clip(box: Box | None) -> bytes:
    if not box:
        return b''
    left, bottom, right, top = box
    return b'\n%b re W n' % _numbers(left, bottom, right - left, top - bottom)


def _matrix(matrix: Matrix) -> bytes:
    return b'\n%b cm' % _numbers(*matrix)


def _numbers(*values: float) -> bytes:
    return b' '.join(map(number, values))
