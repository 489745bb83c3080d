"""Lists beyond Markdown's own: definitions, and items to be ticked off."""

import re

from markdown.core import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.treeprocessors import Treeprocessor

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
                first.text = f'{_BOXES[match[1].lower()]}　{first.text[match.end() :]}'
