"""What styles and numbering say of a paragraph (ECMA-376, §17.7, §17.9)."""

import re
from dataclasses import dataclass, field
from typing import Any

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
#: Styles that are based on one another further than this are taken for a circle.
_DEEPEST = 20


@dataclass
class Level:
    """A level of a list: whether it is ``ordered``, has a ``mark`` at all, its first number."""

    ordered: bool = False
    marked: bool = True
    start: int = 1


@dataclass
class Styles:
    """The styles and the lists of a document, by their ids."""

    names: dict[str, str] = field(default_factory=dict)
    based: dict[str, str] = field(default_factory=dict)
    elements: dict[str, Any] = field(default_factory=dict)
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    default: str = ''

    def name(self, identity: str) -> str:
        """The name of a style in small letters, as Word has it in any language."""
        return self.names.get(identity, identity).lower()

    def chain(self, identity: str) -> list[Any]:
        """The elements of the style and of those it is based on."""
        found = []
        for _ in range(_DEEPEST):
            if identity not in self.elements:
                break
            found.append(self.elements[identity])
            identity = self.based.get(identity, '')
        return found

    def heading(self, identity: str) -> int:
        """The level of the heading that paragraphs of the style are, or 0."""
        for element in self.chain(identity):
            match = re.fullmatch(r'(?:heading|見出し) ?([1-9])?', _value(element, 'name').lower())
            if match:
                return min(int(match[1] or 1), 6)
        return 0


def styles_of(styles: Any | None, numbering: Any | None) -> Styles:
    """The ``Styles`` of the roots of those parts; ``None`` where the document has no such part."""
    known = Styles()
    for style in styles.iter(f'{W}style') if styles is not None else ():
        identity = style.get(f'{W}styleId') or ''
        known.names[identity] = _value(style, 'name')
        known.based[identity] = _value(style, 'basedOn')
        known.elements[identity] = style
        if style.get(f'{W}type') == 'paragraph' and style.get(f'{W}default') in ('1', 'true'):
            known.default = identity
    if numbering is not None:
        _read_lists(numbering, known)
    return known


def _read_lists(numbering: Any, known: Styles) -> None:
    kinds = {
        each.get(f'{W}abstractNumId'): list(each.iterchildren(f'{W}lvl'))
        for each in numbering.iter(f'{W}abstractNum')
    }
    for use in numbering.iter(f'{W}num'):
        number = use.get(f'{W}numId') or ''
        for level in kinds.get(_value(use, 'abstractNumId'), ()):
            _read_level(level, number, known)
        for override in use.iterchildren(f'{W}lvlOverride'):
            for level in override.iterchildren(f'{W}lvl'):
                _read_level(level, number, known)
            start = _value(override, 'startOverride')
            key = (number, _number(override.get(f'{W}ilvl')))
            if start and key in known.levels:
                known.levels[key].start = _number(start)


def _read_level(level: Any, number: str, known: Styles) -> None:
    kind = _value(level, 'numFmt')
    text = level.find(f'{W}lvlText')
    has_text = text is None or bool((text.get(f'{W}val') or '').strip())
    known.levels[number, _number(level.get(f'{W}ilvl'))] = Level(
        ordered=kind not in ('bullet', 'none', ''),
        marked=kind != 'none' and (has_text or _has_picture(level)),
        start=_number(_value(level, 'start') or '1'),
    )


def _has_picture(level: Any) -> bool:
    return level.find(f'{W}lvlPicBulletId') is not None


def _value(element: Any, name: str) -> str:
    child = element.find(f'{W}{name}')
    return (child.get(f'{W}val') or '') if child is not None else ''


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else 0
