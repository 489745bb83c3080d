"""Lists beyond Markdown's own: definitions, items to be ticked off, abbreviations."""

import re
import xml.etree.ElementTree as etree
from typing import cast

from markdown.core import Markdown
from markdown.extensions.abbr import AbbrExtension, AbbrTreeprocessor
from markdown.extensions.def_list import DefListExtension, DefListProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ..messages import Message
from .fault import Remark
from .xhtml import Element

_TASK = re.compile(r'\[([ xX])\][ 　]+')
#: What is in these is no text of its own.
_VERBATIM = frozenset(('code', 'pre', 'math', 'ruby', 'rt', 'abbr'))
_BOXES = {' ': '☐', 'x': '☑'}


def register(md: Markdown, remarks: list[Remark]) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) ``: definition`` below its term, ``- [x] item``,
    and ``*[abbreviation]: what it is of``.

    As PHP Markdown Extra, pandoc and GitHub write them. ``remarks`` tell of definitions without
    a term.
    """
    DefListExtension().extendMarkdown(md)
    definitions = _Definitions(md.parser)
    definitions.remarks = remarks
    md.parser.blockprocessors.register(definitions, 'deflist', 25)
    abbreviations = AbbrExtension()
    abbreviations.extendMarkdown(md)
    md.treeprocessors.register(_Abbreviations(md, abbreviations.abbrs), 'abbr', 7)
    md.treeprocessors.register(_Tasks(md), 'tasks', 35)


class _Definitions(DefListProcessor):
    """A definition stands below a term, or below another; else it is a paragraph."""

    remarks: list[Remark]

    def run(self, parent: etree.Element, blocks: list[str]) -> bool | None:
        # ``test`` has found it.
        match = cast(re.Match, self.RE.search(blocks[0]))
        above = self.lastChild(parent)
        has_term = bool(blocks[0][: match.start()].strip())
        if has_term or above is not None and above.tag in ('p', 'dl') and not above.get('class'):
            return super().run(parent, blocks)
        line = match[0].strip()
        message = Message('"{line}" has no term above it, and stays text', line=line)
        self.remarks.append(Remark((line,), message))
        return False


class _Abbreviations(AbbrTreeprocessor):
    """Abbreviations amid Japanese, where no space parts words."""

    def run(self, root: Element) -> None:
        if not self.abbrs:
            return
        names = '|'.join(re.escape(name) for name in sorted(self.abbrs, key=len, reverse=True))
        self.RE = re.compile(f'(?<![0-9A-Za-z])(?:{names})(?![0-9A-Za-z])')
        for element in root.iter():
            if element.tag not in _VERBATIM and element.text:
                element.text = str(element.text)
            element.tail = element.tail and str(element.tail)
        self.iter_element(root)


class _Tasks(Treeprocessor):
    def run(self, root: Element) -> None:
        for item in root.iter('li'):
            first = item
            while not first.text and len(first) and first[0].tag in ('p', 'dl', 'dt'):
                first = first[0]
            match = _TASK.match(first.text or '')
            if match:
                # Upright beside Japanese, whatever form a font has of it for vertical lines.
                box = etree.Element('span', {'class': 'upright'})
                box.text = AtomicString(_BOXES[match[1].lower()])
                box.tail = f'　{first.text[match.end() :]}'
                first.text = ''
                first.insert(0, box)
