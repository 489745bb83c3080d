"""Limits on what a style sheet may ask for.

A few lines of CSS can ask for more text, boxes or work than any machine has. The bounds are
far beyond what a book needs, and within what the press sets in a moment.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tinycss2
from tinycss2.ast import Declaration, Node

from ..messages import Message
from ..printable import printable

#: Characters of a sheet with all that it imports, of one selector, of one string, and of a
#: value with its custom properties put in.
LARGEST, _LONGEST_SELECTOR, _LONGEST_STRING, _LONGEST_VALUE = 200_000, 2_000, 500, 5_000

#: Blocks, brackets and functions in one another; custom properties made of others.
_DEEPEST, _LONGEST_CHAIN = 16, 16

#: Selectors of a rule, with those of the rules around it in each of their places.
_MOST_SELECTORS = 1_000

#: Any number, and those of properties that count what is made.
_LARGEST_NUMBER = 100_000
_LARGEST_COUNTS = {
    'column-count': 20,
    'columns': 20,
    'grid': 100,
    'order': 1_000,
    'orphans': 100,
    'pad': 20,
    'tab-size': 100,
    'widows': 100,
}

#: Functions that repeat what is in them as often as it fits.
_REPEATING = frozenset(
    f'{prefix}repeating-{kind}-gradient'
    for prefix in ('', '-webkit-', '-moz-', '-o-')
    for kind in ('conic', 'linear', 'radial')
)

#: At-rules that have rules in them, not declarations.
_OF_RULES = frozenset(('media', 'supports', 'layer', 'container', 'scope', 'document'))


@dataclass(frozen=True)
class Source:
    """The ``rules`` (``tinycss2``) of the sheet in ``file``."""

    file: Path
    rules: list[Node]


class TooMuch(Exception):
    """``message`` says what the sheet ``file`` asks for too much of, in ``line`` (from 1)."""

    def __init__(self, line: int, message: str, file: Path | None = None):
        super().__init__(line, message, file)
        self.line, self.message, self.file = line, message, file


def check_depth(tokens: list[Node]) -> None:
    """Raise ``TooMuch`` where ``tokens`` (``tinycss2``) stand in too many blocks or functions."""
    level = [*tokens]
    for _ in range(_DEEPEST):
        level = [inner for token in level for inner in content_of(token)]
    if level:
        raise TooMuch(
            level[0].source_line, Message('blocks are more than {most} deep', most=_DEEPEST)
        )


def content_of(token: Node) -> list[Node]:
    """The tokens in the block, brackets or function ``token``; of any other, none."""
    if token.type == 'function':
        return token.arguments
    return token.content if token.type.endswith(' block') else []


def walk(tokens: Iterable[Node]) -> Iterator[Node]:
    """Each of ``tokens`` and all in them, in no order."""
    waiting = [*tokens]
    while waiting:
        token = waiting.pop()
        yield token
        waiting.extend(content_of(token))


def check_bounds(sources: Iterable[Source]) -> None:
    """Raise ``TooMuch`` where sheets used together, none too deep, ask for too much."""
    declarations: dict[Path, list[Declaration]] = {}
    for source in sources:
        with _in(source.file):
            _collect(source.rules, 1, declarations.setdefault(source.file, []))
    custom = _Custom([one for declared in declarations.values() for one in declared])
    for file, declared in declarations.items():
        with _in(file):
            for one in declared:
                _check_value(one, custom)


@contextmanager
def _in(file: Path) -> Iterator[None]:
    try:
        yield
    except TooMuch as fault:
        fault.file = file
        raise


def _collect(nodes: list[Node], selectors: int, declared: list[Declaration]) -> None:
    """Add all declarations in ``nodes`` to ``declared``.

    ``selectors`` is how many the rule around them has.
    """
    for node in nodes:
        if node.type == 'declaration':
            declared.append(node)
            continue
        if node.type not in ('qualified-rule', 'at-rule'):
            continue
        count = selectors
        _check_selectors(node)
        if node.type == 'qualified-rule':
            count = _selectors(node, selectors)
        if node.content:
            is_of_rules = node.type == 'at-rule' and node.lower_at_keyword in _OF_RULES
            parse = tinycss2.parse_rule_list if is_of_rules else tinycss2.parse_blocks_contents
            _collect(parse(node.content, skip_comments=True), count, declared)


def _selectors(rule: Node, around: int) -> int:
    """How many selectors ``rule`` has, where the rule around it has so many."""
    prelude = [*walk(rule.prelude)]
    commas = sum(token == ',' for token in prelude)
    nests = sum(token == '&' for token in prelude) or 1
    count = (commas + 1) * around**nests if around > 1 else commas + 1
    if count > _MOST_SELECTORS:
        raise TooMuch(
            rule.source_line,
            Message('a rule has more than {most} selectors', most=_MOST_SELECTORS),
        )
    return count


def _check_selectors(rule: Node) -> None:
    parts = _between_commas(rule.prelude)
    if any(len(tinycss2.serialize(one)) > _LONGEST_SELECTOR for one in parts):
        raise TooMuch(
            rule.source_line,
            Message('a selector has more than {most} characters', most=_LONGEST_SELECTOR),
        )


def _between_commas(tokens: list[Node]) -> Iterator[list[Node]]:
    part: list[Node] = []
    for token in tokens:
        if token == ',':
            yield part
            part = []
        else:
            part.append(token)
    yield part


class _Custom:
    """The custom properties of a sheet, each of whose declarations may be what counts."""

    def __init__(self, declared: list[Declaration]):
        self._values: dict[str, list[_Value]] = {}
        for one in declared:
            if one.name.startswith('--'):
                self._values.setdefault(one.name, []).append(_Value(one.value))
        self._measured: dict[str, tuple[int, int]] = {}

    def length(self, value: '_Value', within: tuple[str, ...] = ()) -> int:
        """Characters of ``value`` with all in it put in. Raises ``ValueError`` for no end."""
        return self._measure(value, within)[0]

    def _measure(self, value: '_Value', within: tuple[str, ...]) -> tuple[int, int]:
        """``(characters, how deep properties are made of others)``."""
        parts = [self._measure_property(name, within) for name in value.names]
        depth = max((depth for _, depth in parts), default=0)
        return value.length + sum(length for length, _ in parts), depth

    def _measure_property(self, name: str, within: tuple[str, ...]) -> tuple[int, int]:
        if name in within or len(within) > _LONGEST_CHAIN:
            raise ValueError
        if name not in self._measured:
            measures = [
                self._measure(value, (*within, name)) for value in self._values.get(name, ())
            ]
            length = max((length for length, _ in measures), default=0)
            depth = max((depth for _, depth in measures), default=0) + 1
            if depth > _LONGEST_CHAIN:
                raise ValueError
            self._measured[name] = length, depth
        return self._measured[name]

    def numbers(self, value: '_Value', types: tuple[str, ...]) -> Iterator[float]:
        """All numbers of those token ``types`` that may stand in ``value``, without their sign."""
        seen: set[str] = set()
        waiting = [value]
        while waiting:
            one = waiting.pop()
            yield from one.numbers(types)
            for name in set(one.names) - seen:
                seen.add(name)
                waiting += self._values.get(name, ())


class _Value:
    """The ``tokens`` of a value."""

    def __init__(self, tokens: list[Node]):
        self.tokens = tokens

    @cached_property
    def length(self) -> int:
        return len(tinycss2.serialize(self.tokens))

    def numbers(self, types: tuple[str, ...]) -> list[float]:
        return [abs(token.value) for token in walk(self.tokens) if token.type in types]

    @cached_property
    def names(self) -> list[str]:
        """The custom properties in it, each as often as it is named."""
        return [
            argument.value
            for token in walk(self.tokens)
            if token.type == 'function' and token.lower_name == 'var'
            for argument in token.arguments
            if argument.type == 'ident'
        ]


def _check_value(declared: Declaration, custom: _Custom) -> None:
    line, name, value = declared.source_line, declared.name, _Value(declared.value)
    try:
        length = custom.length(value, (name,) if name.startswith('--') else ())
    except ValueError as error:
        raise TooMuch(
            line, Message('"{name}" is made of others without end', name=_shown(name))
        ) from error
    if length > _LONGEST_VALUE:
        raise TooMuch(
            line,
            Message(
                '"{name}" has more than {most} characters', name=_shown(name), most=_LONGEST_VALUE
            ),
        )
    if any(
        token.type == 'string' and len(token.value) > _LONGEST_STRING
        for token in walk(value.tokens)
    ):
        raise TooMuch(
            line, Message('a string has more than {most} characters', most=_LONGEST_STRING)
        )
    if any(
        token.type == 'function' and token.lower_name in _REPEATING for token in walk(value.tokens)
    ):
        raise TooMuch(
            line,
            Message('"{name}" has a gradient that is repeated without end', name=_shown(name)),
        )
    for most, types in _most(declared.lower_name):
        # Not "any greater": of what is no number nothing is greater.
        if not all(number <= most for number in custom.numbers(value, types)):
            raise TooMuch(
                line, Message('"{name}" has a number beyond {most}', name=_shown(name), most=most)
            )


def _shown(name: str) -> str:
    return printable(name, 40)


def _most(name: str) -> Iterator[tuple[float, tuple[str, ...]]]:
    """How great numbers of ``name`` may be: ``(bound, token types)``."""
    yield _LARGEST_NUMBER, ('number', 'percentage', 'dimension')
    for start, most in _LARGEST_COUNTS.items():
        if name.startswith(start):
            yield most, ('number',)
