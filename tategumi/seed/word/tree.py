"""mammoth's paragraphs, one after the other, as the nested blocks of the book's vocabulary."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from .marks import look_of

#: What paragraphs of these styles are, as Word, pandoc, LibreOffice and the press call them.
_KINDS = {
    **dict.fromkeys(
        ('quote', 'intense quote', 'block text', 'quotations', 'block quote'), 'quote'
    ),
    **dict.fromkeys(('caption', 'image caption', 'table caption', 'figure caption'), 'caption'),
    **dict.fromkeys(('html preformatted', 'preformatted text', 'code', 'macro text'), 'code line'),
    'definition term': 'term',
    'definition': 'definition',
    'definition continue': 'definition continue',
    'source code': 'code',
    'scene break': 'scene',
    'verse': 'verse',
    'chapter subtitle': 'subtitle',
    'title': 'title',
    'subtitle': 'subtitle',
    'author': 'author',
    'part': 'part',
    'table end': 'nothing',
    'toc heading': 'contents',
    'table of figures': 'contents',
    **dict.fromkeys((f'toc {level}' for level in range(1, 10)), 'contents'),
    'display formula': 'formula',
}
_ALIGNED = {'left': 'start', 'start': 'start', 'center': 'center', 'right': 'end', 'end': 'end'}
_LIST = re.compile(r'list (?:bullet|number|continue)(?: ([2-9]))?')
_CODE = re.compile(r'source code(?: \(([\w+#.-]{1,30})\))?')
#: How far marks of the manuscript go.
_MOST = {'startChars': 40, 'firstLineChars': 20, 'hangingChars': 20, 'endChars': 40}


@dataclass
class _Open:
    """A container that is open: its ``name``, ``level`` of a list, ``key`` of the list it is."""

    name: str
    level: int
    element: Any
    key: tuple[str, bool] = ('', False)

    @property
    def inside(self) -> Any:
        """Where its next block goes."""
        return self.element[-1] if self.name == 'list' else self.element


def tree_of(blocks: Iterable[Any]) -> Any:
    """An element with the nested blocks that the flat ``blocks`` of mammoth's HTML say."""
    tree = _Tree()
    for block in blocks:
        tree.add(block)
    return tree.root


