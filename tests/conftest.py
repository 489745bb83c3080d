"""Properties are tried the same way every time, however slow the machine."""

import gc
import os

import pytest
from hypothesis import settings

settings.register_profile('steady', deadline=None, derandomize=True)
settings.load_profile('steady')

# Whoever runs them, the press speaks English in tests, but where they ask for another language.
os.environ['LANGUAGE'] = 'en'


#: How many attacks leave their garbage to one collection.
_FEW = 10
_paused = 0


@pytest.fixture(autouse=True)
def garbage_is_collected(request):
    """A command pauses collection until its process ends, which here goes on with other tests.

    Attacks follow one another as runs of a command do: paused, but for what many of them would
    leave together.
    """
    global _paused
    yield
    if gc.isenabled():
        return
    if request.path.name != 'test_attacks.py':
        gc.unfreeze()
        gc.enable()
        return
    _paused += 1
    if _paused % _FEW == 0:
        gc.collect()
        gc.freeze()
