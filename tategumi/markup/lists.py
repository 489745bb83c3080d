"""Lists beyond Markdown's own: definitions, items to be ticked off, abbreviations."""

import re
import xml.etree.ElementTree as etree

from markdown.core import Markdown
from markdown.extensions.abbr import AbbrExtension, AbbrTreeprocessor
from markdown.extensions.def_list import DefListExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .xhtml import Element

_TASK = re.compile(r'\[([ xX])\][ 　]+')
#: What is in these is no text of its own.
_VERBATIM = frozenset(('code', 'pre', 'math', 'ruby', 'rt', 'abbr'))
_BOXES = {' ': '☐', 'x': '☑'}


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) ``: definition`` below its term, ``- [x] item``,
    and ``*[abbreviation]: what it is of``.

    As PHP Markdown Extra, pandoc and GitHub write them.
    """
    DefListExtension().extendMarkdown(md)
    abbreviations = AbbrExtension()
    abbreviations.extendMarkdown(md)
    md.treeprocessors.register(_Abbreviations(md, abbreviations.abbrs), 'abbr', 7)
    md.treeprocessors.register(_Tasks(md), 'tasks', 35)


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
            first = item[0] if len(item) and item[0].tag == 'p' and not item.text else item
            match = _TASK.match(first.text or '')
            if match:
                # Upright beside Japanese, whatever form a font has of it for vertical lines.
                box = etree.Element('span', {'class': 'upright'})
                box.text = AtomicString(_BOXES[match[1].lower()])
                box.tail = f'　{first.text[match.end() :]}'
                first.text = ''
                first.insert(0, box)
