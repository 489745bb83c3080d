"""A module is one idea and a function one step: none is longer than a reader keeps in mind."""

import ast
from pathlib import Path

import pytest

PRESS = Path(__file__).parents[1]

#: Lines of a module, and of a function with its docstring.
LONGEST_MODULE, LONGEST_FUNCTION = 300, 60

#: Modules below these lines; so many small ones may be, of all.
SMALL, MOST_SMALL = 50, 60


def modules():
    paths = [
        PRESS / 'pipeline.py',
        *(
            path
            for folder in ('tategumi', 'benchmarks', 'setup', 'docs')
            for path in sorted((PRESS / folder).rglob('*.py'))
            # What `make bench` installs is somebody else's.
            if 'node_modules' not in path.parts
        ),
    ]
    return [pytest.param(path, id=name_of(path)) for path in paths]


def name_of(path):
    return path.relative_to(PRESS).as_posix()


def lines_of(path):
    return len(path.read_text(encoding='utf-8').splitlines())


@pytest.mark.parametrize('path', modules())
def test_a_module_is_no_longer_than_a_reader_keeps_in_mind(path):
    assert lines_of(path) <= LONGEST_MODULE


@pytest.mark.parametrize('path', modules())
def test_a_function_is_no_longer_than_a_screen(path):
    longer = {
        node.name: length
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8')))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (length := node.end_lineno - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert not longer


def test_what_belongs_together_lies_together():
    """A module of a few lines is the exception: it stands alone because nothing is near it."""
    small = [
        name_of(path)
        for path in (PRESS / 'tategumi').rglob('*.py')
        if not path.name.startswith('__') and lines_of(path) < SMALL
    ]
    assert len(small) < MOST_SMALL, sorted(small)
