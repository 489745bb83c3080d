"""Text without notation, which need not be read for it."""

import re

from markdown.core import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from ..notation import FIRST_CHARACTERS
from .xhtml import Element

#: What any notation within a line begins with, and the break of a line.
_MARKS = re.compile(f'[{re.escape(FIRST_CHARACTERS)}{STX}]|  \n')


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) to leave text without any mark of notation alone.

    Most paragraphs of a novel are such; Python-Markdown would look in each
    for every notation in turn.
    """
    md.treeprocessors.register(_Plain(md), 'plain', 25)


class _Plain(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _MARKS.search(element.text):
                element.text = AtomicString(element.text)
