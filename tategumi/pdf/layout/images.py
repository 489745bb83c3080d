"""Images stay upright: on the turned page they are laid out on their side."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from PIL import Image
from weasyprint.formatting_structure import build
from weasyprint.formatting_structure.boxes import ReplacedBox
from weasyprint.images import RasterImage

from ...messages import Message
from ...sheets.figures import sheet_figure

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
                name = box.element.get('src') if box.element is not None else 'a picture'
                if round(dpi) < _FINE:
                    warnings[name] = Message(
                        '{name} is printed at {dpi:.0f} dpi; print wants {fine}: '
                        'a larger picture, or a smaller place for it',
                        name=name,
                        dpi=dpi,
                        fine=_FINE,
                    )
    return list(warnings.values())


def build_formatting_structure(*arguments: Any) -> Any:
    """Build the boxes as WeasyPrint does, with their images upright."""
    root = build.build_formatting_structure(*arguments)
    for box in root.descendants():
        if isinstance(box, ReplacedBox):
            box.replacement = UprightImage(box.replacement)
    return root
