"""Properties are tried the same way every time, however slow the machine."""

import gc

import pytest
from hypothesis import settings

settings.register_profile('steady', deadline=None, derandomize=True)
settings.load_profile('steady')


@pytest.fixture(autouse=True)
def garbage_is_collected(request):
    """A command pauses collection until its process ends, which here goes on with other tests.

    Those of tests/fuzz follow one another as runs of a command do: paused.
    """
    yield
    if not gc.isenabled() and 'fuzz' not in request.path.parts:
        gc.unfreeze()
        gc.enable()
