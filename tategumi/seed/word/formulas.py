"""Formulas of Word (OMML, ECMA-376 §22.1) in TeX's notation."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from ...notation import FORMULA
from ...tex import mathml

_M = '{http://schemas.openxmlformats.org/officeDocument/2006/math}'
_FORMULA = re.compile(FORMULA)
_SPECIAL = re.compile(r'[#$%&_{}~^\\]')
_SPACES = {
    '\u2009': r'\,',
    '\u205f': r'\:',
    '\u2004': r'\;',
    '\u2003': r'\quad ',
    '\xa0': r'\ ',
    '\u200b': '',
    '\u2061': '',
}
_LARGE = {'∑': r'\sum', '∏': r'\prod', '∐': r'\coprod', '∫': r'\int', '∬': r'\iint'}
_LARGE |= {'∭': r'\iiint', '∮': r'\oint', '⋃': r'\bigcup', '⋂': r'\bigcap'}
_LARGE |= {'⋁': r'\bigvee', '⋀': r'\bigwedge', '⨁': r'\bigoplus', '⨂': r'\bigotimes'}
_ACCENTS = {
    **dict.fromkeys('^\u0302ˆ', r'\hat'),
    **dict.fromkeys('~\u0303˜', r'\tilde'),
    **dict.fromkeys('→⃗', r'\vec'),
    **dict.fromkeys('.˙\u0307', r'\dot'),
    **dict.fromkeys('¨\u0308', r'\ddot'),
    **dict.fromkeys('ˇ\u030c', r'\check'),
    **dict.fromkeys('˘\u0306', r'\breve'),
    **dict.fromkeys('´\u0301', r'\acute'),
    **dict.fromkeys('`\u0300', r'\grave'),
    **dict.fromkeys('¯‾\u0304\u0305', r'\bar'),
}
_BRACKETS = {'{': r'\{', '}': r'\}', '': '.', '‖': r'\|', '⟨': r'\langle', '⟩': r'\rangle'}
_BRACKETS |= {'⌈': r'\lceil', '⌉': r'\rceil', '⌊': r'\lfloor', '⌋': r'\rfloor'}
_FUNCTIONS = frozenset(
    """sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln exp lim max min sup inf
    det dim ker deg gcd arg hom Pr limsup liminf""".split()
)
_ROW_END = r' \\ '
#: Formulas nested deeper are no formulas.
_DEEPEST = 40


def formula(element: Any) -> tuple[str, str]:
    """``(source, plain)`` of an ``m:oMath``: TeX, and its text alone.

    The source is '' where a form of it is unknown here, or the manuscript has no room for it.
    """
    plain = ''.join(each.text or '' for each in element.iter(f'{_M}t'))
    with suppress(KeyError, ValueError, RecursionError):
        source = ' '.join(_row(element, _DEEPEST).split())
        if _FORMULA.fullmatch(f'${source}$'):
            mathml(source)
            return source, plain
    return '', plain


def _row(element: Any, depth: int) -> str:
    """All that is in ``element``, one after the other."""
    if not depth:
        raise KeyError('too deep')
    text = ''
    for child in element:
        name = _name(child)
        if name.endswith('Pr') or not name:
            continue
        made = _FORMS[name](child, depth - 1)
        # A command ends where no letter follows.
        is_apart = re.search(r'\\[A-Za-z]+$', text) and re.match('[A-Za-z]', made)
        text += f' {made}' if is_apart else made
    return text


def _part(element: Any, name: str, depth: int) -> str:
    found = element.find(f'{_M}{name}')
    return _row(found, depth) if found is not None else ''


def _braced(element: Any, name: str, depth: int) -> str:
    return f'{{{_part(element, name, depth)}}}'


def _script(element: Any, name: str, depth: int) -> str:
    text = _part(element, name, depth)
    return text if re.fullmatch('[0-9A-Za-z]', text) else f'{{{text}}}'


def _property(element: Any, name: str, default: str = '') -> str:
    """A property of ``element``; ``default`` where it has none such."""
    for group in element:
        if _name(group).endswith('Pr'):
            for each in group.iterchildren(f'{_M}{name}'):
                return each.get(f'{_M}val') or ''
    return default


def _has(element: Any, name: str) -> bool:
    group = next((each for each in element if _name(each).endswith('Pr')), None)
    found = group.find(f'{_M}{name}') if group is not None else None
    return found is not None and found.get(f'{_M}val') not in ('0', 'off', 'false')


def _run(element: Any, depth: int) -> str:
    text = ''.join(each.text or '' for each in element.iterchildren(f'{_M}t'))
    escaped = _SPECIAL.sub(r'\\\g<0>', text)
    if _has(element, 'nor') and text.strip():
        return rf'\text{{{escaped}}}'
    if text in _FUNCTIONS:
        return f'\\{text}'
    for space, command in _SPACES.items():
        escaped = escaped.replace(space, command)
    return escaped


def _fraction(element: Any, depth: int) -> str:
    if _property(element, 'type') == 'noBar':
        raise KeyError('a fraction without a bar')
    return rf'\frac{_braced(element, "num", depth)}{_braced(element, "den", depth)}'


def _root(element: Any, depth: int) -> str:
    degree = '' if _has(element, 'degHide') else _part(element, 'deg', depth)
    return rf'\sqrt{f"[{degree}]" if degree else ""}{_braced(element, "e", depth)}'


def _scripts(*places: str) -> Callable[[Any, int], str]:
    marks = {'sub': '_', 'sup': '^'}

    def made(element: Any, depth: int) -> str:
        base = _part(element, 'e', depth)
        whole = base if re.fullmatch(r'\w|\\[A-Za-z]+', base) else f'{{{base}}}'
        return whole + ''.join(
            f'{marks[place]}{_script(element, place, depth)}' for place in places
        )

    return made


def _large(element: Any, depth: int) -> str:
    sign = _property(element, 'chr', '∫')
    text = _LARGE[sign]
    if not _has(element, 'subHide'):
        text += f'_{_script(element, "sub", depth)}'
    if not _has(element, 'supHide'):
        text += f'^{_script(element, "sup", depth)}'
    return f'{text} {_part(element, "e", depth)}'


def _fenced(element: Any, depth: int) -> str:
    opening, closing = (
        _property(element, name, default) for name, default in (('begChr', '('), ('endChr', ')'))
    )
    fraction = element.find(f'{_M}e/{_M}f')
    if (opening, closing) == ('(', ')') and _is_binomial(fraction):
        return rf'\binom{_braced(fraction, "num", depth)}{_braced(fraction, "den", depth)}'
    inside = [_row(each, depth) for each in element.iterchildren(f'{_M}e')]
    begin, end = (_BRACKETS.get(mark, mark) for mark in (opening, closing))
    return rf'\left{begin} {_property(element, "sepChr", "|").join(inside)} \right{end} '


def _is_binomial(fraction: Any | None) -> bool:
    return fraction is not None and _property(fraction, 'type') == 'noBar'


def _matrix(element: Any, depth: int) -> str:
    return _rows(
        ' & '.join(_row(cell, depth) for cell in row.iterchildren(f'{_M}e'))
        for row in element.iterchildren(f'{_M}mr')
    )


def _lines(element: Any, depth: int) -> str:
    return _rows(_row(each, depth) for each in element.iterchildren(f'{_M}e'))


def _rows(rows: Iterable[str]) -> str:
    return rf'\begin{{matrix}}{_ROW_END.join(rows)}\end{{matrix}}'


def _function(element: Any, depth: int) -> str:
    return f'{_part(element, "fName", depth)} {_part(element, "e", depth)}'


def _accent(element: Any, depth: int) -> str:
    return _ACCENTS[_property(element, 'chr', '\u0302')] + _braced(element, 'e', depth)


def _bar(element: Any, depth: int) -> str:
    command = r'\overline' if _property(element, 'pos', 'bot') == 'top' else r'\underline'
    return command + _braced(element, 'e', depth)


def _brace(element: Any, depth: int) -> str:
    command = {'⏞': r'\overbrace', '⏟': r'\underbrace'}[_property(element, 'chr', '⏟')]
    return command + _braced(element, 'e', depth)


def _limit(mark: str) -> Callable[[Any, int], str]:
    def made(element: Any, depth: int) -> str:
        base = _part(element, 'e', depth)
        whole = base if re.fullmatch(r'\\[A-Za-z]+', base) else f'{{{base}}}'
        return f'{whole}{mark}{_braced(element, "lim", depth)}'

    return made


def _boxed(element: Any, depth: int) -> str:
    return rf'\boxed{_braced(element, "e", depth)}'


def _plain(element: Any, depth: int) -> str:
    return _part(element, 'e', depth)


def _before(element: Any, depth: int) -> str:
    scripts = f'_{_braced(element, "sub", depth)}^{_braced(element, "sup", depth)}'
    return f'{{}}{scripts}{_part(element, "e", depth)}'


def _name(element: Any) -> str:
    tag = element.tag if isinstance(element.tag, str) else ''
    return tag.removeprefix(_M) if tag.startswith(_M) else ''


_FORMS: dict[str, Callable[[Any, int], str]] = {
    'r': _run,
    'f': _fraction,
    'rad': _root,
    'sSup': _scripts('sup'),
    'sSub': _scripts('sub'),
    'sSubSup': _scripts('sub', 'sup'),
    'sPre': _before,
    'nary': _large,
    'd': _fenced,
    'm': _matrix,
    'eqArr': _lines,
    'func': _function,
    'acc': _accent,
    'bar': _bar,
    'groupChr': _brace,
    'limLow': _limit('_'),
    'limUpp': _limit('^'),
    'borderBox': _boxed,
    'box': _plain,
    'phant': _plain,
    'oMath': _row,
}
