"""Print what pyproject.toml asks for, one requirement a line.

Usage: ``asked_for.py press``, or the name of an extra or a dependency group.
Runs before there is a ``.venv``: standard library only.
"""

import sys
import tomllib
from pathlib import Path


def asked_for(name: str) -> list[str]:
    """The requirements of the press itself, of an extra, or of a group. Raises ``KeyError``."""
    path = Path(__file__).parents[1] / 'pyproject.toml'
    told = tomllib.loads(path.read_text(encoding='utf-8'))
    project = told['project']
    lists = {
        'press': project['dependencies'],
        **project['optional-dependencies'],
        **told['dependency-groups'],
    }
    return lists[name]


if __name__ == '__main__':
    print('\n'.join(asked_for(sys.argv[1])))
