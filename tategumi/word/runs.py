"""What stands within a line, as runs of a document of Word (ECMA-376, §17.3.2)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ..markup import Element, local_name
from ..markup.xhtml import has_class

#: What ``w:em`` has for each kind of dots; Word has four (§17.18.24).
_DOTS = {'': 'comma', 'circle': 'dot', 'open-circle': 'circle'}
_OTHER_DOTS = 'dot'
_LINES = {
    '': 'single',
    'double': 'double',
    'dotted': 'dotted',
    'dashed': 'dash',
    'wavy': 'wave',
}
#: In half points, as sizes are written, by steps from that of the text.
_SIZES = {
    'small-3': -6,
    'small-2': -4,
    'small': -3,
    'large': 3,
    'large-2': 6,
    'large-3': 9,
}
#: The size of the text, in half points, and the share of it that readings have.
TEXT_SIZE = 21
_RUBY = 0.5
_MONOSPACED = 'Consolas'


@dataclass(frozen=True)
class Look:
    """How a run looks: names of ``w:rPr`` children with their attributes."""

    properties: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    def having(self, name: str, **attributes: str) -> 'Look':
        """The same and ``name`` besides, in the place of one of that name."""
        others = tuple(each for each in self.properties if each[0] != name)
        return replace(self, properties=(*others, (name, tuple(attributes.items()))))

    def as_element(self) -> Any:
        """The ``w:rPr``, its children in the order of the schema (§17.3.2.28)."""
        made = OxmlElement('w:rPr')
        for name, attributes in sorted(self.properties, key=lambda each: _ORDER.index(each[0])):
            child = OxmlElement(f'w:{name}')
            for key, value in attributes:
                child.set(qn(f'w:{key}'), value)
            made.append(child)
        return made


_ORDER = (
    'rStyle rFonts b i strike color sz highlight u bdr vertAlign em lang eastAsianLayout'.split()
)


@dataclass(frozen=True)
class Inline:
    """Makes runs of the elements of a block.

    ``picture`` makes a run of an ``img``, or ``None`` where Word shows no such picture;
    ``link`` the element around runs that lead to an address; ``note`` a run that calls the note
    of that id. Where they are ``None``, there are no such things: in notes themselves.
    """

    picture: Callable[[Element], Any | None] | None = None
    link: Callable[[str], Any] | None = None
    note: Callable[[str], Any] | None = None

    def runs(self, node: Element, look: Look | None = None) -> Iterator[Any]:
        """The runs of all that is in ``node``."""
        look = look or Look()
        if node.text:
            yield run(node.text, look)
        for child in node:
            yield from self._of(child, look)
            if child.tail:
                yield run(child.tail, look)

    def _of(self, node: Element, look: Look) -> Iterator[Any]:
        name = local_name(node)
        if name == 'ruby':
            yield from _ruby(node, look)
        elif name == 'br':
            yield _wrapped(OxmlElement('w:br'), look)
        elif name == 'img':
            made = self.picture(node) if self.picture else None
            yield run(node.get('alt') or '', look) if made is None else made
        elif name == 'math':
            yield run(f'${node.get("alttext")}$', look)
        elif name == 'a':
            yield from self._link(node, look)
        elif has_class(node, 'footnote-number'):
            return
        elif has_class(node, 'furiwake'):
            yield run('／'.join(''.join(line.itertext()) for line in node), look)
        elif has_class(node, 'ruby-left'):
            yield from self.runs(node, look)
        else:
            yield from self.runs(node, _look_of(node, look))

    def _link(self, node: Element, look: Look) -> Iterator[Any]:
        href = node.get('href') or ''
        if has_class(node, 'noteref') and self.note:
            yield self.note(href.removeprefix('#'))
        elif has_class(node, 'footnote-number'):
            return
        elif self.link and not href.startswith('#'):
            link = self.link(href)
            link.extend(self.runs(node, look))
            yield link
        else:
            yield from self.runs(node, look)


def run(text: str, look: Look | None = None) -> Any:
    """A ``w:r`` of ``text``."""
    made = OxmlElement('w:t')
    made.text = text
    made.set(qn('xml:space'), 'preserve')
    return _wrapped(made, look or Look())


def _wrapped(content: Any, look: Look) -> Any:
    made = OxmlElement('w:r')
    if look.properties:
        made.append(look.as_element())
    made.append(content)
    return made


def _look_of(node: Element, look: Look) -> Look:
    """``look`` and what the element adds to it."""
    name, classes = local_name(node), (node.get('class') or '').split()
    styles = [each for each in classes if each != 'left']
    if name == 'strong':
        return look.having('b')
    if name == 'em' and 'bouten' in classes:
        kind = next((each for each in styles if each != 'bouten'), '')
        return look.having('em', val=_DOTS.get(kind, _OTHER_DOTS))
    if name == 'em' or 'italic' in classes:
        return look.having('i')
    if name == 's':
        return look.having('strike')
    if name == 'mark':
        return look.having('highlight', val='yellow')
    if name in ('sup', 'sub') or 'kaeriten' in classes or 'okurigana' in classes:
        is_below = name == 'sub' or 'kaeriten' in classes
        return look.having('vertAlign', val='subscript' if is_below else 'superscript')
    if name == 'code':
        return look.having('rFonts', ascii=_MONOSPACED, hAnsi=_MONOSPACED)
    if 'side-line' in classes:
        kind = next((each for each in styles if each != 'side-line'), '')
        return look.having('u', val=_LINES.get(kind, 'single'))
    if 'frame' in classes:
        return look.having('bdr', val='single', sz='4', space='0')
    if 'tcy' in classes:
        return look.having('eastAsianLayout', id='1', vert='1')
    if 'warichu' in classes:
        return look.having('eastAsianLayout', id='2', combine='1')
    size = next((_SIZES[each] for each in classes if each in _SIZES), 0)
    if size:
        return look.having('sz', val=str(TEXT_SIZE + size))
    if node.get('lang'):
        return look.having('lang', val=node.get('lang') or '')
    return look


def _ruby(node: Element, look: Look) -> Iterator[Any]:
    """A ``w:ruby`` for each reading (§17.3.3.25)."""
    base = node.text or ''
    for child in node:
        reading = ''.join(child.itertext()) if local_name(child) == 'rt' else ''
        if not reading:
            base += ''.join(child.itertext()) + (child.tail or '')
            continue
        yield _wrapped(_ruby_of(base, reading, look), Look())
        base = child.tail or ''
    if base:
        yield run(base, look)


def _ruby_of(base: str, reading: str, look: Look) -> Any:
    made = OxmlElement('w:ruby')
    settings = OxmlElement('w:rubyPr')
    size = int(TEXT_SIZE * _RUBY)
    for name, value in (
        ('rubyAlign', 'distributeSpace'),
        ('hps', str(size)),
        ('hpsRaise', str(TEXT_SIZE - 1)),
        ('hpsBaseText', str(TEXT_SIZE)),
        ('lid', 'ja-JP'),
    ):
        child = OxmlElement(f'w:{name}')
        child.set(qn('w:val'), value)
        settings.append(child)
    made.append(settings)
    for name, text, text_look in (
        ('rt', reading, Look().having('sz', val=str(size))),
        ('rubyBase', base, look),
    ):
        part = OxmlElement(f'w:{name}')
        part.append(run(text, text_look))
        made.append(part)
    return made