class _Tree:
    def __init__(self) -> None:
        self.root = etree.Element('div')
        self._open: list[_Open] = []
        self._numbers: dict[tuple[str, int], int] = {}
        self._is_after_stanza = False

    def add(self, block: Any) -> None:
        """The next of the flat blocks."""
        if block.tag == 'table':
            self._table(block)
            return
        look = look_of(block)
        kind, path, language = _place_of(look)
        if kind == 'contents':
            return
        if _is_formula(block):
            kind = 'formula'
        if kind == 'definition':
            # Each is one of its own.
            self._parent(path[:-1], None)
        is_item = bool(look.get('marked')) and path[-1:] == ['list']
        parent = self._parent(path, look if is_item else None)
        if look.get('page') and len(self.root):
            etree.SubElement(parent, 'hr', {'class': 'page-break'})
        if look.get('page') and not _text_of(block).strip() and block.find('.//img') is None:
            return
        self._block(parent, kind, block, look, language)

    def _block(
        self, parent: Any, kind: str, block: Any, look: dict[str, Any], language: str
    ) -> None:
        is_blank = not len(block) and not (block.text or '').strip(' \t\n')
        if kind == 'scene' and is_blank:
            etree.SubElement(parent, 'hr', {'class': 'scene'})
        elif kind in ('code', 'code line'):
            self._code(parent, kind, block, language)
        elif kind == 'term':
            self._definitions(parent).append(_renamed(block, 'dt'))
        elif kind == 'verse':
            self._grouped(parent, 'verse', block, look.get('after', False))
        elif kind == 'formula':
            division = etree.SubElement(parent, 'div', {'class': 'formula'})
            division.extend(_renamed(block, 'p'))
        elif is_blank:
            if kind != 'nothing' and (len(parent) or parent.tag == 'li'):
                etree.SubElement(parent, 'p', {'class': 'blank'})
        elif kind.startswith('h') and kind[1:].isdecimal():
            parent.append(_renamed(block, kind))
        elif kind == 'part':
            parent.append(_renamed(block, 'h1', 'part'))
        else:
            self._paragraph(parent, kind, block, look)

    def _paragraph(self, parent: Any, kind: str, block: Any, look: dict[str, Any]) -> None:
        classes = [kind] if kind in ('caption', 'subtitle', 'scene', 'title', 'author') else []
        if look.get('before'):
            classes.append('apart')
        align = look.get('align', '')
        if align in ('right', 'end') and not classes:
            classes += [
                'line-end',
                *([f'raised-{look["endChars"]}'] if look.get('endChars') else []),
            ]
        elif align in ('center', 'distribute') and not classes:
            classes.append('center' if align == 'center' else 'evenly')
        group = _group_of(look) if parent is self.root and not classes else ''
        if group:
            self._grouped(parent, group, block, False)
        else:
            parent.append(_renamed(block, 'p', ' '.join(classes)))

    def _grouped(self, parent: Any, classes: str, block: Any, ends: bool) -> None:
        last = parent[-1] if len(parent) else None
        if last is None or last.get('class') != classes or self._is_after_stanza:
            last = etree.SubElement(parent, 'div', {'class': classes})
        last.append(_renamed(block, 'p'))
        self._is_after_stanza = ends

    def _code(self, parent: Any, kind: str, block: Any, language: str) -> None:
        text = _text_of(block)
        last = parent[-1] if len(parent) else None
        if kind == 'code line' and last is not None and last.get('data-lines'):
            last[0].text = f'{last[0].text}\n{text}'
            return
        made = etree.SubElement(parent, 'pre', {'data-lines': '1'} if kind == 'code line' else {})
        inner = etree.SubElement(made, 'code')
        inner.text = text
        if language:
            inner.set('class', f'language-{language}')

    def _definitions(self, parent: Any) -> Any:
        last = parent[-1] if len(parent) else None
        is_open = last is not None and last.tag == 'dl'
        return last if is_open else etree.SubElement(parent, 'dl')

    def _parent(self, path: list[str], item: dict[str, Any] | None) -> Any:
        """The element that a block at ``path`` goes into; a new one of a list for an ``item``."""
        levels = _levels(path)
        kept, wanted = 0, 0
        while wanted < len(path) and kept < len(self._open):
            each = self._open[kept]
            is_last = wanted == len(path) - 1
            if (each.name, each.level) == (path[wanted], levels[wanted]):
                if is_last and item and not self._goes_on(each, item):
                    break
                kept, wanted = kept + 1, wanted + 1
            elif path[wanted] == 'list' and not is_last:
                wanted += 1
            else:
                break
        del self._open[kept:]
        for place in range(wanted, len(path)):
            if path[place] != 'list':
                self._begin(path[place])
            elif item and place == len(path) - 1:
                self._begin_list(item, levels[place])
        if item:
            etree.SubElement(self._open[-1].element, 'li')
            number, level = item['list'], item['level']
            self._numbers[number, level] = (
                self._numbers.get((number, level), item['start'] - 1) + 1
            )
            for key in [key for key in self._numbers if key[0] == number and key[1] > level]:
                del self._numbers[key]
        return self._inside

    @property
    def _inside(self) -> Any:
        return self._open[-1].inside if self._open else self.root

    def _goes_on(self, each: _Open, item: dict[str, Any]) -> bool:
        number, ordered = each.key
        return ordered == item['ordered'] and (number == item['list'] or not ordered)

    def _begin(self, name: str) -> None:
        parent = self._inside
        if name == 'definition':
            parent = self._definitions(parent)
        tag = {'quote': 'blockquote', 'definition': 'dd'}[name]
        self._open.append(_Open(name, 0, etree.SubElement(parent, tag)))

    def _begin_list(self, item: dict[str, Any], level: int) -> None:
        element = etree.SubElement(self._inside, 'ol' if item['ordered'] else 'ul')
        first = self._numbers.get((item['list'], item['level']), item['start'] - 1) + 1
        if item['ordered'] and first != 1:
            element.set('start', str(first))
        self._open.append(_Open('list', level, element, (item['list'], item['ordered'])))

    def _table(self, table: Any) -> None:
        path: list[str] = []
        for number, cell in enumerate(table.iter('td', 'th')):
            looks = [look_of(each) for each in cell.iter('p')]
            if not number and looks:
                path = _place_of(looks[0])[1]
            _flatten(cell)
            if cell.tag == 'th' and len(cell) == 1 and cell[0].tag == 'strong':
                cell[0].tag = 'span'
            align = looks[0].get('align') if looks else ''
            if align in _ALIGNED:
                cell.set('class', f'align-{_ALIGNED[align]}')
        self._parent(path, None).append(table)


