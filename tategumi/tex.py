"""Formulas in TeX's notation as MathML Core (https://www.w3.org/TR/mathml-core/)."""

import re

from lxml import etree

from .lazy import lazy
from .messages import Message

latex2mathml = lazy('latex2mathml.converter')

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
#: What the library does not know of amsmath (its User's Guide, §3), by what sets the same.
_ALIKE = {
    **dict.fromkeys(('equation', 'equation*'), ''),
    **dict.fromkeys(
        ('aligned', 'alignedat', 'alignat', 'alignat*', 'eqnarray', 'eqnarray*'), 'split'
    ),
    **dict.fromkeys(('gather', 'gather*', 'gathered', 'multline', 'multline*'), 'matrix'),
}
_ENVIRONMENT = re.compile(
    rf'\\(?P<what>begin|end)\{{(?P<name>{"|".join(map(re.escape, _ALIKE))})\}}'
    r'(?:\{\d+\}|\[[tbc]\])?'
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def mathml(source: str, display: str = 'inline') -> etree._Element:
    """The ``math`` element of a formula in TeX's notation; its ``alttext`` is the ``source``.

    ``display`` is ``inline`` or ``block``. Raises ``ValueError`` for what the library does not
    know, with a ``Message`` that says what.
    """
    try:
        known = _ENVIRONMENT.sub(_alike, source)
        made = etree.fromstring(latex2mathml.convert(known, display=display), _PARSER)
    except RecursionError:
        raise
    except Exception as error:
        # The library raises whatever it stumbles over.
        raise ValueError(
            Message('the formula "{source}" cannot be read', source=source)
        ) from error
    for each in made.iter(etree.Element):
        name = etree.QName(each).localname
        if len(each) != _CHILDREN.get(name, len(each)):
            raise ValueError(Message('the formula "{source}" ends too soon', source=source))
        unknown = re.match(r'\\[A-Za-z]+', (each.text or '').strip())
        if name not in _ELEMENTS or unknown:
            what = unknown[0] if unknown else f'<{name}>'
            raise ValueError(
                Message(
                    'the formula "{source}" has {what}, which is unknown',
                    source=source,
                    what=what,
                )
            )
        for key in set(each.keys()) - _ATTRIBUTES:
            del each.attrib[key]
    made.set('alttext', source)
    return made


def _alike(match: re.Match[str]) -> str:
    name = _ALIKE[match['name']]
    return f'\\{match["what"]}{{{name}}}' if name else ''
