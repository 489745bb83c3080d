"""Small books with their proofs, for the tests beside this file."""

import pytest

from tests.pdf.conftest import Press


@pytest.fixture
def press(tmp_path):
    return Press(tmp_path)


@pytest.fixture
def prove(press):
    """Set chapters and draw their proof: ``(settings, BuiltPdf, index.html, Counts)``."""
    # Imported here, so that on another WeasyPrint the tests of its seams can still be run.
    from tategumi.proof import build_proof

    def prove(*chapters, **settings):
        loaded, _ = press.book(*chapters, **settings)
        built = press.set_with_lines(*chapters, **settings)
        return loaded, built, *build_proof(loaded, built)

    return prove
