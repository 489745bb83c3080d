"""Parses untrusted YAML; errors name file and line."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from ..errors import BadYaml, Place
from ..files import is_there, text_of
from ..messages import Message

#: Levels of lists and mappings in one another; ``book.yaml`` has three.
_DEEPEST = 20
#: In bytes. YAML takes long to read, and a person writes less.
_LARGEST = 2_000_000
#: What PyYAML says of what people write amiss, and what they should write.
_AMISS = (
    (
        r'mapping values are not allowed',
        Message(
            'a value with ": " in it must be in quotes; else this line is indented too far, or '
            'the line above lacks ":"'
        ),
    ),
    (r'unexpected end of stream', Message('a quote that opens a value is not closed')),
    (r"character '\\t'", Message('indent with spaces, not with a tab')),
    (
        r'cannot start any token|expected alphabetic or numeric|undefined alias',
        Message('a value that begins with @, `, %, * or & must be in quotes'),
    ),
    (r"could not find expected ':'", Message('a line lacks ":" after its key')),
    (r'but got', Message('a list in [ ] lacks a comma or its closing bracket')),
    (
        r"but found '(<block|\?)",
        Message('the line is indented more or less than those it belongs to'),
    ),
    (r'but found', Message('something stands before or after a quote, a bracket or a ":"')),
)
#: A key whose colon YAML takes for a part of a text.
_KEY = re.compile(r' *(?:- +)?[a-z_]+(?::(?=[^\s/])|:\u3000| *：)')


def parse_yaml(path: Path) -> yaml.Node | None:
    """The root node (``yaml.Node``) of the file ``path``, or ``None`` where it says nothing.

    Raises ``BadInput`` with file and line where it cannot be read or is no YAML, and for
    nesting deeper than anybody writes.
    """
    text = text_of(path, _LARGEST)
    try:
        return _Loader(text).get_single_node()
    except yaml.reader.ReaderError as error:
        raise BadYaml(
            Place(path, text.count('\n', 0, error.position) + 1),
            'holds the character {code}, which YAML may not; delete it',
            code=f'U+{error.character:04X}',
        ) from error
    except yaml.YAMLError as error:
        raise _not_yaml(path, error, text) from error


def value_of(path: Path, node: yaml.Node) -> Any:
    """What ``node`` of the file ``path`` stands for: text, numbers, lists, mappings.

    Of a date, its text as it is written. Raises ``BadInput`` with file and line for what
    stands for nothing.
    """
    try:
        return _Loader('').construct_object(node, deep=True)
    except yaml.YAMLError as error:
        raise _not_yaml(path, error) from error


def place_of_node(path: Path, node: yaml.Node) -> Place:
    """Where ``node`` of the file ``path`` begins."""
    return Place(path, node.start_mark.line + 1)


def place_of_key(path: Path, key: str, item: str | None = None) -> Place:
    """Where ``key`` stands in the file ``path``, or that ``item`` of its list, the last one.

    Without a line where it is not written, or there is no such file.
    """
    root = parse_yaml(path) if is_there(path) else None
    for name, value in getattr(root, 'value', ()):
        if name.value == key:
            nodes = (
                [name] if item is None else [each for each in value.value if each.value == item]
            )
            return place_of_node(path, nodes[-1]) if nodes else Place(path)
    return Place(path)


def _not_yaml(path: Path, error: Any, text: str = '') -> BadYaml:
    said = error.problem or error.context
    # What is not closed runs to the end of the file: the editor looks for where it opens.
    first = error.context_mark if 'end of stream' in said else None
    mark = first or error.problem_mark or error.context_mark
    line = mark.line if mark else None
    amiss = (meaning for words, meaning in _AMISS if re.search(words, said))
    problem = next(amiss, Message(said))
    if line is not None and (key := _key_in_text(text.split('\n'), line)) is not None:
        line, problem = key, Message('":" behind a key must be half-width, and a space behind it')
    return BadYaml(
        Place(path, line + 1 if line is not None else None),
        'not YAML: {problem}',
        problem=problem,
    )


def _key_in_text(lines: Sequence[str], line: int) -> int | None:
    """The index of ``line``, or of the one that says something above, if a ``_KEY`` is there.

    PyYAML takes a line with such a key for text, and is at odds with what comes below.
    """
    above = [index for index in range(min(line, len(lines))) if lines[index].split('#')[0].strip()]
    candidates = [*above[-1:], *([line] if line < len(lines) else [])]
    return next((index for index in candidates if _KEY.match(lines[index])), None)


class _Loader(yaml.SafeLoader):
    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self._depth == _DEEPEST:
            raise yaml.composer.ComposerError(
                problem='it is nested too deep', problem_mark=self.peek_event().start_mark
            )
        self._depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1


def _number(construct: Callable[..., float]) -> Callable[..., float]:
    def constructed(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> float:
        try:
            return construct(loader, node)
        except ValueError as error:
            raise yaml.constructor.ConstructorError(
                problem='this is no number, or too large', problem_mark=node.start_mark
            ) from error

    return constructed


def _text(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return loader.construct_scalar(node)


_Loader.add_constructor('tag:yaml.org,2002:int', _number(yaml.SafeLoader.construct_yaml_int))
_Loader.add_constructor('tag:yaml.org,2002:float', _number(yaml.SafeLoader.construct_yaml_float))
# What Python has for a date has fewer of them than people write.
_Loader.add_constructor('tag:yaml.org,2002:timestamp', _text)
