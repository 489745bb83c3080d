"""Formulas: ``$x^2$`` within a line, ``$$…$$`` by themselves, in TeX's notation, as MathML."""

import re
import xml.etree.ElementTree as etree

from latex2mathml.converter import convert
from lxml import etree as lxml_etree
from markdown.blockprocessors import BlockProcessor
from markdown.core import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from ..notation import FORMULA
from .fault import Fault
from .latin import is_japanese
from .xhtml import Element

#: MathML Core, as far as the library writes it.
_ELEMENTS = frozenset(
    """math mrow mi mn mo mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover
    mtable mtr mtd mstyle mpadded mphantom menclose mmultiscripts mprescripts none""".split()
)
_ATTRIBUTES = frozenset(
    """display mathvariant stretchy fence form separator lspace rspace minsize maxsize accent
    linethickness displaystyle scriptlevel columnalign rowspacing columnspacing columnlines
    rowlines width height depth movablelimits largeop symmetric notation accentunder""".split()
)
#: How many parts these have (MathML Core §3).
_CHILDREN = {
    **dict.fromkeys(('mfrac', 'mroot', 'msup', 'msub', 'mover', 'munder'), 2),
    **dict.fromkeys(('msubsup', 'munderover'), 3),
}
_PARSER = lxml_etree.XMLParser(resolve_entities=False, no_network=True)


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) formulas. What is Japanese between ``$`` is text."""
    md.inlinePatterns.register(_FormulaProcessor(FORMULA), 'formula', 185)
    md.parser.blockprocessors.register(_BlockProcessor(md.parser), 'formula', 94)


def mathml(source: str, display: str) -> Element:
    """The ``math`` element of a formula in TeX's notation; its ``alttext`` is the ``source``.

    ``display`` is ``inline`` or ``block``. Raises ``Fault`` for what the library does not know.
    """
    try:
        made = lxml_etree.fromstring(convert(source, display=display), _PARSER)
    except RecursionError:
        raise
    except Exception as error:
        # The library raises whatever it stumbles over.
        raise Fault(f'the formula "{source}" cannot be read', source) from error
    for each in made.iter(lxml_etree.Element):
        name = lxml_etree.QName(each).localname
        if len(each) != _CHILDREN.get(name, len(each)):
            raise Fault(f'the formula "{source}" ends too soon', source)
        unknown = re.match(r'\\[A-Za-z]+', (each.text or '').strip())
        if name not in _ELEMENTS or unknown:
            what = unknown[0] if unknown else f'<{name}>'
            raise Fault(f'the formula "{source}" has {what}, which is unknown', source)
        for key in set(each.keys()) - _ATTRIBUTES:
            del each.attrib[key]
    made.set('alttext', source)
    return made


class _FormulaProcessor(InlineProcessor):
    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        made = etree.Element('math', {'source': m[1], 'display': 'inline'})
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
