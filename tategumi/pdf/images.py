"""Images stay upright: on the turned page they are laid out on their side."""

from weasyprint.formatting_structure import build
from weasyprint.formatting_structure.boxes import ReplacedBox


class UprightImage:
    """An image as the turned page sees it: width and height exchanged.

    Stands for a WeasyPrint image wherever only its size and drawing are asked.
    """

    def __init__(self, image):
        self._image = image

    def __getattr__(self, name):
        return getattr(self._image, name)

    def get_intrinsic_size(self, *arguments):
        """``(width, height, ratio)`` on the turned page; each may be ``None``."""
        width, height, ratio = self._image.get_intrinsic_size(*arguments)
        return height, width, 1 / ratio if ratio else ratio

    def draw(self, stream, width, height, style):
        """Draw turned a quarter back, into a box ``width`` by ``height`` px."""
        with stream.stacked():
            stream.transform(0, -1, 1, 0, 0, height)
            self._image.draw(stream, height, width, style)


def build_formatting_structure(*arguments):
    """Build the boxes as WeasyPrint does, with their images upright."""
    root = build.build_formatting_structure(*arguments)
    for box in root.descendants():
        if isinstance(box, ReplacedBox):
            box.replacement = UprightImage(box.replacement)
    return root
