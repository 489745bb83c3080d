"""Lines set in from the line head 字下げ or the line end 字上げ, words set to a length 字取り.

Their classes and their CSS. JLReq §3.5.2 (line head indent and line end indent), §3.7.3
(jidori); the forms are those of https://www.aozora.gr.jp/annotation/layout_2.html. Every
figure is in characters of the text.
"""

from collections.abc import Iterable

#: What the figure behind each class may be at most.
MOST = {'indent': 40, 'first': 20, 'hanging': 20, 'line-length': 60, 'raised': 40}

#: So many characters a word may be set to.
MOST_JIDORI = 20

_HEAD, _END = 'padding-inline-start', 'padding-inline-end'

#: What limits the lines of a block on paper: WeasyPrint knows the page's sides alone here.
_ON_PAPER = 'max-width'

#: Deeper than this a small screen has no room for both the space and the text.
_DEEP = 8


#: Classes of blocks beside those of indents, which Markdown knows nothing of.
OF_BLOCKS = frozenset(('center', 'evenly', 'frame', 'line-end', 'tight', 'verse'))


def is_of_block(name: str) -> bool:
    """Whether ``name`` is a class that a block of any kind may have."""
    return name in OF_BLOCKS or is_indent(name)


def is_indent(name: str) -> bool:
    """Whether ``name`` is a class of indents: ``indent-5``, ``line-length-20``."""
    kind, _, figure = name.rpartition('-')
    return kind in MOST and _is_figure(figure, MOST[kind])


def is_jidori(name: str) -> bool:
    """Whether ``name`` is a class of jidori: ``jidori-5``."""
    kind, _, figure = name.rpartition('-')
    return kind == 'jidori' and _is_figure(figure, MOST_JIDORI)


def _is_figure(figure: str, most: int) -> bool:
    is_number = figure.isascii() and figure.isdigit() and len(figure) < 3
    return is_number and figure[0] != '0' and int(figure) <= most


def indent_sheet(names: Iterable[str], most: int | None = None) -> str:
    """The CSS of the classes ``names``, those of ``is_indent`` and ``is_jidori``, in order.

    On a screen, where a line is too short, they set it in by no more than half of it; on
    paper, whose lines have a known length, by ``most`` characters.
    """
    head, end, length = _HEAD, _END, _ON_PAPER if most else 'max-inline-size'
    deep = 0 if most else _DEEP
    rest = '' if most else '; padding-block: 0'
    rules = []
    for name in names:
        kind, _, digits = name.rpartition('-')
        figure = int(digits)
        if kind == 'jidori':
            size = length.removeprefix('max-')
            rules.append(f'.{name} {{ {size}: {figure}em{"" if most else "; block-size: auto"} }}')
        elif kind == 'line-length':
            free = '' if most else '; max-block-size: none'
            rules.append(f'.{name} {{ {length}: {figure}em{free} }}')
        elif kind in ('indent', 'raised'):
            side = head if kind == 'indent' else end
            rules.append(
                f'.{name} {{ {side}: {min(figure, most)}em }}'
                if most
                else f'.{name} {{ {_limited(side, figure, deep)}{rest} }}'
            )
        elif kind == 'first':
            rules.append(f'.indented > .{name} > p {{ {_limited("text-indent", figure, deep)} }}')
        else:
            rules.append(
                f'.indented > .{name} > p {{ {_limited(head, figure, deep)}; '
                f'{_limited("text-indent", -figure, deep)}{rest} }}'
            )
    return ''.join(f'{rule}\n' for rule in rules)


def all_indents() -> list[str]:
    """All classes of indents and of jidori."""
    kinds = {**MOST, 'jidori': MOST_JIDORI}
    return [f'{kind}-{figure}' for kind, most in kinds.items() for figure in range(1, most + 1)]


def _limited(side: str, figure: int, deep: int) -> str:
    """The declaration, and beyond ``deep`` one that keeps half of a line free.

    A first line that stands out does so by no more than the others are set in, which is
    then the whole of their length.
    """
    declared = f'{side}: {figure}em'
    if figure > deep:
        declared += f'; {side}: min({figure}em, 50%)'
    elif figure < -deep:
        declared += f'; {side}: max({figure}em, -100%)'
    return declared
