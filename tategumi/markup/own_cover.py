"""The cover the editor brings."""

from urllib.parse import unquote

from ..errors import BadSettings
from ..files import bytes_of
from ..pictures import media_type
from ..settings import Settings, place_of
from .fault import Fault
from .pictures import locate

#: What every store takes for a cover.
_TAKEN = ('image/jpeg', 'image/png')


def own_cover(settings: Settings) -> tuple[str, bytes]:
    """The picture ``settings.cover`` (a path below ``book/``) as ``(media type, bytes)``.

    Raises ``BadInput`` naming book.yaml where it is not there, outside the
    book's folder, or neither JPEG nor PNG.
    """
    try:
        path = settings.book / unquote(locate(settings.cover, settings.book, settings.book)[0])
    except Fault as fault:
        raise BadSettings(place_of(settings, 'cover'), f'"cover": {fault.message}') from fault
    content = bytes_of(path)
    kind = media_type(content)
    if kind not in _TAKEN:
        raise BadSettings(
            place_of(settings, 'cover'), f'"cover": "{settings.cover}" is neither JPEG nor PNG'
        )
    return kind, content
