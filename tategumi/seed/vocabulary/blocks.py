"""Blocks of the vocabulary of the book as blocks of Markdown."""

import itertools
import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from ...notation import escape_closing_marks, escape_head_mark, table
from .inline import Inline, name_of

#: Elements that stand as blocks; what else stands among them is text.
BLOCKS = frozenset(
    """p ul ol pre blockquote table figure dl div hr h1 h2 h3 h4 h5 h6 section aside article
    header footer main nav hgroup details""".split()
)
_ALIGNED = {'align-start': ':---', 'align-center': ':---:', 'align-end': '---:'}
_MARKS = frozenset(('caption', 'subtitle', 'apart', 'center', 'evenly'))
_GROUPS = re.compile('(?:indent|first|hanging|line-length)-[1-9][0-9]?|frame|tight')
_RAISED = re.compile('raised-([1-9][0-9]?)')
_TASKS = {'☐　': '[ ] ', '☑　': '[x] '}
_SET_IN = ' ' * 4
_TIGHT = re.compile(r'(?:[-*+]|\d+\.) ')


class Writer:
    """Writes blocks as Markdown, each a string without blank lines at its ends."""

    def __init__(self, inline: Inline) -> None:
        self._inline = inline
        self._abbreviations: dict[str, str] = {}

    def blocks(self, parent: Any) -> list[str]:
        """The blocks within ``parent``, in order; text among them is a paragraph of its own."""
        made: list[str] = []
        loose = parent.makeelement('p', {})
        loose.text = parent.text
        for child in [*parent]:
            if name_of(child) in BLOCKS:
                made += self._paragraph(loose)
                loose = parent.makeelement('p', {})
                made += self.block(child)
                loose.text = child.tail
            else:
                loose.append(deepcopy(child))
        return [*made, *self._paragraph(loose)]

    def block(self, node: Any) -> list[str]:
        """What ``node`` says: one block, several, or none."""
        tag, classes = name_of(node), (node.get('class') or '').split()
        if re.fullmatch('h[1-6]', tag):
            text = self._inline.markdown(node, '　').strip()
            head = f'{"#" * int(tag[1])} {escape_closing_marks(text)}'
            around = node.getparent()
            is_part = 'part' in classes or (
                name_of(around) == 'section' and 'part' in _classes(around)
            )
            if 'run-in' in classes:
                head = f'{head}\n{{: .run-in }}'
            part = ['{: .part }'] if is_part and tag == 'h1' else []
            return [head, *part] if text else []
        if tag == 'p':
            return self._paragraph(node)
        if tag == 'hr':
            return ['===' if 'page-break' in classes else '***']
        if tag in ('ul', 'ol'):
            return [self._list(node)] if len(node) else []
        if tag == 'pre':
            return [_code(node)]
        if tag == 'table':
            return self._table(node)
        if tag == 'blockquote':
            lines = '\n\n'.join(self.blocks(node)).split('\n')
            return ['\n'.join(f'> {line}'.rstrip() for line in lines)]
        if tag == 'dl':
            return [self._definitions(node)]
        if tag == 'figure':
            return self._figure(node)
        if tag == 'aside' and 'footnote' in classes:
            return [self._note(node)]
        return self._division(node, classes)

    def abbreviations(self) -> list[str]:
        """What the abbreviations of the text are short for, as the manuscript says it."""
        return [f'*[{short}]: {words}' for short, words in self._abbreviations.items()]

    def _paragraph(self, node: Any) -> list[str]:
        text = self._inline.markdown(node).strip(' \t\n\r')
        for each in node.iter('{*}abbr'):
            self._abbreviations[''.join(each.itertext())] = each.get('title') or ''
        if not text:
            return []
        classes = _classes(node)
        raised = next(filter(None, map(_RAISED.fullmatch, classes)), None)
        marks = [
            each
            for each in classes
            if each in ('caption', 'subtitle', 'apart', 'center', 'evenly')
        ]
        if 'line-end' in classes:
            marks.append(f'line-end-{raised[1]}' if raised else 'line-end')
        lines = [text if 'scene' in classes else escape_head_mark(text)]
        return ['\n'.join([*lines, *(f'{{: .{mark} }}' for mark in marks[:1])])]

    def _list(self, node: Any) -> str:
        items = [self._item(item) for item in node]
        # Where anything in it stands behind a blank line, all of it does.
        is_tight = all(
            _TIGHT.match(block) and '\n\n' not in block for _, rest in items for block in rest
        )
        between = '\n' if is_tight else '\n\n'
        first = int(node.get('start') or 1)
        marks = (
            '-' if name_of(node) == 'ul' else f'{number}.' for number in itertools.count(first)
        )
        return between.join(
            between.join([f'{mark} {head}', *map(_set_in, rest)])
            for mark, (head, rest) in zip(marks, items)
        )

    def _item(self, item: Any) -> tuple[str, list[str]]:
        """The first line of ``item``, with its line breaks as tags, and its other blocks."""
        inner = [child for child in item if name_of(child) in BLOCKS]
        first = item.makeelement('p', {})
        first.text = item.text
        for child in item:
            if child in inner:
                break
            first.append(deepcopy(child))
        head = self._inline.markdown(first, '<br>').strip()
        if not head and inner and name_of(inner[0]) == 'p':
            head = self._inline.markdown(inner.pop(0), '<br>').strip()
        rest = [block for child in inner for block in self.block(child)]
        task = next((mark for box, mark in _TASKS.items() if head.startswith(box)), '')
        return (f'{task}{head[2:]}' if task else escape_head_mark(head)), rest

    def _definitions(self, node: Any) -> str:
        lines: list[str] = []
        for child in node:
            if name_of(child) == 'dt':
                lines += ([''] if lines else []) + [self._inline.markdown(child, '　').strip()]
                continue
            first, *rest = self.blocks(child) or ['']
            lines += [f': {first}']
            for block in rest:
                lines += ['', _set_in(block)]
        return '\n'.join(lines)

    def _table(self, node: Any) -> list[str]:
        rows = [[*row] for row in node.iter('{*}tr')]
        made = table(
            [[self._inline.markdown(cell, '<br>').strip() for cell in row] for row in rows]
        )
        if not made:
            return []
        marks = [
            next((_ALIGNED[each] for each in _classes(cell) if each in _ALIGNED), '---')
            for cell in max(rows, key=len)
        ]
        if any(mark != '---' for mark in marks):
            made[1] = f'| {" | ".join(marks)} |'
        return ['\n'.join(made)]

    def _figure(self, node: Any) -> list[str]:
        made = []
        for child in node:
            if name_of(child) == 'figcaption':
                text = self._inline.markdown(child).strip()
                made += [f'{escape_head_mark(text)}\n{{: .caption }}'] if text else []
            elif name_of(child) == 'img':
                holder = node.makeelement('p', {})
                holder.append(deepcopy(child))
                holder[0].tail = None
                made += self._paragraph(holder)
            else:
                made += self.block(child)
        return made

    def _note(self, node: Any) -> str:
        first, *rest = self.blocks(node) or ['']
        label = self._inline.note(node.get('id') or '')
        if _TIGHT.match(first) or first.startswith(('>', '|', '```')):
            first, rest = '', [first, *rest]
        lines = [f'[^{label}]: {first}'.rstrip()]
        for block in rest:
            lines += ['', _set_in(block)]
        return '\n'.join(lines)

    def _division(self, node: Any, classes: Sequence[str]) -> list[str]:
        marks = [each for each in classes if _GROUPS.fullmatch(each)]
        if 'formula' in classes:
            source = next((each.get('alttext') or '' for each in node.iter('{*}math')), '')
            return [f'$$\n{source.strip()}\n$$'] if source.strip() else self.blocks(node)
        if 'verse' in classes:
            return [self._lines(node, '{: .verse }')]
        if 'indented' in classes:
            # They stand with no blank line between them.
            more = ' .tight }' if 'tight' in classes else ' }'
            made = [block for child in node for block in self.block(child)]
            return ['\n'.join(re.sub(r'(?<=\S) \}$', more, block) for block in made)]
        if marks:
            return [self._lines(node, f'{{: {" ".join(f".{each}" for each in marks)} }}')]
        return self.blocks(node)

    def _lines(self, node: Any, mark: str) -> str:
        lines = [self._inline.markdown(line).strip(' \t\n') for line in node]
        return '\n'.join([*map(escape_head_mark, filter(None, lines)), mark])


def _classes(node: Any) -> list[str]:
    return (node.get('class') or '').split() if node is not None else []


def _code(node: Any) -> str:
    inner = next((child for child in node if name_of(child) == 'code'), node)
    language = (inner.get('class') or '').removeprefix('language-').split()
    text = ''.join(node.itertext()).removesuffix('\n')
    longest = max(map(len, re.findall('^`{3,}', text, re.MULTILINE)), default=2)
    fence = '`' * (longest + 1)
    return f'{fence}{language[0] if language else ""}\n{text}\n{fence}'


def _set_in(block: str) -> str:
    return '\n'.join(f'{_SET_IN}{line}'.rstrip() for line in block.split('\n'))
