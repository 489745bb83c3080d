"""Long chapters as several documents.

RMSDK, the engine of many readers, is slow with documents of more than 300 KB or refuses them;
the 電書連 EPUB 3 制作ガイド (ファイル仕様) has some 240 KB and less than 256, parted before a
heading that is near, calibre 260 KB. A reader notices no more than that a page ends where a
document does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from lxml import etree

from ..markup import EPUB_TYPE, Element, element, has_class, local_name

#: In bytes, of the XHTML of one document.
LONGEST = 240_000
#: A better place for a cut may be so much of a part before its even length.
_EARLY = 0.3

#: What may be cut within, as it is nothing but the blocks in it.
_CUT = frozenset({'section', 'blockquote'})
#: What stays with the block behind it: headings, and the markers of pages.
_LEADING = frozenset({'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'span'})
#: Attributes that one part has alone.
_OF_THE_WHOLE = ('id', 'role', EPUB_TYPE, 'aria-labelledby')

_NAMESPACE = re.compile(rb' xmlns(?::\w+)?="[^"]*"')
_ADDRESS = re.compile(r'(?:(?P<name>[^#/:]+)\.xhtml)?(?:#(?P<id>.+))?')

Bodies = Mapping[str, Sequence[Element]]


class Parting:
    """``bodies`` with their long ones in parts, and where what was in them is now.

    ``bodies`` are the lists of elements that documents are made of, by name. The first part
    has the name of the whole, the others ``<name>-2``, ``<name>-3``. Links are mended, in place.
    No part has more than ``longest`` bytes, if not given, ``LONGEST``.
    """

    def __init__(self, bodies: Bodies, longest: int = 0) -> None:
        self.bodies: dict[str, Sequence[Element]] = {}
        #: The document that each was part of, by name.
        self.whole: dict[str, str] = {}
        self._homes: dict[tuple[str, str], str] = {}
        for name, body in bodies.items():
            for number, part in enumerate(_parts(body, longest or LONGEST), 1):
                here = name if number == 1 else f'{name}-{number}'
                self.bodies[here], self.whole[here] = part, name
                if number > 1:
                    self._homes |= {(name, id_): here for id_ in _ids(part)}
        if self._homes:
            self._mend_links()

    def address(self, address: str, here: str = '') -> str:
        """Where ``address``, as it was in the document of which ``here`` is part, is now."""
        match = _ADDRESS.fullmatch(address)
        if not match or not match['id']:
            return address
        whole = match['name'] or self.whole.get(here, '')
        home = self._homes.get((whole, match['id']), whole)
        is_here = home == here and not match['name']
        return f'#{match["id"]}' if is_here else f'{home}.xhtml#{match["id"]}'

    def _mend_links(self) -> None:
        for here, body in self.bodies.items():
            for part in body:
                for link in part.iter('{*}a'):
                    if link.get('href'):
                        link.set('href', self.address(link.get('href'), here))


def _ids(body: Sequence[Element]) -> Iterator[str]:
    for part in body:
        for each in part.iter('{*}*'):
            if each.get('id'):
                yield each.get('id')


def _parts(body: Sequence[Element], longest: int) -> list[Sequence[Element]]:
    if len(body) != 1 or local_name(body[0]) != 'section' or _size(body[0]) <= longest:
        return [body]
    return [[part] for part in _cut(body[0], longest)]


def _size(node: Element) -> int:
    """In bytes, without the namespaces, which a document declares once."""
    return len(_NAMESPACE.sub(b'', etree.tostring(node, encoding='utf-8')))


def _cut(whole: Element, longest: int) -> list[Element]:
    """``whole`` in parts of no more than ``longest`` bytes where its blocks allow that."""
    pieces = [piece for child in whole for piece in _pieces(child, longest)]
    sizes = [_size(piece) for piece in pieces]
    parts: list[tuple[Element, list[Element]]] = []
    begin = 0
    while begin < len(pieces):
        left = sum(sizes[begin:])
        end = _end(pieces, sizes, begin, longest, left / ceil(left / longest))
        shell = whole if not parts else _continued(whole)
        parts.append((shell, pieces[begin:end]))
        begin = end
    for shell, content in parts:
        shell[:] = content
    return [shell for shell, _ in parts]


def _pieces(child: Element, longest: int) -> list[Element]:
    if local_name(child) in _CUT and _size(child) > longest:
        return _cut(child, longest)
    return [child]


def _continued(whole: Element) -> Element:
    kept = {name: text for name, text in whole.attrib.items() if name not in _OF_THE_WHOLE}
    made = element(local_name(whole))
    made.attrib.update(kept)
    return made


def _end(
    pieces: Sequence[Element], sizes: Sequence[int], begin: int, longest: int, even: float
) -> int:
    """The end of the part that begins at ``begin``: the best place near the length ``even``."""
    places, length = [], 0
    for end in range(begin + 1, len(pieces) + 1):
        length += sizes[end - 1]
        if length > longest and end > begin + 1:
            break
        if end == len(pieces):
            return end
        if local_name(pieces[end - 1]) not in _LEADING:
            places.append((_rank(pieces, end, length, even), abs(length - even), end))
    return min(places)[2] if places else begin + 1


def _rank(pieces: Sequence[Element], end: int, length: int, even: float) -> int:
    """How good a place it is: 0 before a heading, 1 at a break of scenes, 2 between paragraphs."""
    if length < even * (1 - _EARLY):
        return 3
    following = next((p for p in pieces[end:] if local_name(p) != 'span'), None)
    if following is not None and local_name(following) in _LEADING:
        return 0
    return 1 if has_class(pieces[end - 1], 'scene') else 2
