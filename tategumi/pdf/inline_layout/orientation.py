"""Stretches of text that stand in one way in a vertical line (UAX #50)."""

from collections.abc import Iterator
from typing import Any

from ...kumihan.orientation import depends_on_font, stands
from ...kumihan.paragraph import joins

#: Two em long in most fonts, so that each stands by itself.
_LONG = '〱〲'
_SPACES = {' ': 'space', '\t': 'space', '\n': 'break', **dict.fromkeys(_LONG, 'long')}


class Kinds(dict[str, str]):
    """Character → its kind of span; ``faces`` are those of the text's style, if there are."""

    def __init__(self, faces: Any = None) -> None:
        super().__init__(_SPACES)
        self._faces = faces

    def __missing__(self, character: str) -> str:
        if joins(character):
            self[character] = 'joined'
            return 'joined'
        has_form = True
        if self._faces is not None and depends_on_font(character):
            has_form = self._faces[character].has_vertical_form(character)
        kind = self[character] = stands(character, has_form)
        return kind


def spans_of(text: str, kinds: Kinds) -> Iterator[tuple[str, str, int]]:
    """Cut ``text`` into ``(kind, text, offset)``.

    The kinds: upright; long, one upright character that is longer than an em; turned, one mark
    of Japanese text that runs with the line; sideways, a Western word; space; break. A mark
    between Western characters is part of their word.
    """
    found = [*map(kinds.__getitem__, text)]
    if {*found} == {'upright'}:
        yield 'upright', text, 0
        return
    last = len(text) - 1
    joined = [kind == 'joined' for kind in found]
    for place, kind in enumerate(found):
        if kind == 'joined':
            found[place] = found[place - 1] if place else 'upright'
        elif kind == 'turned' and 0 < place < last:
            if found[place - 1] == found[place + 1] == 'sideways':
                found[place] = 'sideways'
    start = 0
    while start <= last:
        kind = found[start]
        goes_on = kind in ('upright', 'sideways')
        end = start + 1
        while end <= last and found[end] == kind and (goes_on or joined[end]):
            end += 1
        yield kind, text[start:end], start
        start = end


def kinds_of(faces: Any) -> Kinds:
    """The ``Kinds`` of text whose characters have these ``faces`` (of one style)."""
    if faces.kinds is None:
        faces.kinds = Kinds(faces)
    return faces.kinds
