"""Lists beyond Markdown's own: definitions, and items to be ticked off."""

import re
import xml.etree.ElementTree as etree

from markdown.core import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .xhtml import Element

_TASK = re.compile(r'\[([ xX])\][ 　]+')
_BOXES = {' ': '☐', 'x': '☑'}


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) ``: definition`` below its term, and ``- [x] item``.

    As PHP Markdown Extra, pandoc and GitHub write them.
    """
    DefListExtension().extendMarkdown(md)
    md.treeprocessors.register(_Tasks(md), 'tasks', 35)


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
