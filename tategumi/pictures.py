"""What kind of picture a file holds, and whether it can be shown."""

import warnings
from pathlib import Path

from .files import opened
from .lazy import lazy

Image = lazy('PIL.Image')
ImageFile = lazy('PIL.ImageFile')

#: Media types a picture may have, by how its file begins (EPUB 3.3 §3.2, raster images).
_SIGNATURES = {
    b'\x89PNG\r\n\x1a\n': 'image/png',
    b'\xff\xd8\xff': 'image/jpeg',
    b'GIF87a': 'image/gif',
    b'GIF89a': 'image/gif',
}


def media_type(content: bytes) -> str | None:
    """The media type of a picture file's bytes, or ``None`` where no book may hold it.

    The first 16 bytes are enough.
    """
    for signature, name in _SIGNATURES.items():
        if content.startswith(signature):
            return name
    if content[:4] == b'RIFF' and content[8:12] == b'WEBP':
        return 'image/webp'
    return None


def is_whole(path: Path) -> bool:
    """Can the picture in the file ``path`` be read from beginning to end?

    Raises ``OSError`` where the file itself cannot be.
    """
    with opened(path) as file, warnings.catch_warnings():
        # Of large pictures Pillow warns; those too large for any page it refuses.
        warnings.simplefilter('ignore', Image.DecompressionBombWarning)
        # WeasyPrint, where it is loaded, has Pillow fill up what is missing with grey.
        fills_up = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            with Image.open(file) as picture:
                picture.load()
            return True
        except Exception:
            # Decoders raise whatever they stumble over.
            return False
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = fills_up
