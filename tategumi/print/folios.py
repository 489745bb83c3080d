"""Folios in the gutter 隠しノンブル: they tell the binder the order of pages, and nobody else."""

from ..frames.drawing import Text
from ..frames.frame import BookPage
from ..writers.lettering import Lettering
from .boxes import MM

#: How large they are, in pt; how far their middle is from the gutter, and they from the foot.
_SIZE, _IN, _UP = 5, 3, 10


def has_folio(page: BookPage) -> bool:
    """Is there text in the margins of ``page``?"""
    return any(type(item) is Text for item in page.paper.after)


def hidden_folio(number: int, side: str, width: float, lettering: Lettering) -> Text:
    """The folio of a page on ``side``, ``width`` (pt) wide, from its lower left corner."""
    said = str(number)
    middle = width - _IN * MM if side == 'left' else _IN * MM
    return lettering.set(said, _SIZE, middle - lettering.width(said, _SIZE) / 2, _UP * MM)
