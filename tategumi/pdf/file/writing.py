"""A PDF file of objects: object streams, and a stream of cross-references to them."""

import zlib
from hashlib import md5

import pydyf

#: pydyf's own first lines: the version, and bytes that say the file is not text.
_BINARY = b'%\xf0\x9f\x96\xa4'


class PdfWriter(pydyf.PDF):
    """Stands for ``pydyf.PDF``.

    That makes the list of page references anew for every tag of a book, every
    object twice, for the file and for the digest of the file, and has all of them at hand
    together. ``last_elements`` are those of the structure that may go on on the next page.
    """

    _references = ()

    def __init__(self):
        super().__init__()
        self.last_elements = {}

    @property
    def page_references(self):
        """The references of all pages, in order."""
        if 3 * len(self._references) != len(self.pages['Kids']):
            self._references = tuple(super().page_references)
        return self._references

    def write(self, output, version, identifier, compress):
        """Write the PDF to ``output``, a binary file (ISO 32000-1, 7.5.7, 7.5.8).

        The same objects give the same bytes. ``version`` is at least 1.5, which knows
        compressed objects; 1.7 where it is ``None``. ``identifier`` is the first of the file's
        two, ``compress`` true.
        """
        if self.info:
            self.add_object(self.info)
        self.write_line(b'%PDF-' + str(version or '1.7').encode(), output)
        self.write_line(_BINARY, output)
        digest, entries, gathered = md5(usedforsecurity=False), [], []
        for item in self.objects:
            if item.free == 'f':
                entries.append((0, 0, 65535))
                continue
            data = item.data
            digest.update(data)
            if item.compressible:
                entries.append((2, len(self.objects), len(gathered)))
                gathered.append((item.number, data))
            else:
                entries.append((1, self.current_position, 0))
                self._write_object(item.number, data, output)
        entries.append((1, self.current_position, 0))
        self._write_object(len(self.objects), _object_stream(gathered), output)
        self.xref_position = self.current_position
        entries.append((1, self.current_position, 0))
        self._write_object(
            len(self.objects) + 1,
            self._references_stream(entries, identifier, digest.hexdigest().encode()),
            output,
        )
        self.write_line(b'startxref', output)
        self.write_line(str(self.xref_position).encode(), output)
        self.write_line(b'%%EOF', output)

    def _write_object(self, number, data, output):
        self.write_line(b'%d 0 obj\n%s\nendobj' % (number, data), output)

    def _references_stream(self, entries, identifier, digest):
        told, content = cross_references(entries)
        return compressed(
            {
                'Type': '/XRef',
                'Size': len(entries),
                **told,
                'Root': self.catalog.reference,
                **({'Info': self.info.reference} if self.info else {}),
                'ID': pydyf.Array([pydyf.String(identifier).data, pydyf.String(digest).data]),
            },
            content,
        )


def _object_stream(gathered):
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


def compressed(entries, content):
    """A stream of ``content``, compressed; ``entries`` are more for its dictionary."""
    packed = zlib.compress(content, 9)
    told = pydyf.Dictionary({**entries, 'Filter': '/FlateDecode', 'Length': len(packed)})
    return b'\n'.join((told.data, b'stream', packed, b'endstream'))


#: Each row as its difference to the one above (ISO 32000-1, 7.4.4.4; ISO 15948, 9.2: Up).
_PREDICTOR = {'Predictor': 12}
_UP = b'\x02'


def cross_references(entries):
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
    differences = []
    for row in rows:
        differences += _UP, bytes((byte - over) & 255 for byte, over in zip(row, above))
        above = row
    return {
        'W': pydyf.Array(widths),
        'DecodeParms': pydyf.Dictionary({**_PREDICTOR, 'Columns': sum(widths)}),
    }, b''.join(differences)


def _bytes_for(number):
    return max(1, (number.bit_length() + 7) // 8)
