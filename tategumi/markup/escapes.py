"""Escapes: ``\\*`` is a star (CommonMark §2.4)."""

import re

from markdown.core import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from .xhtml import Element

_ESCAPE = re.compile(r'\\(.)', re.DOTALL)
_CODE = re.compile(r'(?<!\\)(?:\\\\)*`')


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) to take the escapes of a text in one pass.

    One after the other, as Python-Markdown takes them, a paragraph of many
    takes the square of its length. Text that holds code is left to it.
    """
    md.treeprocessors.register(_Escapes(md), 'escapes', 30)


class _Escapes(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            element.text = self._taken(element.text)
            element.tail = self._taken(element.tail)

    def _taken(self, text: str | None) -> str | None:
        if not text or isinstance(text, AtomicString) or _CODE.search(text):
            return text
        return _ESCAPE.sub(self._character, text)

    def _character(self, match: re.Match[str]) -> str:
        known = match[1] in self.md.ESCAPED_CHARS
        return f'{STX}{ord(match[1])}{ETX}' if known else match[0]
