"""Where a paragraph stands, and how it is set in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .elements import made

_FIGURE = re.compile(r'(indent|first|hanging|raised)-(\d+)')
#: Styles that say where a paragraph stands alone.
PLAIN = frozenset(('', 'Quote', 'Definition', 'Definition Continue'))


@dataclass(frozen=True)
class Place:
    """Where a block stands: in ``around``, from the outside in, each ``list``, ``quote`` or
    ``definition``; as the first of an item where ``item`` has its list's number and kind.
    """

    around: tuple[str, ...] = ()
    item: tuple[str, bool] | None = None

    def within(self, name: str) -> 'Place':
        """What stands in a ``name`` at this place."""
        return Place((*self.around, name))

    @property
    def depth(self) -> int:
        """How many lists there are around it, up to a quotation."""
        count = 0
        for name in reversed(self.around):
            if name != 'list':
                break
            count += 1
        return count

    def style(self, name: str, lists: int = 0) -> str:
        """The style of a paragraph that is ``name``; so many ``lists`` are in the name itself."""
        around = ' '.join(self.around[: len(self.around) - lists])
        return f'{name} in {around}' if around else name

    def plain_style(self, name: str) -> str:
        """The style, one of ``PLAIN``, of a paragraph that is plain but for where it stands."""
        lists = self.depth
        if lists:
            kind, deepest = 'List Continue', 9
            if self.item:
                kind, deepest = 'List Number' if self.item[1] else 'List Bullet', 3
            kind += f' {min(lists, deepest)}' if lists > 1 else ''
            return self.style(kind, lists)
        if self.around[-1:] == ('quote',):
            return Place(self.around[:-1]).style('Quote')
        if self.around[-1:] == ('definition',):
            return Place(self.around[:-1]).style(name)
        return name


def figures(classes: Iterable[str]) -> dict[str, int]:
    """What the classes of lines set in say, by its name, in characters."""
    matches = (_FIGURE.fullmatch(name) for name in classes)
    return {match[1]: int(match[2]) for match in matches if match}


def indent(**characters: float) -> dict[str, Any]:
    """The property that sets a paragraph in by so many characters (§17.3.1.12)."""
    given = {name: str(int(number * 100)) for name, number in characters.items() if number}
    return {'ind': given} if given else {}


def frame() -> Any:
    """A frame around a paragraph; Word draws one around those beside one another."""
    return made(
        'pBdr',
        *(
            made(side, val='single', sz='4', space='4', color='auto')
            for side in ('top', 'left', 'bottom', 'right')
        ),
    )