def _place_of(look: dict[str, Any]) -> tuple[str, list[str], str]:
    """``(kind, path, language)``: what a paragraph is, in what it stands, of code its language."""
    style, _, around = look.get('style', '').partition(' in ')
    path = [each for each in around.split() if each in ('list', 'quote', 'definition')]
    heading, code, of_list = look.get('heading'), _CODE.fullmatch(style), _LIST.fullmatch(style)
    kind = _KINDS.get(style, '') or (f'h{heading}' if heading else 'code' if code else '')
    language = code[1] or '' if code else ''
    if kind == 'quote' or kind.startswith('definition'):
        path.append(kind.partition(' ')[0])
    if look.get('list') and not heading and path[-1:] != ['list']:
        path += ['list'] * (look['level'] + 1)
    elif of_list and not look.get('list'):
        path += ['list'] * int(of_list[1] or 1)
    elif style == 'list paragraph' and not look.get('list'):
        path.append('list')
    return kind, path, language


def _levels(path: list[str]) -> list[int]:
    """For each of ``path`` how many lists stand right around it, if it is one itself."""
    levels, count = [], 0
    for name in path:
        levels.append(count if name == 'list' else 0)
        count = 1 + count if name == 'list' else 0
    return levels


def _group_of(look: dict[str, Any]) -> str:
    """The classes of lines that are set in so, or ''."""
    given = {name: min(look.get(name, 0), most) for name, most in _MOST.items()}
    hanging = given['hangingChars']
    indent = max(given['startChars'] - hanging, 0)
    framed = look.get('framed')
    if not (indent or hanging or framed):
        return ''
    names = {'indent': indent, 'first': given['firstLineChars'], 'hanging': hanging}
    classes = [f'{name}-{number}' for name, number in names.items() if number]
    return ' '.join([*classes, *(['frame'] if framed else [])])


def _is_formula(block: Any) -> bool:
    """Whether a formula stands by itself there."""
    is_alone = len(block) == 1 and block[0].get('display') == 'block'
    return is_alone and not ((block.text or '') + (block[0].tail or '')).strip()


def _renamed(block: Any, tag: str, classes: str = '') -> Any:
    block.tag, block.tail = tag, None
    block.attrib.clear()
    if classes:
        block.set('class', classes)
    return block


def _text_of(block: Any) -> str:
    for each in block.iter('br'):
        each.text = '\n'
    return ''.join(block.itertext())


def _flatten(cell: Any) -> None:
    """The paragraphs of a cell as its text, a line break between two of them."""
    paragraphs = cell.findall('.//p')
    for number, each in enumerate(paragraphs):
        if number:
            each.insert(0, etree.Element('br'))
            each[0].tail, each.text = each.text, None
    etree.strip_tags(cell, 'p')
