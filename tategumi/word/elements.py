"""Elements of WordprocessingML, their children in the order of its schema (ECMA-376, A.1)."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

#: Of each element with properties the order of those that are written here; Word refuses others.
ORDER = {
    'pPr': """pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind
        contextualSpacing jc outlineLvl rPr sectPr""".split(),
    'rPr': """rStyle rFonts b i strike color sz szCs highlight u bdr vertAlign em lang
        eastAsianLayout""".split(),
}


def made(name: str, /, *content: Any, **attributes: str) -> Any:
    """The element ``w:name``, with ``content`` in it."""
    element = OxmlElement(f'w:{name}')
    for key, value in attributes.items():
        element.set(qn(f'w:{key}'), value)
    element.extend(content)
    return element


def made_text(text: str) -> Any:
    """A ``w:t`` of ``text``, its spaces kept."""
    element = made('t')
    element.text = text
    element.set(qn('xml:space'), 'preserve')
    return element


def properties(name: str, given: Mapping[str, Any]) -> Any:
    """The element ``w:name`` of ``ORDER`` with what is ``given``: elements or their attributes."""
    return made(
        name,
        *(
            made(key, **given[key]) if isinstance(given[key], Mapping) else deepcopy(given[key])
            for key in sorted(given, key=ORDER[name].index)
        ),
    )
