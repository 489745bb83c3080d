"""What WeasyPrint warns of, and fonts taken for those asked for, and tables beyond the page."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from weasyprint.formatting_structure.boxes import TableBox, TextBox

from ..messages import Message

#: How WeasyPrint says that no font has a character, whose number is its last value.
_MISSING = '.notdef glyph rendered'

#: px.
_NEARLY = 0.5

#: Families that any font may be of (CSS Fonts 4 §2.1.3).
_GENERIC = frozenset(('serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', 'system-ui'))


class collected_warnings(logging.Handler):
    """WeasyPrint's warnings inside this context: ``lines``, and the ``missing`` characters."""

    _logger = logging.getLogger('weasyprint')

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[Message] = []
        self.missing: set[str] = set()

    def __enter__(self) -> 'collected_warnings':
        self._handlers, self._propagate = self._logger.handlers, self._logger.propagate
        self._logger.handlers, self._logger.propagate = [self], False
        return self

    def __exit__(self, *exception: object) -> None:
        self._logger.handlers, self._logger.propagate = self._handlers, self._propagate

    def emit(self, record: logging.LogRecord) -> None:
        if record.msg.startswith(_MISSING) and isinstance(record.args, tuple):
            self.missing.add(chr(record.args[-1]))  # type: ignore[arg-type]
            return
        line = Message(record.getMessage())
        if line not in self.lines:
            self.lines.append(line)


def fonts_taken(
    page_boxes: Iterable[Any], stand_ins: Mapping[tuple[str, ...], str]
) -> list[Message]:
    """A warning for every one of ``stand_ins`` (families → name) that text on the pages is of."""
    if not stand_ins:
        return []
    used = {
        box.style['font_family']
        for page in page_boxes
        for box in page.descendants()
        if isinstance(box, TextBox)
    }
    return [
        Message(
            'none of the fonts {families} is on this machine and has Japanese; {name} is taken',
            families=[name for name in families if name not in _GENERIC],
            name=name,
        )
        for families, name in stand_ins.items()
        if families in used and not _GENERIC.issuperset(families)
    ]


def tables_beyond(page_boxes: Iterable[Any]) -> list[Message]:
    """A warning for every table that is longer, along its lines, than the page has room."""
    beyond = {
        # It may go on over the page.
        id(box.element): _begins_with(box.element)
        for page in page_boxes
        for box in page.descendants()
        # The page has its physical size again: lines run along its height.
        if isinstance(box, TableBox) and box.margin_width() > page.height + _NEARLY
    }
    return [
        Message(
            'the table that begins with this goes beyond the page, for it has too many columns: '
            '{text}',
            text=text,
        )
        for text in beyond.values()
    ]


def _begins_with(table: Any) -> str:
    """The words of the first cell that has any."""
    cells = (cell for cell in table.iter() if cell.tag in ('th', 'td'))
    words = (''.join(cell.itertext()).strip() for cell in cells)
    return next(filter(None, words), '')
