"""Where warichu and furiwake put the pieces of a line otherwise than one behind the other."""

from collections.abc import Sequence
from dataclasses import replace

from ...kumihan import Line
from .pieces import Piece, has_class


def part_notes(pieces: Sequence[Piece], line: Line) -> list[Piece]:
    """``pieces`` with those parted that go on from one small line of warichu to the other."""
    parted: list[Piece] = []
    for piece in pieces:
        split = piece.note and piece.note.between(line.start, line.end).split
        if split and piece.first < split < min(piece.end, line.end):
            parted += piece.parted(split)
        else:
            parted.append(piece)
    return parted


def place_notes(pieces: Sequence[Piece], line: Line) -> tuple[list[float], dict[int, float]]:
    """Where the items of ``line`` begin that has warichu (JLReq §3.4.2): ``(positions, shifts)``.

    ``positions`` are those along the line, as in ``line``; ``shifts`` maps the items
    of warichu to how far their small line is from the middle of the line (px).
    """
    positions = list(line.positions)
    shifts: dict[int, float] = {}
    for note in dict.fromkeys(piece.note for piece in pieces if piece.note):
        part = note.between(line.start, line.end)
        head, last = line.positions[part.first - line.start], part.end - 1 - line.start
        length = line.positions[last] + line.advances[last] - head
        for item, position in enumerate(note.place(part, length), part.first):
            half = note.note.sizes[item - note.first] / 2
            positions[item - line.start] = head + position
            shifts[item] = half if item >= part.split else -half
    return positions, shifts


def broaden_brackets(pieces: Sequence[Piece], line: Line, classes: Sequence[int]) -> list[Piece]:
    """``pieces`` with the brackets that touch furiwake as broad as it is (JLReq §3.7.2).

    ``classes`` are the JLReq classes of the paragraph's items.
    """
    broad = {}
    for piece in pieces:
        if piece.kind == 'atomic' and has_class(piece.box, 'furiwake'):
            for item, number in ((piece.first - 1, 1), (piece.end, 2)):
                if line.start <= item < line.end and classes[item] == number:
                    broad[item] = piece.box.margin_height()
    broadened = []
    for piece in pieces:
        for item, breadth in broad.items():
            if piece.first < item < piece.end:
                before, piece = piece.parted(item)
                broadened.append(before)
            if piece.first == item:
                bracket, piece = piece.parted(item + 1)
                size = bracket.box.style['font_size']
                broadened.append(replace(bracket, broad=breadth / size))
        if piece.first < min(piece.end, line.end) or piece.kind == 'empty':
            broadened.append(piece)
    return broadened
