"""What WeasyPrint warns of."""

import logging

from ..messages import Message

#: How WeasyPrint says that no font has a character, whose number is its last value.
_MISSING = '.notdef glyph rendered'


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
