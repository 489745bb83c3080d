"""Formulas (MathML), and characters above and below the line, as far as text can say them."""

import re
from contextlib import suppress
from typing import Any

from ...lazy import lazy
from ...notation import FORMULA, escape_marks
from ...tex import mathml
from .tokens import unescape

_RAISED = dict(zip('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'))
_LOWERED = dict(zip('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'))
_FORMS = {'sup': _RAISED, 'sub': _LOWERED}
_HALF_WIDTH = str.maketrans('０１２３４５６７８９＋－（）', '0123456789+-()')
#: Set above the line by habit: what they say is the same on it.
_ORDINALS = frozenset(('st', 'nd', 'rd', 'th', 'e', 'er', 'o', 'a'))
_CLOSING = tuple(')）]］')
#: Letters, figures, and marks between them.
_EXPRESSION = re.compile('[+\\-−±]?[A-Za-z0-9α-ωΑ-Ω]+(?:[+\\-−±*/=,.][A-Za-z0-9α-ωΑ-Ω]+)*')
_TEX = re.compile(
    r'<annotation\b[^<>]*encoding\s*=\s*["\']?application/x-(?:la)?tex[^<>]*>(?P<annotation>[^<>]*)<'
    r'|\balttext\s*=\s*"(?P<alt>[^"]*)"',
    re.IGNORECASE,
)
# How MediaWiki writes a formula.
_DISPLAYED = re.compile(r'\{\\(?:display|text)style\s(?P<tex>.*)\}', re.DOTALL)
lxml_html, lxml_etree = lazy('lxml.html'), lazy('lxml.etree')
_TOKENS = frozenset(('mi', 'mn', 'mo', 'mtext', 'ms'))
_LINEAR = frozenset(('math', 'mrow', 'mstyle', 'semantics', 'mpadded', 'mspace'))
_SILENT = frozenset(('annotation', 'annotation-xml', 'mphantom'))
_SCRIPTS = {'msup': 'sup', 'msub': 'sub'}
#: Formulas nested deeper are no formulas.
_DEEPEST = 40


def shifted(text: str, tag: str) -> str | None:
    """``text`` of an element ``sup`` or ``sub`` in characters of that form, or ``None``."""
    bare, forms = text.strip().translate(_HALF_WIDTH), _FORMS[tag]
    if bare and all(character in forms for character in bare):
        return ''.join(forms[character] for character in bare)
    return None


def tells_more(before: str, text: str) -> bool:
    """Whether ``text`` above or below the line says what it does not behind ``before``.

    A letter or a sum by a letter or figure is an exponent or an index; ordinals, marks and
    numbers of notes are not.
    """
    bare = text.strip().replace('\\', '')
    is_behind = before[-1:].isalnum() or before[-1:] in _CLOSING
    return is_behind and bool(_EXPRESSION.fullmatch(bare)) and bare not in _ORDINALS


def formula(source: str) -> tuple[str, str, bool]:
    """``(markdown, plain, is_whole)`` of the source of an element ``math``.

    The formula that its annotation gives in TeX's notation (MathML Core §5), if it can be read,
    else its text.
    """
    text, is_whole = formula_text(source)
    match = _TEX.search(source)
    written = unescape(match['annotation'] or match['alt'] or '') if match else ''
    written = ' '.join(_DISPLAYED.sub(r'\g<tex>', written.strip()).split())
    if written and re.fullmatch(FORMULA, f'${written}$'):
        with suppress(ValueError):
            mathml(written)
            return f'${written}$', text or written, True
    return escape_marks(text), text, is_whole


def formula_text(source: str) -> tuple[str, bool]:
    """``(text, is_whole)`` of the source of an element ``math``.

    What stands in one row, exponents and indexes of figures are whole; of all else the
    text is that of its tokens in order, fractions with a bar.
    """
    try:
        element = lxml_html.fragment_fromstring(source, create_parent=True)
    except (lxml_etree.LxmlError, ValueError):
        return '', False
    formula = element.find('.//math')
    return _of(formula, _DEEPEST) if formula is not None else ('', False)


def _of(element: Any, depth: int) -> tuple[str, bool]:
    tag = element.tag if isinstance(element.tag, str) else ''
    if tag in _TOKENS:
        return ''.join(''.join(element.itertext()).split()), True
    if tag in _SILENT or not tag or not depth:
        return '', bool(depth)
    parts = [_of(child, depth - 1) for child in element]
    texts, whole = [text for text, _ in parts], all(is_whole for _, is_whole in parts)
    if tag in _SCRIPTS and len(texts) == 2:
        form = shifted(texts[1], _SCRIPTS[tag])
        return texts[0] + (form or texts[1]), whole and bool(form)
    if tag == 'mfrac' and len(texts) == 2:
        return '/'.join(text if len(text) < 2 else f'({text})' for text in texts), False
    return ''.join(texts), whole and tag in _LINEAR
