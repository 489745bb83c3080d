"""Lines above a mark such as ``{: .indent-2 }``, parted by kind before they are read as blocks.

A list, a quotation, a table or a heading takes the mark by itself; lines of text around it do so
together. What parts scenes or pages takes none.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from markdown.core import Markdown
from markdown.preprocessors import Preprocessor

from ..indents import is_indent, is_of_block
from ..lazy import lazy_pattern

_MARK_FORM = r' {0,3}\{:[ ]*(?P<names>[ -z|~]*?)[ ]*\}[ ]*'
_MARK = lazy_pattern(_MARK_FORM)
#: The same, or a name for links.
_OF_TEXT = lazy_pattern(rf'{_MARK_FORM}| {{0,3}}\{{[ ]*#[A-Za-z][0-9A-Za-z_:-]*[ ]*\}}[ ]*')
_HEADING = lazy_pattern(r'#{1,6}[ 　]+\S')
_ITEM = lazy_pattern(r' {0,3}(?:[-+*]|\d{1,9}[.)]) +\S')
_QUOTE = lazy_pattern(r' {0,3}>')
_RULE = lazy_pattern(r' {0,3}(?:([-*_])(?: *\1){2,}|={3,}) *')
_DEFINITION = lazy_pattern(r' {0,3}: {1,3}\S')
_DELIMITER = lazy_pattern(r' {0,3}\|?(?: *:?-+:? *\|)* *:?-+:? *\|? *')
_WITHIN = lazy_pattern(r'[ \t]{2,}\S')
#: So many items in a row amid lines of text are a list.
_FEWEST = 2
#: Pieces of one line, of which a mark of all is none.
_ALONE = ('heading', 'rule')


def kind_of(block: str) -> str:
    """What ``block`` begins as.

    ``'heading'``, ``'list'``, ``'quote'``, ``'table'``, ``'definition'``; ``'rule'``, where other
    lines stand below it; or ``'text'``.
    """
    lines = block.strip('\n').split('\n')
    if _RULE.fullmatch(lines[0]) and len(lines) > 1 and not is_mark(lines[1]):
        return 'rule'
    if _HEADING.match(lines[0]):
        return 'heading'
    if _ITEM.match(lines[0]):
        return 'list'
    if _QUOTE.match(lines[0]):
        return 'quote'
    if len(lines) > 1 and _DEFINITION.match(lines[1]):
        return 'definition'
    return 'table' if is_table(lines) else 'text'


def is_mark(line: str) -> bool:
    """Whether ``line`` has the form of a mark of what is above it."""
    return _MARK.fullmatch(line) is not None


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) to part the lines above a mark."""
    md.preprocessors.register(_Pieces(md), 'pieces', 18.5)


class _Pieces(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        if not any(map(_MARK.fullmatch, lines)):
            return lines
        made: list[str] = []
        for is_blank, group in groupby(lines, lambda line: not line.strip()):
            block = list(group)
            made += block if is_blank else _parted(block)
        return made


def _parted(lines: Sequence[str]) -> list[str]:
    sections, below = _sections(lines)
    pieces = [(list(_pieces(section)), mark) for section, mark in sections]
    if all(kind == 'text' for found, _ in pieces for kind, _ in found):
        return list(_text_parted(lines))
    made: list[str] = []
    for found, mark in pieces:
        marked = _marked([kind for kind, _ in found], mark)
        for number, (_, piece) in enumerate(found):
            made += [*piece, *([mark] if number in marked else []), '']
    return [*made, *below] if below else made[:-1]


def _sections(lines: Sequence[str]) -> tuple[list[tuple[list[str], str]], list[str]]:
    """The lines above each mark, with it; and those below the last."""
    sections: list[tuple[list[str], str]] = []
    above: list[str] = []
    for line in lines:
        if above and _MARK.fullmatch(line):
            sections.append((above, line))
            above = []
        else:
            above.append(line)
    return sections, above


def _text_parted(lines: Sequence[str]) -> Iterator[str]:
    """``lines`` of text with a blank line behind each mark that something else follows.

    Lines set in, each with its own mark, are of one block.
    """
    places = [place for place, line in enumerate(lines) if place and _OF_TEXT.fullmatch(line)]
    names = [_names(lines[place]) for place in places]
    set_in = [bool(found) and all(map(_sets_in, found)) for found in names]
    of_one = {
        place
        for (place, below), both in zip(pairwise(places), pairwise(set_in))
        if below > place + 1 and all(both)
    }
    ending = {*places} - of_one - {len(lines) - 1}
    for place, line in enumerate(lines):
        yield line
        if place in ending:
            yield ''


def _sets_in(name: str) -> bool:
    return name in ('frame', 'tight') or is_indent(name)


def _names(mark: str) -> list[str]:
    match = _MARK.fullmatch(mark)
    return [name.removeprefix('.') for name in match['names'].split()] if match else []


def _marked(kinds: Sequence[str], mark: str) -> set[int]:
    """Which of the pieces of these ``kinds`` the ``mark`` is of."""
    names = _names(mark)
    every = [number for number, kind in enumerate(kinds) if kind not in _ALONE] or [len(kinds) - 1]
    if names == ['apart']:
        return {next(number for number, kind in enumerate(kinds) if kind != 'rule')}
    is_of_all = names and all(map(is_of_block, names))
    return set(every) if is_of_all else set(every[-1:])


def _pieces(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """``(kind, lines)`` of what stands in ``lines``, in order."""
    place = 0
    while place < len(lines):
        kind = kind_of('\n'.join(lines[place : place + 2]))
        end = place + 1
        while kind not in _ALONE and end < len(lines) and not _begins(kind, lines, end):
            end += 1
        yield kind, list(lines[place:end])
        place = end


def _begins(kind: str, lines: Sequence[str], place: int) -> bool:
    """Whether another piece begins at ``place``, below one of this ``kind``."""
    line, found = lines[place], kind_of('\n'.join(lines[place : place + 2]))
    if kind == 'table':
        return '|' not in line
    if kind == 'list' and (found == 'list' or _WITHIN.match(line)):
        return False
    if kind == 'definition' and (found == 'text' or _WITHIN.match(line)):
        return False
    if kind == 'quote' and found in ('quote', 'text'):
        return False
    if found == 'list' and kind == 'text':
        items = lines[place : place + _FEWEST]
        return len(items) == _FEWEST and all(map(_ITEM.match, items))
    return found not in (kind, 'text')


def may_rule_table(line: str) -> bool:
    """Whether ``line``, be it in a quotation, may be the one below the first row of a table."""
    return '|' in line and not line.strip(' >|:-')


def is_table(lines: Sequence[str]) -> bool:
    """Whether ``lines`` begin with the first row of a table, and the line that rules it off."""
    return (
        len(lines) > 1
        and '|' in lines[0]
        and '|' in lines[1]
        and _DELIMITER.fullmatch(lines[1]) is not None
    )
