"""What stands within a line, as runs of a document of Word (ECMA-376, §17.3.2)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from ..markup import Element, local_name
from ..markup.index import reading_of, term_of
from ..markup.xhtml import has_class
from .elements import made, made_text, properties
from .formulas import formula

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
_BESIDE = {
    'sup': 'superscript',
    'okurigana': 'superscript',
    'sub': 'subscript',
    'kaeriten': 'subscript',
}
_FORMS = frozenset((*_SIZES, 'italic', 'frame', 'kaeriten', 'okurigana'))


@dataclass(frozen=True)
class Look:
    """How a run looks: names of ``w:rPr`` children with their attributes.

    ``forms`` are what the characters are, by the names that the manuscript has, of those forms
    that a look does not tell: they are the name of a style.
    """

    properties: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    forms: tuple[str, ...] = ()

    def having(self, name: str, **attributes: str) -> 'Look':
        """The same and ``name`` besides, in the place of one of that name."""
        others = tuple(each for each in self.properties if each[0] != name)
        return replace(self, properties=(*others, (name, tuple(attributes.items()))))

    def being(self, form: str) -> 'Look':
        """The same, which is of this ``form`` besides."""
        return replace(self, forms=(*self.forms, form))

    def as_element(self) -> Any:
        """The ``w:rPr``."""
        return properties('rPr', {name: dict(given) for name, given in self.properties})


@dataclass(frozen=True)
class Inline:
    """Makes runs of the elements of a block.

    ``picture`` makes a run of an ``img``, or ``None`` where Word shows no such picture;
    ``link`` the element around runs that lead to an address; ``note`` a run that calls the note
    of that id; ``style`` has the id of the style of characters called so.
    """

    picture: Callable[[Element], Any | None]
    link: Callable[[str], Any]
    note: Callable[[str], Any]
    style: Callable[[str], str]

    def runs(self, node: Element, look: Look | None = None) -> Iterator[Any]:
        """The runs of all that is in ``node``."""
        look = look or Look()
        if node.text:
            yield self.run(node.text, look)
        for child in node:
            yield from self._of(child, look)
            if child.tail:
                yield self.run(child.tail, look)

    def run(self, text: str, look: Look) -> Any:
        """A ``w:r`` of ``text``."""
        return self._wrapped(made_text(text), look)

    def _wrapped(self, content: Any, look: Look) -> Any:
        if look.forms:
            look = look.having('rStyle', val=self.style(' + '.join(look.forms)))
        return made('r', *([look.as_element()] if look.properties else []), content)

    def _of(self, node: Element, look: Look) -> Iterator[Any]:
        name = local_name(node)
        if name == 'ruby':
            yield from self._ruby(node, look)
        elif name == 'br':
            yield self._wrapped(made('br'), look)
        elif name == 'img':
            shown = self.picture(node)
            yield self.run(node.get('alt') or '', look) if shown is None else shown
        elif name == 'math':
            shown = formula(node)
            yield self.run(f'${node.get("alttext")}$', look) if shown is None else shown
        elif name == 'a':
            yield from self._link(node, look)
        elif has_class(node, 'furiwake'):
            lines = '／'.join(''.join(line.itertext()) for line in node)
            yield self.run(lines, look.being('furiwake'))
        elif has_class(node, 'ruby-left'):
            yield from self._ruby_left(node, look)
        else:
            if has_class(node, 'index'):
                yield from self._entry(node)
            yield from self.runs(node, _look_of(node, look))

    def _entry(self, node: Element) -> Iterator[Any]:
        """The field by which Word makes an index (§17.16.5.76), with the reading if it is said."""
        reading = reading_of(node)
        code = made('instrText')
        code.text = f' XE "{_quoted(term_of(node))}" '
        if reading:
            code.text += f'\\y "{_quoted(reading)}" '
        code.set(qn('xml:space'), 'preserve')
        yield made('r', made('fldChar', fldCharType='begin'))
        yield made('r', code)
        yield made('r', made('fldChar', fldCharType='end'))

    def _link(self, node: Element, look: Look) -> Iterator[Any]:
        href = node.get('href') or ''
        if has_class(node, 'noteref'):
            yield self.note(href.removeprefix('#'))
        elif not has_class(node, 'footnote-number'):
            link = self.link(href)
            link.extend(self.runs(node, look))
            yield link

    def _ruby_left(self, node: Element, look: Look) -> Iterator[Any]:
        """Ruby on the left; where there is some on the right too, it stands behind the word."""
        inner = node.find('{*}ruby/{*}ruby')
        if inner is None:
            yield from self.runs(node, look.being('ruby-left'))
        else:
            yield from self._ruby(inner, look)
            yield self.run(f'（{"".join(node[0][-1].itertext())}）', look)

    def _ruby(self, node: Element, look: Look) -> Iterator[Any]:
        """A ``w:ruby`` for each reading (§17.3.3.25)."""
        base = node.text or ''
        for child in node:
            reading = ''.join(child.itertext()) if local_name(child) == 'rt' else ''
            if not reading:
                base += ''.join(child.itertext()) + (child.tail or '')
                continue
            yield self._wrapped(self._ruby_of(base, reading, look), look)
            base = child.tail or ''
        if base:
            yield self.run(base, look)

    def _ruby_of(self, base: str, reading: str, look: Look) -> Any:
        size = int(TEXT_SIZE * _RUBY)
        settings = {
            'rubyAlign': 'distributeSpace',
            'hps': str(size),
            'hpsRaise': str(TEXT_SIZE - 1),
            'hpsBaseText': str(TEXT_SIZE),
            'lid': 'ja-JP',
        }
        return made(
            'ruby',
            made('rubyPr', *(made(name, val=value) for name, value in settings.items())),
            made('rt', self.run(reading, Look().having('sz', val=str(size)))),
            made('rubyBase', self.run(base, look)),
        )


def _quoted(text: str) -> str:
    """``text`` as a field takes it: its quotes and colons, which part entries, behind a stroke."""
    return re.sub(r'(["\\:])', r'\\\1', text)


def _look_of(node: Element, look: Look) -> Look:
    """``look`` and what the element adds to it."""
    name, classes = local_name(node), (node.get('class') or '').split()
    styles = [each for each in classes if each != 'left']
    form = ' '.join(classes)
    if name == 'strong':
        return look.having('b')
    if name == 'em' and 'bouten' in classes:
        kind = next((each for each in styles if each != 'bouten'), '')
        look = look.being(form) if len(classes) > 1 else look
        return look.having('em', val=_DOTS.get(kind, _OTHER_DOTS))
    if name == 'em':
        return look.having('i')
    if name == 's':
        return look.having('strike')
    if name == 'mark':
        return look.having('highlight', val='yellow')
    if name in ('sup', 'sub'):
        return look.having('vertAlign', val=_BESIDE[name])
    if name == 'code':
        return look.being('code').having('rFonts', ascii=_MONOSPACED, hAnsi=_MONOSPACED)
    if 'side-line' in classes:
        kind = next((each for each in styles if each != 'side-line'), '')
        look = look.being(form) if 'left' in classes else look
        return look.having('u', val=_LINES.get(kind, 'single'))
    if 'tcy' in classes:
        return look.having('eastAsianLayout', id='1', vert='1')
    if 'warichu' in classes:
        return look.having('eastAsianLayout', id='2', combine='1')
    if node.get('lang'):
        return look.being(f'lang {node.get("lang")}').having('lang', val=node.get('lang') or '')
    return _form_of(classes, look)


def _form_of(classes: list[str], look: Look) -> Look:
    """``look`` of a form that only a style tells."""
    name = next((each for each in classes if each in _FORMS or each.startswith('jidori-')), '')
    look = look.being(name) if name else look
    if name == 'italic':
        return look.having('i')
    if name == 'frame':
        return look.having('bdr', val='single', sz='4', space='0')
    if name in _SIZES:
        return look.having('sz', val=str(TEXT_SIZE + _SIZES[name]))
    if name in ('kaeriten', 'okurigana'):
        return look.having('vertAlign', val=_BESIDE[name])
    return look
