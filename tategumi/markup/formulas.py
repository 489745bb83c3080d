"""Formulas: ``$x^2$`` within a line, in TeX's notation, as MathML; see ``apart`` for ``$$…$$``."""

import re
import xml.etree.ElementTree as etree
from functools import partial

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from .. import tex
from ..notation import FORMULA, FORMULA_BETWEEN_TWO
from .fault import Fault
from .parser import Parser
from .xhtml import Element


def register(md: Parser) -> None:
    """Teach ``md`` formulas within lines. What is Japanese is text."""
    for order, form in enumerate((FORMULA_BETWEEN_TWO, FORMULA)):
        md.learn(f'formula-{order}', 186 - order, partial(_FormulaProcessor, form), '$')


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
