"""Each message of what is wrong has a code that the docs explain."""

import ast
import pickle
from pathlib import Path

import pytest

from tategumi.errors import FAULTS, Place, PressError

PRESS = Path(__file__).parents[1]


def subclasses(kind):
    return {kind, *(below for each in kind.__subclasses__() for below in subclasses(each))}


def test_every_kind_of_fault_has_a_code_of_its_own():
    assert {*FAULTS} == subclasses(PressError) - {PressError}
    assert len({kind.code for kind in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize('kind', FAULTS, ids=lambda kind: kind.code)
def test_a_fault_keeps_its_code_from_one_process_to_another(kind):
    told = pickle.loads(pickle.dumps(kind(Place('book/book.yaml', 3), 'is wrong')))
    assert type(told) is kind and str(told) == 'book/book.yaml:3: is wrong'


def test_packages_of_known_files_say_what_kind_of_input_is_wrong():
    """``BadInput`` itself is for wrong use, and for what no package knows more of."""
    plain = {
        path.relative_to(PRESS).as_posix()
        for package in ('seed', 'settings', 'manuscript', 'markup', 'sheets', 'fonts', 'epub')
        for path in (PRESS / 'tategumi' / package).rglob('*.py')
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8')))
        if isinstance(node, ast.Call) and getattr(node.func, 'id', '') == 'BadInput'
    }
    assert not plain
