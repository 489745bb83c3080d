"""The sides of the text (CSS Logical Properties 1), said of the page too.

RMSDK and what Kindle makes of an EPUB know ``margin-top`` and no ``margin-inline``. A
declaration of the page's side stands before those of the text's, which take its place where
they are known: there a reader may turn vertical text to horizontal and keeps its shape.
"""

import re

#: The page's sides at line head and line end, and before and after a block; then its lengths.
_SIDES = {
    'vertical': {'inline': ('top', 'bottom'), 'block': ('right', 'left')},
    'horizontal': {'inline': ('left', 'right'), 'block': ('top', 'bottom')},
}
_SIZES = {
    'vertical': {'inline': 'height', 'block': 'width'},
    'horizontal': {'inline': 'width', 'block': 'height'},
}
_RULE = re.compile(r'(?<=\{)[^{}]*(?=\})')
_BOX = re.compile(r'(?P<box>margin|padding)-(?P<axis>block|inline)(?:-(?P<end>start|end))?')
_SIZE = re.compile(r'(?P<most>(?:max-|min-)?)(?P<axis>block|inline)-size')


def with_page_sides(css: str, writing: str) -> str:
    """The sheet ``css`` with each side of the text said of the page before, in ``writing``.

    ``writing`` is ``'vertical'`` or ``'horizontal'``. In each rule the declarations of the
    page come first.
    """

    def rule(match: re.Match[str]) -> str:
        physical = [
            said
            for declaration in match[0].split(';')
            for said in _of_the_page(declaration, writing)
        ]
        if not physical:
            return match[0]
        indent = '\n  ' if '\n' in match[0] else ' '
        return ''.join(f'{indent}{said};' for said in physical) + match[0]

    return _RULE.sub(rule, css)


def _of_the_page(declaration: str, writing: str) -> list[str]:
    name, _, value = (part.strip() for part in declaration.partition(':'))
    if match := _SIZE.fullmatch(name):
        return [f'{match["most"]}{_SIZES[writing][match["axis"]]}: {value}']
    match = _BOX.fullmatch(name)
    if not match:
        return []
    start, end = _SIDES[writing][match['axis']]
    if match['end']:
        return [f'{match["box"]}-{start if match["end"] == "start" else end}: {value}']
    first, *rest = value.split()
    return [f'{match["box"]}-{start}: {first}', f'{match["box"]}-{end}: {[first, *rest][-1]}']
