"""The blocks of a chapter, as paragraphs and tables of a document of Word."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from ..markup import Element, local_name
from ..markup.xhtml import has_class
from .contents import bookmark_of
from .elements import made, made_text, properties
from .places import PLAIN, Place, figures, frame, indent
from .runs import Inline, Look
from .styles import Lists, Styles

_HEADS = re.compile('h([1-6])')
_ALIGNED = {'align-center': 'center', 'align-end': 'right', 'align-start': 'left'}
_BLOCKS = frozenset('p ul ol pre blockquote table figure dl div hr h1 h2 h3 h4 h5 h6'.split())
_SPREAD = {'center': 'center', 'evenly': 'distribute'}


class Blocks:
    """Adds blocks to ``into``, an element with paragraphs, before its ``w:sectPr`` if any."""

    def __init__(self, into: Any, inline: Inline, styles: Styles, lists: Lists) -> None:
        self._into, self._inline = into, inline
        self._styles, self._lists, self._bookmarks = styles, lists, 0

    def add(self, blocks: Iterable[Element], place: Place = Place(), normal: str = '') -> None:
        """``blocks`` in order; the style of plain paragraphs is ``normal``."""
        for block in blocks:
            self._add(block, place, normal)
            # A mark stands before the first block of an item alone.
            place = Place(place.around)

    def paragraph(
        self, style: str, runs: Iterable[Any] = (), more: Mapping[str, Any] | None = None
    ) -> Any:
        """A paragraph of the style called so, with ``more`` properties."""
        given = {'pStyle': {'val': self._styles.paragraph(style)}} if style else {}
        paragraph = made('p')
        if given or more:
            paragraph.append(properties('pPr', {**given, **(more or {})}))
        paragraph.extend(runs)
        self._append(paragraph)
        return paragraph

    def _append(self, block: Any) -> None:
        last = self._into[-1] if len(self._into) else None
        if last is not None and local_name(last) == 'sectPr':
            last.addprevious(block)
        else:
            self._into.append(block)

    def _add(self, block: Element, place: Place, normal: str) -> None:
        name = local_name(block)
        head = _HEADS.fullmatch(name)
        if head:
            self._styled(_head(block, head[1]), block, place)
        elif name == 'p':
            self._prose(block, place, normal)
        elif name == 'hr':
            self._break(block, place)
        elif name in ('ul', 'ol'):
            self._items(block, place)
        elif name == 'table':
            self._table(block, place)
        elif name == 'pre':
            self._code(block, place)
        elif name == 'blockquote':
            self.add(block, place.within('quote'), 'Quote')
        elif name == 'figure':
            self._figure(block, place)
        elif name == 'dl':
            self._definitions(block, place)
        elif name == 'section' and has_class(block, 'footnotes'):
            return
        elif has_class(block, 'formula'):
            self._styled('Display Formula', block, place)
        else:
            self._group(block, place, normal)

    def _styled(
        self, name: str, block: Element, place: Place, more: Mapping[str, Any] | None = None
    ) -> None:
        """A paragraph of ``block``, which is ``name``, wherever it stands."""
        given = dict(more or {})
        style = place.style(name)
        lists = place.depth
        if place.item:
            number, is_ordered = place.item
            level = self._lists.level(lists - 1)
            given['numPr'] = made('numPr', made('ilvl', val=level), made('numId', val=number))
        if name in PLAIN:
            style = place.plain_style(name)
        runs = list(self._inline.runs(block))
        if block.get('id'):
            runs = [*self._bookmark(block.get('id') or ''), *runs]
        self.paragraph(style, runs, given)

    def _bookmark(self, name: str) -> list[Any]:
        """What links to the block called ``name`` lead to."""
        self._bookmarks += 1
        number = str(self._bookmarks)
        return [
            made('bookmarkStart', id=number, name=bookmark_of(name)),
            made('bookmarkEnd', id=number),
        ]

    def _prose(self, block: Element, place: Place, normal: str) -> None:
        classes = (block.get('class') or '').split()
        more: dict[str, Any] = {}
        if 'apart' in classes:
            more['spacing'] = {'beforeLines': '100', 'before': '240'}
        spread = next((_SPREAD[each] for each in classes if each in _SPREAD), '')
        if 'caption' in classes:
            self._styled('Caption', block, place, more)
        elif 'subtitle' in classes:
            self._styled('Chapter Subtitle', block, place, more)
        elif 'scene' in classes:
            self._styled('Scene Break', block, place, more)
        elif 'line-end' in classes:
            raised = figures(classes).get('raised', 0)
            more |= {'jc': {'val': 'right'}, **indent(endChars=raised)}
            self._styled(normal, block, place, more)
        elif spread:
            self._styled(normal, block, place, {**more, 'jc': {'val': spread}})
        elif place.around or normal:
            self._styled(normal, block, place, more)
        else:
            # A bracket at the head of a paragraph is set in as the house says.
            share = {'bracket-half': 0.5, 'bracket-flush': 0}
            first = next((share[each] for each in classes if each in share), 1)
            self._styled('', block, place, {**more, **indent(firstLineChars=first)})

    def _break(self, block: Element, place: Place) -> None:
        if has_class(block, 'page-break'):
            self.paragraph(place.plain_style(''), [made('r', made('br', type='page'))])
        else:
            self.paragraph(place.style('Scene Break'))

    def _group(self, block: Element, place: Place, normal: str) -> None:
        """Lines set in, and verse."""
        classes = (block.get('class') or '').split()
        numbers, is_verse = figures(classes), 'verse' in classes
        hanging = numbers.get('hanging', 0)
        indents = indent(
            startChars=numbers.get('indent', 0) + hanging,
            firstLineChars=numbers.get('first', 0),
            hangingChars=hanging,
        )
        more = {**indents, **({'pBdr': frame()} if 'frame' in classes else {})}
        last = None
        for child in block:
            if local_name(child) == 'p' and is_verse:
                last = self.paragraph(place.style('Verse'), self._inline.runs(child))
            elif local_name(child) == 'p' and (more or 'tight' in classes):
                self._styled(normal, child, place, more)
            else:
                self._add(child, place, normal)
        following = block.getnext()
        if is_verse and last is not None and has_class_of(following, 'verse'):
            # So that stanzas stay two.
            last.pPr.append(made('spacing', afterLines='100', after='240'))

    def _items(self, block: Element, place: Place) -> None:
        inside = place.within('list')
        is_ordered = local_name(block) == 'ol'
        start = int(block.get('start') or 1)
        number = self._lists.begin(is_ordered, inside.depth - 1, start)
        for item in block:
            place = Place(inside.around, (number, is_ordered))
            inner = [child for child in item if local_name(child) in _BLOCKS]
            if not inner or (item.text or '').strip() or item[0] is not inner[0]:
                self._styled('', _without(item, inner), place)
                place = Place(inside.around)
            elif local_name(inner[0]) != 'p':
                # Its mark stands before nothing.
                self._styled('', item.makeelement('p', {}), place)
                place = Place(inside.around)
            self.add(inner, place)

    def _definitions(self, block: Element, place: Place) -> None:
        for child in block:
            if local_name(child) == 'dt':
                self._styled('Definition Term', child, place)
                continue
            inner = [each for each in child if local_name(each) in _BLOCKS]
            within = place.within('definition')
            is_text = bool(inner) and local_name(inner[0]) == 'p'
            first = inner.pop(0) if is_text else _without(child, inner)
            self._styled('Definition', first, within)
            for each in inner:
                self._add(each, within, 'Definition Continue')

    def _table(self, block: Element, place: Place) -> None:
        rows = [list(row) for row in block.iter('{*}tr')]
        width = max(map(len, rows), default=0)
        if not width:
            return
        set_in = {'w': str(420 * len(place.around)), 'type': 'dxa'}
        table = made(
            'tbl',
            made(
                'tblPr',
                made('tblStyle', val='TableGrid'),
                made('tblW', w='0', type='auto'),
                made('tblInd', **set_in),
                made('tblLook', val='04A0'),
            ),
            made('tblGrid', *(made('gridCol') for _ in range(width))),
        )
        for cells in rows:
            is_head = any(local_name(cell) == 'th' for cell in cells)
            row = made('tr', *([made('trPr', made('tblHeader'))] if is_head else []))
            table.append(row)
            for cell in cells:
                row.append(self._cell(cell, place))
            for _ in range(width - len(cells)):
                row.append(made('tc', made('tcPr', made('tcW', w='0', type='auto')), made('p')))
        self._append(table)
        # Between two tables, and behind one at the end, Word wants a paragraph (§17.4.65).
        following = block.getnext()
        if following is None or local_name(following) == 'table':
            self.paragraph(place.style('Table End'))

    def _cell(self, node: Element, place: Place) -> Any:
        look = Look().having('b') if local_name(node) == 'th' else None
        align = next((_ALIGNED[each] for each in _ALIGNED if has_class(node, each)), '')
        given: dict[str, Any] = {'jc': {'val': align}} if align else {}
        if place.around:
            given['pStyle'] = {'val': self._styles.paragraph(place.style('Table Text'))}
        paragraph = made('p', *([properties('pPr', given)] if given else []))
        paragraph.extend(self._inline.runs(node, look))
        return made('tc', made('tcPr', made('tcW', w='0', type='auto')), paragraph)

    def _code(self, block: Element, place: Place) -> None:
        code = block if not len(block) else block[0]
        language = (code.get('class') or '').removeprefix('language-').split()
        name = f'Source Code ({language[0]})' if language else 'Source Code'
        look = Look().having('rFonts', ascii='Consolas', hAnsi='Consolas')
        runs = []
        for number, line in enumerate(''.join(block.itertext()).removesuffix('\n').split('\n')):
            line_end = [made('br')] if number else []
            runs.append(made('r', look.as_element(), *line_end, made_text(line)))
        self.paragraph(place.style(name), runs)

    def _figure(self, block: Element, place: Place) -> None:
        for child in block:
            name = 'Caption' if local_name(child) == 'figcaption' else 'Figure'
            self._styled(name, child if name == 'Caption' else _around(child), place)


def _head(block: Element, level: str) -> str:
    around = block.getparent()
    is_part = level == '1' and around is not None and has_class(around, 'part')
    return 'Part' if is_part else f'Heading {level}'


def has_class_of(node: Element | None, name: str) -> bool:
    """Whether there is a ``node``, and ``name`` is one of its classes."""
    return node is not None and has_class(node, name)


def _without(item: Element, inner: Iterable[Element]) -> Element:
    """A copy of ``item`` without those of its children."""
    places = [item.index(child) for child in inner]
    copy = deepcopy(item)
    for place in reversed(places):
        copy.remove(copy[place])
    return copy


def _around(node: Element) -> Element:
    """An element with a copy of ``node`` alone in it."""
    made = node.makeelement('span', {})
    made.append(deepcopy(node))
    made[0].tail = None
    return made
