"""A page's operators, none of which says again what holds already."""

import pydyf

#: Digits after the point of what is written in px: those of pydyf.
_DIGITS = 6

#: How much less is nothing.
_NOTHING = 10**-_DIGITS / 10


def written(operators):
    """``operators`` of a content stream as bytes.

    They are a list as pydyf's streams keep it, marked content and its properties apart, but
    for ``Tm``, of which there are the six numbers, a tuple. Texts that follow one
    another are one text object, whatever marked content each is of (ISO 32000-1,
    14.6.1), and lines that run the same way are steps from one to the next: they begin
    where they would, to the last digit.
    """
    writer, at = _Writer(), 0
    while at < len(operators):
        end = _end_of_marked_text(operators, at)
        if end:
            writer.add_marked_text(operators[at : at + 3], operators[at + 4 : end - 2])
            at = end
        else:
            writer.add(operators[at])
            at += 1
    return b'\n'.join(filter(None, writer.parts))


def _end_of_marked_text(operators, at):
    """Where marked content ends that begins ``at`` and is one text object; else 0."""
    if operators[at + 2 : at + 4] != [b'BDC', b'BT']:
        return 0
    end = operators.index(b'ET', at) + 2
    return end if operators[end - 1 : end] == [b'EMC'] else 0


class _Writer:
    def __init__(self):
        self.parts = []
        self._way = self._place = self._font = None
        self._saved, self._restored = [], None

    def add(self, operator):
        """Add what may be in a text object or outside."""
        part = _to_bytes(operator)
        if part == b'BT':
            self._way = None
        elif part == b'q':
            self._saved.append(len(self.parts))
        elif part == b'Q':
            self._font = None
            start = self._saved.pop() if self._saved else None
            inner, self._restored = self._restored, start
            if start is not None and self.parts[-1] == b'Q' and inner == start + 1:
                # A state saved in another's place serves both.
                self.parts[start] = b''
                return
        elif isinstance(operator, tuple):
            part = self._line(operator)
        elif part.endswith(b' Tf'):
            if part == self._font:
                return
            self._font = part
        self.parts.append(part)

    def add_marked_text(self, mark, operators):
        """Add ``mark``, and ``operators`` of text, what begins and ends them apart."""
        parts = self.parts
        # Only marked text ends with what goes on here.
        if self._way and parts[-2:] == [b'EMC', b'ET']:
            parts.pop()
        else:
            parts.append(b'BT')
            self._way = None
        parts += map(_to_bytes, mark)
        for operator in operators:
            if type(operator) is tuple:
                parts.append(self._line(operator))
            elif type(operator) is bytes and operator.endswith(b' Tf'):
                if operator != self._font:
                    parts.append(operator)
                    self._font = operator
            else:
                parts.append(_to_bytes(operator))
        parts += b'EMC', b'ET'

    def _line(self, matrix):
        """What leads to the line of ``matrix``; ``b''`` if that is where this one begins."""
        way, x, y = matrix[:4], round(matrix[4], _DIGITS), round(matrix[5], _DIGITS)
        if way != self._way:
            self._way, self._place = way, (x, y)
            return b'%b Tm' % b' '.join(map(_number, (*way, x, y)))
        a, b, c, d = way
        right, up = x - self._place[0], y - self._place[1]
        area = a * d - b * c
        along, across = (right * d - up * c) / area, (up * a - right * b) / area
        if abs(along) < _NOTHING > abs(across):
            return b''
        self._place = x, y
        return b'%b %b Td' % (_number(along), _number(across))


def _number(number):
    text = f'{number:.{_DIGITS}f}'.rstrip('0').rstrip('.')
    return b'0' if text == '-0' else text.encode()


def _to_bytes(item):
    kind = type(item)
    if kind is bytes:
        return item
    if kind is str:
        return item.encode()
    return item.data if isinstance(item, pydyf.Object) else b''
