"""What WeasyPrint warns of."""

import logging

from ..messages import Message


class collected_warnings(logging.Handler):
    """WeasyPrint's warnings inside this context, as a list of lines."""

    _logger = logging.getLogger('weasyprint')

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[Message] = []

    def __enter__(self) -> list[Message]:
        self._handlers, self._propagate = self._logger.handlers, self._logger.propagate
        self._logger.handlers, self._logger.propagate = [self], False
        return self.lines

    def __exit__(self, *exception: object) -> None:
        self._logger.handlers, self._logger.propagate = self._handlers, self._propagate

    def emit(self, record: logging.LogRecord) -> None:
        line = Message(record.getMessage())
        if line not in self.lines:
            self.lines.append(line)
