"""Images stay upright: on the turned page they are laid out on their side."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from PIL import Image
from weasyprint.formatting_structure import build
from weasyprint.formatting_structure.boxes import LineBox, ReplacedBox, TextBox
from weasyprint.images import RasterImage

from ...messages import Message
from ...sheets.figures import sheet_figure

#: Where a page ends because it is to (CSS Fragmentation 4 §3.1).
_FORCED = {'page', 'left', 'right', 'recto', 'verso', 'always'}

#: Of a page.
_MUCH_WHITE = 1 / 3

#: Pixels an inch that print wants of a picture.
_FINE = round(sheet_figure('pdf.css', 'img', 'image-resolution'))


class UprightImage:
    """An image as the turned page sees it: width and height exchanged.

    Stands for a WeasyPrint image wherever only its size and drawing are asked.
    """

    def __init__(self, image: Any) -> None:
        self._image = image

    def __getattr__(self, name: str) -> Any:
        return getattr(self._image, name)

    def get_intrinsic_size(
        self, *arguments: Any
    ) -> tuple[float | None, float | None, float | None]:
        """``(width, height, ratio)`` on the turned page; each may be ``None``."""
        width, height, ratio = self._image.get_intrinsic_size(*arguments)
        return height, width, 1 / ratio if ratio else ratio

    def dpi(self, width: float) -> float | None:
        """Pixels an inch when laid out ``width`` px wide; ``None`` for a drawing of lines."""
        pixels = getattr(self._image, 'height', None)
        if not isinstance(self._image, RasterImage) or not pixels or not width:
            return None
        return pixels / (width / 96)

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Draw turned a quarter back, into a box ``width`` by ``height`` px."""
        with stream.stacked():
            stream.transform(0, -1, 1, 0, 0, height)
            self._image.draw(stream, height, width, style)


def eight_bits(content: bytes) -> bytes:
    """The picture file ``content`` (bytes), one of 16 bits of grey with 8.

    WeasyPrint would draw it black.
    """
    if not content.startswith(b'\x89PNG') or content[24:26] != b'\x10\x00':
        return content
    grey = Image.open(BytesIO(content)).convert('I').point(lambda value: value * (1 / 256))
    fine = BytesIO()
    grey.convert('L').save(fine, 'PNG')
    return fine.getvalue()


def coarse_images(page_boxes: Iterable[Any]) -> list[Message]:
    """A warning for every picture printed with fewer pixels an inch than print wants."""
    warnings = {}
    for page in page_boxes:
        for box in page.descendants():
            image = getattr(box, 'replacement', None)
            if isinstance(image, UprightImage) and (dpi := image.dpi(box.width)):
                name = _name_of(box) if box.element is not None else 'a picture'
                if round(dpi) < _FINE:
                    warnings[name] = Message(
                        '{picture} is printed at {dpi:.0f} dpi; print wants {fine}: '
                        'a larger picture, or a smaller place for it',
                        picture=name,
                        dpi=dpi,
                        fine=_FINE,
                    )
    return list(warnings.values())


def white_before_pictures(page_boxes: Sequence[Any]) -> list[Message]:
    """A warning for every picture that much of the page before it is white for.

    A picture stands where its text is; what follows it is not set before it.
    """
    warnings = []
    for page, following in pairwise(page_boxes):
        # Most pages begin with text, which is found at once.
        picture = _picture_at_head(following)
        if picture is None:
            continue
        boxes = list(_boxes_on(page))
        white = (
            0.0 if _are_parted(boxes, list(_boxes_on(following))) else _white_below(boxes, page)
        )
        if white > _MUCH_WHITE:
            warnings.append(
                Message(
                    'the page before {picture} is {share:.0f} % white, as the picture has no room '
                    'on it; it may stand below a later paragraph',
                    picture=_name_of(picture),
                    share=white * 100,
                )
            )
    return warnings


def _name_of(picture: Any) -> str:
    """Its path as somebody writes it, below the book's folder."""
    return unquote(picture.element.get('src') or '')


def _boxes_on(page: Any) -> Iterator[Any]:
    return iter(page.children[0].descendants())


def _picture_at_head(page: Any) -> Any:
    """The picture that ``page`` begins with, or ``None``."""
    for box in _boxes_on(page):
        if isinstance(box, ReplacedBox):
            source = '' if box.element is None else box.element.get('src') or ''
            # A formula is a drawing within the page, and stands where it is.
            return box if source and not source.startswith('data:') else None
        if isinstance(box, TextBox):
            return None
    return None


def _are_parted(boxes: Sequence[Any], next_boxes: Sequence[Any]) -> bool:
    """Whether anything on two pages has them parted where they are."""
    before = {box.element for box in boxes}
    after = {box.element for box in next_boxes}
    return any(
        box.style['break_after'] in _FORCED for box in boxes if box.element not in after
    ) or any(
        box.style['break_before'] in _FORCED for box in next_boxes if box.element not in before
    )


def _white_below(boxes: Sequence[Any], page: Any) -> float:
    """How much of ``page`` has nothing on it below the last of its ``boxes``: 0 to 1."""
    top = page.content_box_y()
    last = max(
        (
            box.position_y + box.margin_height()
            for box in boxes
            if isinstance(box, (LineBox, ReplacedBox))
        ),
        default=top,
    )
    # The page has its physical size again: lines follow one another along its width.
    return 1 - (last - top) / page.width


def build_formatting_structure(*arguments: Any) -> Any:
    """Build the boxes as WeasyPrint does, with their images upright."""
    root = build.build_formatting_structure(*arguments)
    for box in root.descendants():
        if isinstance(box, ReplacedBox):
            box.replacement = UprightImage(box.replacement)
    return root
