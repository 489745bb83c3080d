"""The first ``book.yaml``: every key with its default, and what it decides."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from .keys import comment_lines, keys_of
from .schema import Settings


def book_yaml(root: Path, metadata: Mapping[str, Any]) -> str:
    """The text of ``book.yaml`` for a book of which only ``metadata`` is known.

    ``load_settings`` reads back the same settings as without the file.
    """
    known = {**asdict(Settings(root=root)), **metadata}
    parts = ['# What this book is and how it is set. Everything may be changed.\n']
    for name, key in keys_of(Settings).items():
        comments = ''.join(f'# {line}\n' for line in comment_lines(key))
        parts.append(f'{comments}{_yaml({name: _plain(known[name])})}')
    return '\n'.join(parts)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def _yaml(value: Any) -> str:
    return yaml.safe_dump(
        value, allow_unicode=True, sort_keys=False, default_flow_style=False, width=float('inf')
    )
