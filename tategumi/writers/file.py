"""A PDF file of objects, packed into streams or, as readers of old know it, one by one."""

import zlib
from collections.abc import Mapping, Sequence
from hashlib import md5
from typing import Any

from .objects import Raw, Ref, serialized

#: The version, and bytes that say the file is not text.
_HEAD = b'%%PDF-%b\n%%\xf0\x9f\x96\xa4\n'


class File:
    """The objects of one file, by number from 1."""

    def __init__(self) -> None:
        # There is no object 0.
        self._objects: list[Any] = [None]

    def add(self, value: Any) -> Ref:
        """Add an object; returns the ``Ref`` to it. A dictionary may still be changed."""
        self._objects.append(value)
        return Ref(len(self._objects) - 1)

    def add_stream(
        self, entries: Mapping[str, Any], content: bytes, is_packed: bool = False
    ) -> Ref:
        """Add a stream of ``content``, which is compressed if it ``is_packed`` not already."""
        written = stream(entries, content) if is_packed else compressed(entries, content)
        return self.add(written)

    def content(self, catalog: Ref, info: Ref, identifier: bytes) -> bytes:
        """The bytes of the file (ISO 32000-1, 7.5.7, 7.5.8). The same objects give the same.

        ``catalog`` and ``info`` are ``Ref``s; ``identifier`` is the first of the file's two.
        """
        parts = [_HEAD % b'1.7']
        position = len(parts[0])
        digest, entries = md5(usedforsecurity=False), [(0, 0, 65535)]
        gathered: list[tuple[int, bytes]] = []

        def add(number: int, data: bytes) -> None:
            nonlocal position
            entries.append((1, position, 0))
            parts.append(b'%d 0 obj\n%b\nendobj\n' % (number, data))
            position += len(parts[-1])

        count = len(self._objects)
        for number, value in enumerate(self._objects[1:], 1):
            data = serialized(value)
            digest.update(data)
            if isinstance(value, Raw):
                add(number, data)
            else:
                entries.append((2, count, len(gathered)))
                gathered.append((number, data))
        add(count, _object_stream(gathered))
        start = position
        entries.append((1, start, 0))
        dictionary, rows = cross_references(entries)
        trailer = {
            'Type': '/XRef',
            'Size': len(entries),
            **dictionary,
            'Root': catalog,
            'Info': info,
            'ID': [identifier, digest.hexdigest().encode()],
        }
        parts.append(b'%d 0 obj\n%b\nendobj\n' % (count + 1, compressed(trailer, rows)))
        return b''.join((*parts, b'startxref\n%d\n%%%%EOF\n' % start))

    def plain_content(self, catalog: Ref, info: Ref, identifier: bytes, version: str) -> bytes:
        """As ``content``, in a file of ``version`` with a table of cross-references (7.5.4).

        Before PDF 1.5 there is no other; printers have programs that know no other.
        """
        parts, digest = [_HEAD % version.encode()], md5(usedforsecurity=False)
        position, rows = len(parts[0]), [b'0000000000 65535 f \n']
        for number, value in enumerate(self._objects[1:], 1):
            data = serialized(value)
            digest.update(data)
            rows.append(b'%010d 00000 n \n' % position)
            parts.append(b'%d 0 obj\n%b\nendobj\n' % (number, data))
            position += len(parts[-1])
        trailer = {
            'Size': len(rows),
            'Root': catalog,
            'Info': info,
            'ID': [identifier, digest.hexdigest().encode()],
        }
        parts += (
            b'xref\n0 %d\n' % len(rows),
            *rows,
            b'trailer\n%b\nstartxref\n%d\n%%%%EOF\n' % (serialized(trailer), position),
        )
        return b''.join(parts)


def _object_stream(gathered: list[tuple[int, bytes]]) -> Raw:
    """The stream of the objects ``gathered``, ``(number, bytes)`` (ISO 32000-1, 7.5.7)."""
    places, position = [], 0
    for number, data in gathered:
        places.append(b'%d %d' % (number, position))
        position += len(data) + 1
    head = b' '.join(places)
    return compressed(
        {'Type': '/ObjStm', 'N': len(gathered), 'First': len(head) + 1},
        b'\n'.join((head, *(data for _, data in gathered))),
    )


def compressed(entries: Mapping[str, Any], content: bytes) -> Raw:
    """A stream of ``content``, compressed; ``entries`` are more for its dictionary."""
    return stream({**entries, 'Filter': '/FlateDecode'}, zlib.compress(content, 9))


def stream(entries: Mapping[str, Any], content: bytes) -> Raw:
    """A stream that holds ``content`` as its ``entries`` say."""
    dictionary = serialized({**entries, 'Length': len(content)})
    return Raw(b'%b\nstream\n%b\nendstream' % (dictionary, content))


#: Each row as its difference to the one above (ISO 32000-1, 7.4.4.4; ISO 15948, 9.2: Up).
_PREDICTOR = {'Predictor': 12}
_UP = b'\x02'


def cross_references(entries: Sequence[tuple[int, int, int]]) -> tuple[dict[str, Any], bytes]:
    """``entries``, ``(type, field 2, field 3)`` a row, as the content of a stream.

    Returns what its dictionary is to say of it, and the bytes. The numbers of neighbours
    rise by one mostly, so that what is left of their differences compresses well.
    """
    widths = [_bytes_for(max(column)) for column in zip(*entries)]
    rows = [
        b''.join(value.to_bytes(width, 'big') for value, width in zip(entry, widths))
        for entry in entries
    ]
    above = bytes(sum(widths))
    differences: list[bytes] = []
    for row in rows:
        differences += _UP, bytes((byte - over) & 255 for byte, over in zip(row, above))
        above = row
    return {
        'W': widths,
        'DecodeParms': {**_PREDICTOR, 'Columns': sum(widths)},
    }, b''.join(differences)


def _bytes_for(number: int) -> int:
    return max(1, (number.bit_length() + 7) // 8)
