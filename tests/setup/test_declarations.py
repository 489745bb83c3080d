"""What WeasyPrint declares in C is ready, and is what cffi would make of it."""

import json
import subprocess
import sys
from pathlib import Path

PRESS = Path(__file__).parents[2]
READY = PRESS / 'tategumi' / 'declarations.json'

#: Prints who parsed declarations, and the version of a library that was called.
ASK = """
import sys
from tategumi import declarations
{before}
from tategumi.fonts import faces
from weasyprint.text.ffi import ffi, pango
print('pycparser' in sys.modules, pango.pango_version() > 10000, len(ffi.new('char[]', b'ab')))
"""


def output_of(*arguments):
    return subprocess.run(
        [sys.executable, *arguments], cwd=PRESS, capture_output=True, text=True, check=True
    ).stdout


def test_what_is_ready_is_made_of_what_is_declared():
    made = output_of('-c', 'from setup.declarations import made_ready; print(made_ready())')
    assert json.loads(made[made.index('{') :]) == json.loads(READY.read_text('ascii'))


def test_nothing_parses_declarations_that_are_ready():
    assert output_of('-c', ASK.format(before='')) == 'False True 3\n'


def test_other_declarations_are_parsed():
    other = "declarations.digest_of = lambda source: 'another'"
    assert output_of('-c', ASK.format(before=other)) == 'True True 3\n'
