"""Characters above and below the line, as Unicode has them (chapter 22.4, Superscripts)."""

_RAISED = dict(zip('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'))
_LOWERED = dict(zip('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'))
_FORMS = {'sup': _RAISED, 'sub': _LOWERED}
_HALF_WIDTH = str.maketrans('０１２３４５６７８９＋－（）', '0123456789+-()')
#: Set above the line by habit: what they say is the same on it.
_ORDINALS = frozenset(('st', 'nd', 'rd', 'th', 'e', 'er', 'o', 'a'))


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
