"""Formulas: MathML Core as OMML (ECMA-376, §22.1), which Word shows and edits."""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from ..markup import Element, local_name

_M = 'http://schemas.openxmlformats.org/officeDocument/2006/math'
_ROWS = frozenset(('math', 'mrow', 'mstyle', 'mpadded', 'mtd'))
_TOKENS = frozenset(('mi', 'mn', 'mo', 'mtext'))
#: Signs that stand large before what they are of.
_LARGE = frozenset('∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂')
_BARS = frozenset('¯‾―_')
_BRACES = frozenset('⏞⏟')
_OPENING, _CLOSING = frozenset('([{⌈⌊⟨|‖'), frozenset(')]}⌉⌋⟩|‖')
_TALL = frozenset(('mtable', 'mfrac'))
#: What ends the terms that a large sign is of.
_RELATIONS = frozenset('=<>≤≥≠≈≡∼→,;')
_SPACES = {'0.167em': '\u2009', '0.222em': '\u205f', '0.278em': '\u2004', '2em': '\u2003\u2003'}
_SCRIPTS = {'msup': 'sSup', 'msub': 'sSub', 'msubsup': 'sSubSup'}
#: Where the parts of an element with scripts go; limits are scripts of large signs.
_PLACES = {
    **dict.fromkeys(('msub', 'munder'), ('sub',)),
    **dict.fromkeys(('msup', 'mover'), ('sup',)),
    **dict.fromkeys(('msubsup', 'munderover'), ('sub', 'sup')),
}


def formula(node: Element) -> Any | None:
    """The ``m:oMath`` of an element ``math``; ``None`` of one with a form that is unknown here."""
    try:
        return _made('oMath', *_of(node))
    except KeyError:
        return None


def _made(name: str, *content: Any, **attributes: str) -> Any:
    element = etree.Element(f'{{{_M}}}{name}', nsmap={'m': _M})
    for key, value in attributes.items():
        element.set(f'{{{_M}}}{key}', value)
    element.extend(content)
    return element


def _row(nodes: Sequence[Element]) -> Iterator[Any]:
    """The terms of ``nodes``, which stand in a row."""
    place = 0
    while place < len(nodes):
        node, rest = nodes[place], nodes[place + 1 :]
        name = local_name(node)
        if name in _PLACES and _text_of(node[0]) in _LARGE:
            count = next((i for i, each in enumerate(rest) if _text_of(each) in _RELATIONS), None)
            inside = rest[:count]
            yield _large(node, inside)
            place += 1 + len(inside)
        elif _text_of(node) in _OPENING and len(rest) > 1 and local_name(rest[0]) in _TALL:
            is_closed = _text_of(rest[1]) in _CLOSING
            yield _fenced(_text_of(node), rest[:1], _text_of(rest[1]) if is_closed else '')
            place += 3 if is_closed else 2
        else:
            yield from _of(node)
            place += 1


def _of(node: Element) -> Iterator[Any]:
    name = local_name(node)
    if name in _ROWS:
        yield from _group(node)
    elif name in _TOKENS:
        yield _run(_text_of(node), is_text=name == 'mtext')
    elif name == 'mspace':
        yield _run(_SPACES.get(node.get('width') or '', '\u2003'))
    elif name == 'mfrac':
        bar = (
            [_made('fPr', _made('type', val='noBar'))] if node.get('linethickness') == '0' else []
        )
        yield _made('f', *bar, _part('num', node[0]), _part('den', node[1]))
    elif name == 'msqrt':
        hidden = _made('radPr', _made('degHide', val='1'))
        yield _made('rad', hidden, _made('deg'), _made('e', *_row(node)))
    elif name == 'mroot':
        yield _made('rad', _part('deg', node[1]), _part('e', node[0]))
    elif name in _SCRIPTS:
        parts = (_part(place, each) for place, each in zip(_PLACES[name], node[1:]))
        yield _made(_SCRIPTS[name], _part('e', node[0]), *parts)
    elif name in ('mover', 'munder'):
        yield _beyond(node, name == 'mover')
    elif name == 'munderover':
        below = _made('limLow', _part('e', node[0]), _part('lim', node[1]))
        yield _made('limUpp', _made('e', below), _part('lim', node[2]))
    elif name == 'mtable':
        rows = ([_part('e', cell) for cell in row] for row in node)
        yield _made('m', *(_made('mr', *row) for row in rows))
    elif name == 'menclose' and node.get('notation') == 'box':
        yield _made('borderBox', _made('e', *_row(node)))
    else:
        raise KeyError(name)


def _group(node: Element) -> Iterator[Any]:
    parts = list(node)
    is_fenced = bool(parts) and parts[0].get('form') == 'prefix' and parts[0].get('fence')
    if not is_fenced:
        yield from _row(parts)
        return
    is_closed = len(parts) > 1 and parts[-1].get('form') == 'postfix'
    inside = parts[1:-1] if is_closed else parts[1:]
    yield _fenced(_text_of(parts[0]), inside, _text_of(parts[-1]) if is_closed else '')


def _fenced(opening: str, inside: Sequence[Element], closing: str) -> Any:
    marks = _made('dPr', _made('begChr', val=opening), _made('endChr', val=closing))
    return _made('d', marks, _made('e', *_row(inside)))


def _large(node: Element, inside: Sequence[Element]) -> Any:
    parts = dict(zip(_PLACES[local_name(node)], node[1:]))
    properties = [_made('chr', val=_text_of(node[0]))]
    if local_name(node).startswith(('mu', 'mo')):
        properties.append(_made('limLoc', val='undOvr'))
    properties += [_made(f'{each}Hide', val='1') for each in ('sub', 'sup') if each not in parts]
    scripts = (
        _part(each, parts[each]) if each in parts else _made(each) for each in ('sub', 'sup')
    )
    return _made('nary', _made('naryPr', *properties), *scripts, _made('e', *_row(inside)))


def _beyond(node: Element, is_above: bool) -> Any:
    """A mark over or below its base: a bar, a brace, an accent; or a limit."""
    mark, side = _text_of(node[1]), 'top' if is_above else 'bot'
    if mark in _BARS:
        return _made('bar', _made('barPr', _made('pos', val=side)), _part('e', node[0]))
    if mark in _BRACES:
        properties = _made('groupChrPr', _made('chr', val=mark), _made('pos', val=side))
        return _made('groupChr', properties, _part('e', node[0]))
    if is_above and local_name(node[1]) == 'mo':
        return _made('acc', _made('accPr', _made('chr', val=mark)), _part('e', node[0]))
    return _made('limUpp' if is_above else 'limLow', _part('e', node[0]), _part('lim', node[1]))


def _part(name: str, node: Element) -> Any:
    return _made(name, *_of(node))


def _run(text: str, is_text: bool = False) -> Any:
    content = _made('t')
    content.text = text
    content.set('{http://www.w3.org/XML/1998/namespace}space', 'preserve')
    is_word = is_text or len(text) > 1 and text.isalpha()
    plain = _made('nor') if is_text else _made('sty', val='p')
    return _made('r', *([_made('rPr', plain)] if is_word else []), content)


def _text_of(node: Element) -> str:
    text = '' if len(node) else node.text or ''
    return text if local_name(node) == 'mtext' else text.strip()
