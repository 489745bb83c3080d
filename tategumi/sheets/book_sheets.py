"""Reads the sheets in a book's own ``styles/``, with their imports.

What such a sheet imports is put into it, and what it names has an address by which every
output finds it: it is a file of the book, or the sheet is refused.
"""

from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

import tinycss2
from tinycss2.ast import Node
from tinycss2.serializer import serialize_string_value

from ..errors import BadSheet, Place
from ..files import text_of
from ..messages import Message
from .bounds import LARGEST, Source, TooMuch, check_bounds, check_depth, walk
from .files import Files, rename, url_of

#: What imports one another is no deeper than this.
_DEEPEST = 5


def read_book_sheets(root: Path, paths: Iterable[Path]) -> list[str]:
    """The CSS of each of the sheets ``paths`` of the book in folder ``root``, used together.

    Fonts and pictures in it have addresses (``files.ADDRESS``). Raises ``BadInput`` with
    file and line for one that cannot be read, asks for too much, or names what is no file of
    the book.
    """
    sources, read = [], []
    for path in paths:
        reader = _Reader(root)
        read.append(reader.read(path))
        sources += reader.sources
    try:
        check_bounds(sources)
    except TooMuch as fault:
        raise BadSheet(Place(fault.file or root, fault.line), fault.message) from fault
    return read


class _Reader:
    """Reads a sheet and what it imports; ``sources`` are their rules."""

    def __init__(self, root: Path):
        self.sources: list[Source] = []
        self._files, self._size = Files(root), 0

    def read(self, path: Path, within: tuple[Path, ...] = (), place: Place | None = None) -> str:
        """The CSS of the sheet ``path``, which the sheets ``within`` import, at ``place``."""
        if path in within or len(within) > _DEEPEST:
            raise BadSheet(place or path, 'this sheet imports itself, or too many one by another')
        if not self._files.is_inside(path):
            raise BadSheet(place or path, "is a link to a file outside the book's folder")
        text = self._text(path)
        rules = _rules(text, path)
        self.sources.append(Source(path, rules))
        imports = [*takewhile(lambda rule: _is(rule, 'charset', 'import'), rules)]
        rest = rules[len(imports) :]
        has_files = self._resolve(rest, path, bool(within))
        imported = [self._imported(rule, path, within) for rule in imports if _is(rule, 'import')]
        # As text, what is not closed in an imported sheet would go on in the other.
        if not (imported or has_files or within):
            return text
        # Names of namespaces come before all rules.
        rest.sort(key=lambda rule: not _is(rule, 'namespace'))
        count = sum(_is(rule, 'namespace') for rule in rest)
        head, rest = rest[:count], rest[count:]
        parts = tinycss2.serialize(head), *imported, tinycss2.serialize(rest)
        return '\n'.join(filter(None, parts))

    def _imported(self, rule: Node, path: Path, within: tuple[Path, ...]) -> str:
        """The CSS that the import ``rule`` of the sheet ``path`` stands for."""
        place = Place(path, rule.source_line)
        prelude = [one for one in rule.prelude if one.type not in ('comment', 'whitespace')]
        named = prelude and url_of(prelude[0], with_strings=True)
        media = prelude[1:]
        if not named or any(
            getattr(one, 'lower_name', getattr(one, 'lower_value', '')) in ('layer', 'supports')
            for one in media
        ):
            raise BadSheet(place, 'an @import must be of a file, for all media or some')
        sheet = self._files.path(named, path, place)
        css = self.read(sheet, (*within, path), place)
        return f'@media {_serialized(media)} {{\n{css}\n}}' if media else css

    def _resolve(self, rules: list[Node], path: Path, is_imported: bool) -> bool:
        """Give what ``rules`` of the sheet ``path`` name its address; whether they name any."""
        is_found = False
        for rule in rules:
            if _is(rule, 'namespace'):
                if is_imported:
                    message = Message('an imported sheet has no @namespace of its own')
                    raise BadSheet(Place(path, rule.source_line), message)
                continue
            for tokens in (rule.prelude, rule.content or []):
                for one in walk(tokens):
                    if one.type == 'string':
                        # With the closing quote, which it may lack at the end of the sheet.
                        one.representation = f'"{serialize_string_value(one.value)}"'
                    if one.type == 'at-keyword' and one.lower_value == 'import':
                        _refuse_late(one, path)
                    if one.type == 'error' and one.kind == 'bad-url':
                        raise BadSheet(
                            Place(path, one.source_line), 'what url() has is no address'
                        )
                is_found |= rename(
                    tokens, lambda url, line: self._files.address(url, path, Place(path, line))
                )
            if _is(rule, 'import'):
                _refuse_late(rule, path)
        return is_found

    def _text(self, path: Path) -> str:
        text = text_of(path)
        self._size += len(text)
        if self._size > LARGEST:
            message = Message(
                'this sheet, with what it imports, has over {most:,} characters', most=LARGEST
            )
            raise BadSheet(path, message)
        return text


def _rules(text: str, path: Path) -> list[Node]:
    tokens = tinycss2.parse_component_value_list(text)
    try:
        check_depth(tokens)
    except TooMuch as fault:
        raise BadSheet(Place(path, fault.line), fault.message) from fault
    # What is no rule is nothing (CSS Syntax 3 §5.4).
    return [
        rule
        for rule in tinycss2.parse_stylesheet(tokens, skip_comments=True, skip_whitespace=True)
        if rule.type != 'error'
    ]


def _is(rule: Node, *names: str) -> bool:
    return rule.type == 'at-rule' and rule.lower_at_keyword in names


def _refuse_late(node: Node, path: Path) -> None:
    raise BadSheet(Place(path, node.source_line), '@import must stand before all rules')


def _serialized(tokens: list[Node]) -> str:
    # Without comments and white space, of which there must be some between words.
    return ' '.join(one.serialize() for one in tokens)
