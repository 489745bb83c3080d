"""Formulas (MathML), and characters above and below the line, as far as text can say them."""

from typing import Any

from ...lazy import lazy

_RAISED = dict(zip('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'))
_LOWERED = dict(zip('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'))
_FORMS = {'sup': _RAISED, 'sub': _LOWERED}
_HALF_WIDTH = str.maketrans('０１２３４５６７８９＋－（）', '0123456789+-()')
#: Set above the line by habit: what they say is the same on it.
_ORDINALS = frozenset(('st', 'nd', 'rd', 'th', 'e', 'er', 'o', 'a'))
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

    A letter by a letter or figure is an exponent or an index; ordinals and marks are not.
    """
    bare = text.strip()
    return before[-1:].isalnum() and bare.isalnum() and bare.isascii() and bare not in _ORDINALS


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
