"""Patterns mean the same with every Python that the press runs on."""

import re
from pathlib import Path

import pytest

PRESS = Path(__file__).parents[1] / 'tategumi'
FILES = sorted(path for path in PRESS.rglob('*') if path.suffix in ('.py', '.yaml'))


@pytest.mark.parametrize('path', FILES, ids=lambda path: path.relative_to(PRESS).as_posix())
def test_no_group_is_possessive(path):
    # In the first releases of Python 3.11 such a group takes more than it may.
    found = re.search(
        r"""r['"].*(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+|(?:line|inside): '.*(?<!\\)\)[*+?]\+""",
        path.read_text(encoding='utf-8'),
    )
    assert found is None, found
