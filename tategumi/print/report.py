"""What cannot be printed, and what a printer would ask about, by the page it is on."""

from math import hypot

from fontTools.misc.transform import Transform

from ..frames.drawing import Picture
from ..messages import Message
from ..settings import Print
from .boxes import Sheet
from .colours import is_line_art

#: Points of an inch.
_INCH = 72

#: How far from the edge of a page, in pt, what ends ends at it.
_EDGE = 1.5


class Report:
    """``faults`` and ``warnings`` about the page ``page``, as ``asked``; each is said once.

    On ``sheet`` (``Sheet``) no picture should end where it is trimmed.
    """

    def __init__(self, asked: Print) -> None:
        self._asked = asked
        self.page: object = 1
        self.sheet: Sheet | None = None
        self.faults: dict[str, Message] = {}
        self.warnings: dict[str, Message] = {}

    def measure(self, picture: Picture, matrix: Transform) -> None:
        """Warn of a ``picture``, drawn in the unit square of ``matrix``, of too few pixels."""
        width, height = hypot(*matrix[:2]), hypot(*matrix[2:4])
        if not width or not height:
            return
        found = round(
            min(
                picture.entries['Width'] * _INCH / width,
                picture.entries['Height'] * _INCH / height,
            )
        )
        limit = self._asked.resolution
        if found >= limit and found < self._asked.line_art_resolution and is_line_art(picture):
            limit = self._asked.line_art_resolution
        if found < limit:
            self.warn(
                Message(
                    'page {page}: a picture has {found} pixels an inch, less than {limit}',
                    page=self.page,
                    found=found,
                    limit=limit,
                )
            )

    def reach(self, matrix: Transform) -> None:
        """Warn of a picture, drawn in the unit square of ``matrix``, that ends at the trim."""
        if not self.sheet or not self.sheet.bleed:
            return
        corners = matrix.transformPoints([(0, 0), (0, 1), (1, 0), (1, 1)])
        xs, ys = zip(*corners)
        trim, bleed = self.sheet.trim, self.sheet.bleed_box
        for end, at, beyond, side in (
            (min(xs), trim[0], bleed[0], -1),
            (min(ys), trim[1], bleed[1], -1),
            (max(xs), trim[2], bleed[2], 1),
            (max(ys), trim[3], bleed[3], 1),
        ):
            if side * (end - at) > -_EDGE and side * (beyond - end) > _EDGE:
                self.warn(
                    Message(
                        'page {page}: a picture ends at the edge of the page, not {bleed:g} mm '
                        'beyond it',
                        page=self.page,
                        bleed=self._asked.bleed,
                    )
                )

    def weigh(self, ink: float) -> None:
        """Warn of too much ``ink`` in one place (1: one whole)."""
        if 100 * ink > self._asked.total_ink + 1:
            self.warn(
                Message(
                    'page {page}: {found} % of ink in one place, more than {limit} %',
                    page=self.page,
                    found=round(100 * ink),
                    limit=self._asked.total_ink,
                )
            )

    def refuse(self, message: Message) -> None:
        """Say what cannot be printed."""
        self.faults.setdefault(str(message), message)

    def warn(self, message: Message) -> None:
        """Say what a printer would ask about."""
        self.warnings.setdefault(str(message), message)

    def put_on_white(self) -> None:
        """Warn of a picture whose mask is gone."""
        self.warn(
            Message(
                'page {page}: a picture that is seen through is put on white, for pdf/x-1a '
                'has no such',
                page=self.page,
            )
        )
