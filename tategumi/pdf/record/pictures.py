"""WeasyPrint's pictures, and the objects of a PDF that they are made of, as plain data."""

from typing import Any

from ...frames.drawing import Picture


def picture_of(image: Any, interpolate: bool, ratio: float) -> Picture:
    """WeasyPrint's raster ``image``, as the ``Picture`` it is in a PDF."""
    return _picture(image.get_x_object(interpolate, ratio))


def _picture(stream: Any) -> Picture:
    entries = {
        name: plain(value)
        for name, value in stream.extra.items()
        if name not in ('SMask', 'Type', 'Subtype')
    }
    mask = stream.extra.get('SMask')
    return Picture(entries, b''.join(map(_bytes, stream.stream)), mask and _picture(mask))


def _bytes(part: Any) -> bytes:
    return part if isinstance(part, bytes) else part.data


def plain(value: Any) -> Any:
    """``value``, an object of a PDF: dictionaries, lists, numbers, names, booleans.

    Raises ``TypeError`` for another.
    """
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, bytes):
        value = value.decode()
    if value in ('true', 'false'):
        return value == 'true'
    if not isinstance(value, (str, int, float)):
        raise TypeError(f'no plain value: {type(value).__name__}')
    return value
