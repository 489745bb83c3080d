"""What SVG paints with, of what a PDF does: gradients, pictures, colours and numbers."""

from base64 import b64encode
from collections.abc import Sequence
from struct import pack
from zlib import crc32

from fontTools.misc.transform import Identity, Transform

from ..frames.drawing import Names, Picture
from .resources import WHITES

#: How many colours stand for those that are no straight way from one to the other.
_STOPS = 16

_PNG = b'\x89PNG\r\n\x1a\n'


def numbers(*values: float) -> str:
    """``values`` with spaces between them, as short as they can be written."""
    return ' '.join(f'{value:.4f}'.rstrip('0').rstrip('.') or '0' for value in values)


def transform(matrix: Transform, name: str = 'transform') -> str:
    """The attribute ``name`` by which an element is led by ``matrix``, a space before it."""
    return '' if matrix == Identity else f' {name}="matrix({numbers(*matrix)})"'


def gradient(name: str, shading: Names) -> str:
    """The element of a ``shading`` (entries of ISO 32000-1, 8.7.4.5.3, 8.7.4.5.4)."""
    start, end = shading['Domain']
    places = {number / _STOPS for number in range(_STOPS + 1)}
    function = shading['Function']
    span = (end - start) or 1
    for bound in function.get('Bounds', ()):
        # Where one colour gives way to another at once, there is one on either side.
        place = (bound - start) / span
        places |= {max(0, place - 1e-4), min(1, place + 1e-4)}
    stops = ''.join(
        f'<stop offset="{numbers(place)}" '
        f'stop-color="{_colour(_value(function, start + place * span))}"/>'
        for place in sorted(places)
    )
    names: tuple[str, ...]
    if shading['ShadingType'] == 2:
        kind = 'linearGradient'
        names = ('x1', 'y1', 'x2', 'y2')
    else:
        kind = 'radialGradient'
        names = ('fx', 'fy', 'fr', 'cx', 'cy', 'r')
    ends = ' '.join(f'{key}="{numbers(value)}"' for key, value in zip(names, shading['Coords']))
    return f'<{kind} id="{name}" gradientUnits="userSpaceOnUse" {ends}>{stops}</{kind}>'


def _value(function: Names, at: float) -> Sequence[float]:
    """What ``function`` gives for ``at`` (ISO 32000-1, 7.10.3, 7.10.4)."""
    if function['FunctionType'] == 2:
        share = max(0, at) ** function['N']
        return [one + share * (other - one) for one, other in zip(function['C0'], function['C1'])]
    edges = [function['Domain'][0], *function['Bounds'], function['Domain'][1]]
    at = min(max(at, edges[0]), edges[-1])
    number = max(k for k in range(len(edges) - 1) if k == 0 or at >= edges[k])
    low, high = edges[number : number + 2]
    first, last = function['Encode'][2 * number : 2 * number + 2]
    inner = first + (at - low) / ((high - low) or 1) * (last - first)
    return _value(function['Functions'][number], inner)


def _colour(parts: Sequence[float]) -> str:
    red, green, blue = (*parts, *parts, *parts)[:3] if len(parts) == 1 else parts
    return f'rgb({round(255 * red)},{round(255 * green)},{round(255 * blue)})'


def data_address(picture: Picture) -> str:
    """A ``Picture`` as the address of its data: a JPEG, or the PNG that a PDF took it from."""
    kind, content = file_of(picture)
    return f'data:{kind};base64,{b64encode(content).decode()}'


def file_of(picture: Picture) -> tuple[str, bytes]:
    """A ``Picture`` as a file of its own: its media type, and its bytes."""
    entries = picture.entries
    if entries['Filter'] == '/DCTDecode':
        return 'image/jpeg', picture.content
    kind = 0 if entries['ColorSpace'] == '/DeviceGray' else 2
    head = pack('>IIBBBBB', entries['Width'], entries['Height'], 8, kind, 0, 0, 0)
    chunks = ((b'IHDR', head), (b'IDAT', picture.content), (b'IEND', b''))
    return 'image/png', _PNG + b''.join(
        pack('>I', len(body)) + name + body + pack('>I', crc32(name + body))
        for name, body in chunks
    )


def lab(space: str, lightness: float, a: float, b: float) -> str:
    """A colour of CIE Lab as CSS has it, whose own is for the white of D50 (CSS Color 4, 9.3)."""
    if space == 'lab-d50':
        return f'lab({lightness:g} {a:g} {b:g})'
    y = (lightness + 16) / 116
    # The inverse of Lab's function of a tristimulus value to the white's (9.3.1).
    x, y, z = (
        white * (root**3 if root > 6 / 29 else 3 * (6 / 29) ** 2 * (root - 4 / 29))
        for white, root in zip(WHITES[space], (y + a / 500, y, y - b / 200))
    )
    return f'color(xyz-d65 {numbers(x, y, z)})'
