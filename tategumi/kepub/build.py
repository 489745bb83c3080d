"""An EPUB → a KEPUB."""

import io
import zipfile

from ..epub.archive import settled
from .page import kobo_page


def build_kepub(content: bytes) -> bytes:
    """The EPUB ``content`` (bytes) as a KEPUB, bytes too.

    Its documents get what Kobo's reading system looks for; all else, the text
    before all, stays. The same EPUB gives the same bytes.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, 'w') as new:
        for name in old.namelist():
            page = old.read(name)
            new.writestr(name, kobo_page(page) if name.endswith('.xhtml') else page)
    return settled(written.getvalue())
