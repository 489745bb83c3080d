"""Makes the C declarations of WeasyPrint and the press ready: ``make declarations``."""

import ast
import json
import tempfile
from contextlib import contextmanager
from pathlib import Path

import cffi

from tategumi import declarations

FILE = Path(declarations.__file__).with_suffix('.json')


class Parsed(cffi.FFI):
    """Parses declarations as ever, and remembers them."""

    made = []

    def __init__(self):
        super().__init__()
        self.sources = []
        self.made.append(self)

    def cdef(self, source):
        self.sources.append(source)
        super().cdef(source)


@contextmanager
def parsed_declarations():
    original, cffi.FFI = cffi.FFI, Parsed
    try:
        yield
    finally:
        cffi.FFI = original


def made_ready():
    """The content of ``declarations.json``, for the WeasyPrint that is installed.

    Nothing of it may be imported before.
    """
    declarations.ready_declarations = parsed_declarations
    import tategumi.fonts.faces  # noqa: F401

    (ffi,) = Parsed.made
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'made.py'
        ffi.set_source('declarations', None)
        ffi.emit_python_code(str(path))
        module = ast.parse(path.read_text(encoding='ascii'))
    (call,) = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    values = {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords}
    if values.pop('_version') != declarations._VERSION:
        raise SystemExit('cffi writes another version of what is made ahead')
    kinds = {name.removeprefix('_'): _in_text(value) for name, value in values.items()}
    sources = [declarations.digest_of(source) for source in ffi.sources]
    return json.dumps({'sources': sources, 'kinds': kinds}, indent=1) + '\n'


def _in_text(value):
    if isinstance(value, bytes):
        return value.decode('latin-1')
    return [*map(_in_text, value)] if isinstance(value, tuple) else value


if __name__ == '__main__':
    FILE.write_text(made_ready(), encoding='ascii')
