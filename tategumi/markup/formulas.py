"""Formulas: ``$x^2$`` within a line, ``$$…$$`` by themselves, in TeX's notation, as MathML."""

import re
import xml.etree.ElementTree as etree

from markdown.blockprocessors import BlockProcessor
from markdown.core import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from .. import tex
from ..notation import FORMULA, FORMULA_BETWEEN_TWO
from .fault import Fault
from .latin import is_japanese
from .xhtml import Element


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) formulas. What is Japanese between ``$`` is text."""
    for order, form in enumerate((FORMULA_BETWEEN_TWO, FORMULA)):
        md.inlinePatterns.register(_FormulaProcessor(form), f'formula-{order}', 186 - order)
    md.parser.blockprocessors.register(_BlockProcessor(md.parser), 'formula', 94)


def mathml(source: str, display: str) -> Element:
    """The ``math`` element of a formula in TeX's notation; its ``alttext`` is the ``source``.

    ``display`` is ``inline`` or ``block``. Raises ``Fault`` for what the library does not know.
    """
    try:
        return tex.mathml(source, display)
    except ValueError as error:
        raise Fault(error.args[0], source) from error


class _FormulaProcessor(InlineProcessor):
    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        made = etree.Element('math', {'source': m[1].strip(), 'display': 'inline'})
        # Nothing in it is read as notation.
        made.text = AtomicString('')
        return made, m.start(), m.end()


class _BlockProcessor(BlockProcessor):
    """``$$…$$``, on a line or several, with nothing beside it."""

    _RE = re.compile(r'[ ]*\$\$(?P<source>.+?)\$\$[ ]*', re.DOTALL)

    def test(self, parent: etree.Element, block: str) -> bool:
        match = self._RE.fullmatch(block.strip('\n'))
        return match is not None and not is_japanese(match['source'])

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        source = blocks.pop(0).strip('\n ').removeprefix('$$').removesuffix('$$')
        box = etree.SubElement(parent, 'div', {'class': 'formula'})
        etree.SubElement(box, 'math', {'source': source.strip(), 'display': 'block'})
