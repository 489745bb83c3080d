"""Small books for a printer, read back."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tategumi.files import write_whole
from tategumi.print import build_print
from tategumi.settings import Print
from tests.pdf.conftest import Press

#: A CMYK profile of Ghostscript, where it is there.
PROFILE = Path('/usr/share/color/icc/ghostscript/default_cmyk.icc')

needs_profile = pytest.mark.skipif(not PROFILE.exists(), reason='needs a CMYK profile')
needs_ghostscript = pytest.mark.skipif(not shutil.which('gs'), reason='needs Ghostscript')

TEXT = '# 雨の章\n\n' + '駅まで歩くうちに雨はやんだ。' * 20


class Printer(Press):
    """Prints manuscripts in a folder of their own."""

    def print(self, *chapters, **asked):
        """The book as ``BuiltPrint``; ``asked`` are keys of ``print``, others the book's."""
        own = {key: asked.pop(key) for key in [*asked] if key in Print.__dataclass_fields__}
        settings, _ = self.book(*chapters, **asked)
        built = self.set(*chapters, **asked)
        return build_print(replace(settings, print=Print(**own)), built.inside, built.load)

    def open(self, *chapters, **asked):
        """The same, opened."""
        return pikepdf.open(io.BytesIO(self.print(*chapters, **asked).content))

    def add_picture(self, name, image):
        """Put ``image`` (``PIL.Image``) among the book's pictures."""
        written = io.BytesIO()
        image.save(written, Path(name).suffix[1:].replace('jpg', 'jpeg'))
        write_whole(self.root / 'book' / 'pictures' / name, written.getvalue())

    def add_profile(self):
        """Put the profile into the book; its name there."""
        write_whole(self.root / 'book' / 'press.icc', PROFILE.read_bytes())
        return 'press.icc'


@pytest.fixture
def printer(tmp_path):
    return Printer(tmp_path)


def gradient(mode='RGB', size=(600, 400)):
    grey = Image.linear_gradient('L').resize(size)
    if mode == 'L':
        return grey
    return Image.merge('RGB', (grey, grey.rotate(180), grey.rotate(180)))
