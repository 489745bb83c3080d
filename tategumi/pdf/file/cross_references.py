"""Where each object of the file is (ISO 32000-1, 7.5.8)."""

import pydyf

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
