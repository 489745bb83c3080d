"""The editor's decisions written into the text of ``book.yaml``.

A key is written anew with what is added to it or taken from it; its comments and the marks around
its values stay, and of all other keys every byte.
"""

import re
from collections.abc import Callable
from io import StringIO
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

_Edit = Callable[[Any], Any]

#: The role of an author among the ``creators`` (MARC relators), which is that without one too.
AUTHOR = 'aut'
#: Text that is the same with and without quotes, whichever YAML reads it.
_BARE = re.compile(r'[^\W\d_][\w./-]*(?::\d+)?|\d+-\d+')
#: Words that YAML reads as something else.
_WORDS = frozenset('null true false yes no on off y n'.split())


def with_entry(text: str, key: str, entry: str) -> str:
    """``text`` of a ``book.yaml`` with ``entry`` in the list ``key`` (``keep``, ``drop``)."""

    def add(value: Any) -> Any:
        entries = _list(value)
        if entry not in entries:
            entries.append(_scalar(entry))
        return entries

    return _edited(text, key, add)


def without_entry(text: str, key: str, entry: str) -> str:
    """``text`` without ``entry`` in the list ``key``; itself where it is not there."""

    def remove(value: Any) -> Any:
        entries = _list(value)
        while entry in entries:
            entries.remove(entry)
        return entries

    return _edited(text, key, remove) if entry in _entries(text, key) else text


def with_replacement(text: str, find: str, by: str) -> str:
    """``text`` with ``by`` in the place of ``find`` wherever cleaning finds it."""

    def add(value: Any) -> Any:
        replacements = _list(value)
        for each in replacements:
            if each['find'] == find:
                each['by'] = _scalar(by)
                return replacements
        replacements.append(CommentedMap(find=_scalar(find), by=_scalar(by)))
        return replacements

    return _edited(text, 'replace', add)


def with_value(text: str, key: str, name: str, value: str) -> str:
    """``text`` with ``name: value`` in the mapping ``key`` (``text``, ``heading``)."""

    def put(old: Any) -> Any:
        mapping = old if isinstance(old, CommentedMap) else CommentedMap()
        mapping[_scalar(name)] = _scalar(value)
        mapping.fa.set_block_style()
        return mapping

    return _edited(text, key, put)


def with_title(text: str, title: str) -> str:
    """``text`` with ``title`` as that of the book."""
    return _edited(text, 'title', lambda _: _scalar(title))


def with_author(text: str, name: str) -> str:
    """``text`` with ``name`` as its first author; without that author, where it is empty."""

    def put(value: Any) -> Any:
        creators = _list(value)
        first = next((each for each in creators if each.get('role', AUTHOR) == AUTHOR), None)
        if first is None and name:
            creators.insert(0, CommentedMap(name=_scalar(name), role=AUTHOR))
        elif first is not None and name:
            first['name'] = _scalar(name)
            # They are of the name that was there.
            for key in ('reading', 'romanized'):
                first.pop(key, None)
        elif first is not None:
            creators.remove(first)
        return creators

    return _edited(text, 'creators', put)


def _scalar(text: str) -> str:
    """``text`` in the quotes that it needs."""
    if _BARE.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return (SingleQuotedScalarString if text.isprintable() else DoubleQuotedScalarString)(text)


def _list(value: Any) -> CommentedSeq:
    entries = value if isinstance(value, CommentedSeq) else CommentedSeq()
    if not entries:
        entries.fa.set_block_style()
    return entries


def _entries(text: str, key: str) -> list[Any]:
    value = (YAML(typ='safe', pure=True).load(text) or {}).get(key)
    return value if isinstance(value, list) else []


def _edited(text: str, key: str, edit: _Edit) -> str:
    """``text`` with ``edit`` done to the value of ``key``, which is added if it is not there."""
    root = yaml.compose(text, yaml.SafeLoader)
    if root is None:
        return _joined(text, _written(f'{key}:\n', key, edit))
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        return _written(text, key, edit)
    lines = text.splitlines(keepends=True)
    heads = [name.start_mark.line for name, _ in root.value]
    for at, (name, _) in enumerate(root.value):
        if name.value == key:
            start = heads[at]
            end = _end(lines, start, heads[at + 1] if at + 1 < len(heads) else len(lines))
            chunk = ''.join(lines[start:end])
            rest = ''.join(lines[end:])
            return ''.join(lines[:start]) + _written(_joined(chunk), key, edit) + rest
    return _joined(text, _written(f'{key}:\n', key, edit))


def _end(lines: list[str], start: int, after: int) -> int:
    """Where the key at line ``start`` ends; comments at its foot are the next one's."""
    end = after
    while end > start + 1 and re.match(r'#|\s*$|\.\.\.', lines[end - 1]):
        end -= 1
    return end


def _joined(*parts: str) -> str:
    return ''.join(part if part.endswith('\n') else f'{part}\n' for part in parts if part)


def _written(chunk: str, key: str, edit: _Edit) -> str:
    """The YAML ``chunk`` with its value of ``key`` edited, in its own indentation."""
    form = YAML()
    form.preserve_quotes = True
    form.allow_unicode = True
    form.width = 10**9
    offset = re.search(r'^( *)- ', chunk, re.MULTILINE)
    before = len(offset[1]) if offset else 0
    form.indent(mapping=2, sequence=before + 2, offset=before)
    content = form.load(chunk)
    content[key] = edit(content.get(key))
    if isinstance(content[key], CommentedSeq) and not content[key]:
        content[key].fa.set_flow_style()
    made = StringIO()
    form.dump(content, made)
    return made.getvalue()
