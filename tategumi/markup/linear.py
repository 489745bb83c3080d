"""Parts of Python-Markdown that take time in proportion to the text, in place of its own.

Its own escapes take the square of a paragraph's length, and it looks for the end of each bracket
through all the text that follows.
"""

import re

from markdown.core import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from ..lazy import lazy_pattern
from ..notation import FORMULA, FORMULA_BETWEEN_TWO
from .xhtml import Element

_ESCAPE = lazy_pattern(r'\\(.)', re.DOTALL)
#: Code or a formula, within which a backslash is its own.
_CODE = lazy_pattern(rf'(?<!\\)(?:\\\\)*`|{FORMULA}|{FORMULA_BETWEEN_TWO}')
#: Words in brackets nested deeper are text.
_DEEPEST = 8
#: An address and its title are no longer, and not so deep in brackets.
_LONGEST = 2_000
_TOO_DEEP = lazy_pattern(r'(?:[^()]*\(){9}')
#: ``{.name width=40}`` behind a link or picture, which other tools read.
_ATTRIBUTES = lazy_pattern(r'\{:?[ ]*(?:[.#][A-Za-z0-9_-]+|[a-z-]+=[!-z|~]+)[ -z|~]*\}')


def register(md: Markdown) -> None:
    """Have ``md`` (a ``markdown.Markdown``) take the escapes of a text in one pass."""
    md.treeprocessors.register(_Escapes(md), 'escapes', 30)


class _Escapes(Treeprocessor):
    """Reads escapes: ``\\*`` is a star (CommonMark §2.4). Not in text with code or formulas."""

    def run(self, root: Element) -> None:
        self._known = frozenset(self.md.ESCAPED_CHARS)
        for element in root.iter():
            element.text = self._taken(element.text)
            element.tail = self._taken(element.tail)

    def _taken(self, text: str | None) -> str | None:
        if not text or '\\' not in text or isinstance(text, AtomicString) or _CODE.search(text):
            return text
        return _ESCAPE.sub(self._character, text)

    def _character(self, match: re.Match[str]) -> str:
        return f'{STX}{ord(match[1])}{ETX}' if match[1] in self._known else match[0]


def after_attributes(data: str, end: int | None) -> int | None:
    """The place in ``data`` after the attributes that stand at ``end``; without any, ``end``."""
    match = _ATTRIBUTES.match(data, end) if end is not None else None
    return match.end() if match else end


class Brackets:
    """``[words](address)``, read in linear time.

    To be put before ``LinkInlineProcessor`` or a class of its kind among the bases.
    """

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """The words from ``index`` on, the place after them, and whether they end."""
        depth = 1
        for place in range(index, len(data)):
            depth += (data[place] == '[') - (data[place] == ']')
            if depth == 0:
                return data[index:place], place + 1, True
            if depth > _DEEPEST:
                break
        return '', index, False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address at ``index``, its title, the place after them, and whether there is one."""
        nearby = data[index : index + _LONGEST]
        if _TOO_DEEP.match(nearby):
            return '', None, index, False
        href, title, after, is_link = super().getLink(nearby, 0)  # type: ignore[misc]
        return href, title, index + after, is_link
