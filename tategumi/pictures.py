"""What kind of picture a file holds, and whether it can be shown."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import IO

from .files import bytes_of, opened
from .lazy import lazy
from .messages import Message
from .printable import printable
from .svg import is_svg, svg_fault

Image = lazy('PIL.Image')
ImageFile = lazy('PIL.ImageFile')

SVG = 'image/svg+xml'

#: Media types a picture may have, by how its file begins (EPUB 3.3 §3.2, raster images).
_SIGNATURES = {
    b'\x89PNG\r\n\x1a\n': 'image/png',
    b'\xff\xd8\xff': 'image/jpeg',
    b'GIF87a': 'image/gif',
    b'GIF89a': 'image/gif',
}

_DAMAGED = Message('is damaged: it cannot be read to its end')
#: In pixels: what a JPEG can have (ITU-T T.81 §B.2.2), and more than paper can.
_LONGEST_SIDE = 65_535


def media_type(content: bytes) -> str | None:
    """The media type of a picture file's bytes, or ``None`` where no book may hold it.

    The first 16 bytes are enough; of what may be SVG ``look_at`` says whether it is.
    """
    for signature, name in _SIGNATURES.items():
        if content.startswith(signature):
            return name
    if content[:4] == b'RIFF' and content[8:12] == b'WEBP':
        return 'image/webp'
    return SVG if is_svg(content) else None


def look_at(picture: Path | bytes) -> tuple[str, list[str]]:
    """What no book can show of ``picture``, a file or its bytes, and what is odd about it.

    The first is '' where it can be shown. Raises ``OSError`` where the file cannot be read.
    """
    with _file_of(picture) as file:
        beginning = file.read(16)
    if media_type(beginning) == SVG:
        return svg_fault(picture if isinstance(picture, bytes) else bytes_of(picture)), []
    with _file_of(picture) as file, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter('always')
        # WeasyPrint, where it is loaded, has Pillow fill up what is missing with grey.
        fills_up = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            with Image.open(file) as image:
                if max(image.size) > _LONGEST_SIDE:
                    width, height = image.size
                    return Message(
                        'is {width:,} × {height:,} pixels, more than any page shows',
                        width=width,
                        height=height,
                    ), []
                image.load()
                # What stands in it about itself, such as which way is up.
                image.getexif()
        except MemoryError:
            raise
        except Exception as error:
            # Decoders raise whatever they stumble over; of what is too large, Pillow does.
            too_large = type(error).__name__ == 'DecompressionBombError'
            return Message('has more pixels than any page shows') if too_large else _DAMAGED, []
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = fills_up
    return '', [*dict.fromkeys(map(_odd, warned))]


def as_jpeg(content: bytes) -> bytes:
    """The picture ``content`` as a JPEG (bytes), what is transparent white."""
    with Image.open(BytesIO(content)) as image:
        whole = image.convert('RGBA')
    ground = Image.new('RGB', whole.size, 'white')
    ground.paste(whole, mask=whole.getchannel('A'))
    made = BytesIO()
    # Type keeps its edges where no colour is left out.
    ground.save(made, 'JPEG', quality=90, subsampling=0, optimize=True)
    return made.getvalue()


def as_png(content: bytes) -> bytes:
    """The picture ``content`` as a PNG (bytes); of one that moves, its first frame."""
    with Image.open(BytesIO(content)) as image:
        made = BytesIO()
        image.convert('RGBA' if image.has_transparency_data else 'RGB').save(made, 'PNG')
    return made.getvalue()


def _file_of(picture: Path | bytes) -> IO[bytes]:
    return BytesIO(picture) if isinstance(picture, bytes) else opened(picture)


def _odd(warning: warnings.WarningMessage) -> str:
    """What Pillow warns of, in the press's words."""
    if issubclass(warning.category, Image.DecompressionBombWarning):
        return Message('has far more pixels than a page shows; readers will be slow, or show none')
    message = ' '.join(str(warning.message).split())
    return Message(
        'says of itself what cannot be read ({message})', message=printable(message, 100)
    )
