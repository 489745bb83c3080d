"""A finished page with the kihon-hanmen and its adjustments drawn over it."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

from ..kumihan.ladder import Stage
from ..page.kihon_hanmen import Rectangle, squares
from ..page.papers import Page
from .lines import ProofLine

#: px an inch, and how many times finer what is drawn over is drawn.
RESOLUTION = 150
_FINER = 3
#: Red, green, blue of everything drawn over the page.
COLOURS = {
    'grid': (0, 125, 150),
    'reduced': (40, 90, 230),
    'expanded': (240, 130, 0),
    'hung': (0, 150, 60),
    'solid': (140, 60, 190),
    'ruby': (225, 40, 140),
    'overfull': (225, 0, 0),
}
_GRID_OPACITY, _MARK_OPACITY = 90, 150
#: Of a band: at the least, what an em of adjustment adds, and at the most.
_FAINTEST, _PER_EM, _STRONGEST = 45, 60, 160


def draw_proof(picture: Image.Image, page: Page, side: str, lines: Sequence[ProofLine]) -> bytes:
    """The PNG (``bytes``) of a page.

    ``picture`` is the page rendered at ``RESOLUTION`` (a PIL image), ``page``
    the ``Page`` of the book, ``side`` ``left`` or ``right``, ``lines`` its
    ``ProofLine``.
    """
    picture = picture.convert('RGB')
    if any(line.stage is not Stage.EXACT or line.reaches for line in lines):
        picture = ImageChops.multiply(picture, _adjustments(picture.size, lines))
    picture = ImageChops.multiply(picture, _grid(picture.size, page, side))
    file = BytesIO()
    picture.save(file, 'PNG')
    return file.getvalue()


def _adjustments(size: tuple[int, int], lines: Sequence[ProofLine]) -> Image.Image:
    layer = _Layer(size)
    for line in lines:
        if line.stage is Stage.OVERFULL:
            layer.fill(line.band, 'overfull', _STRONGEST)
        elif line.amount:
            strength = min(_STRONGEST, round(_FAINTEST + _PER_EM * abs(line.amount)))
            layer.fill(line.band, 'reduced' if line.amount < 0 else 'expanded', strength)
        if line.hung:
            layer.fill(line.hung, 'hung', _MARK_OPACITY)
        if line.solid:
            layer.fill(line.solid, 'solid', _MARK_OPACITY)
        for reach in line.reaches:
            layer.fill(reach, 'ruby', _MARK_OPACITY)
    return layer.image()


@lru_cache(maxsize=4)
def _grid(size: tuple[int, int], page: Page, side: str) -> Image.Image:
    layer = _Layer(size)
    for line in squares(page, side):
        for square in line:
            layer.frame(square, 'grid', _GRID_OPACITY)
    return layer.image()


class _Layer:
    """What is laid over a picture of ``size`` px, as if on film; places are given in pt.

    The picture is multiplied by it, so that ink stays black under every colour.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        width, height = size
        self.fine = Image.new('RGB', (_FINER * width, _FINER * height), 'white')
        self.draw = ImageDraw.Draw(self.fine)

    def fill(self, rectangle: Rectangle, name: str, opacity: int) -> None:
        self.draw.rectangle(_px(rectangle), fill=_tint(name, opacity))

    def frame(self, rectangle: Rectangle, name: str, opacity: int) -> None:
        self.draw.rectangle(_px(rectangle), outline=_tint(name, opacity), width=2)

    def image(self) -> Image.Image:
        return self.fine.reduce(_FINER)


def _tint(name: str, opacity: int) -> tuple[int, ...]:
    """The colour as it looks on white at ``opacity`` of 255."""
    return tuple(255 - (255 - part) * opacity // 255 for part in COLOURS[name])


def _px(rectangle: Rectangle) -> tuple[int, ...]:
    """``rectangle`` in fine px; Pillow draws the last row and column too."""
    left, top, right, bottom = (round(number * RESOLUTION / 72 * _FINER) for number in rectangle)
    return left, top, max(left, right - 1), max(top, bottom - 1)
