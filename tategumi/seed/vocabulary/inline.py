"""What stands within a line, in the notation of the manuscript."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...notation import (
    BOUTEN,
    FORMULA,
    TATE_CHU_YOKO,
    bouten,
    escape_marks,
    fits_ruby,
    ruby,
    ruby_on_both_sides,
    span,
)
from ...spans import BARRED_SPAN, SPANS
from ..elements import FORMS, in_notation, joined
from ..links import target_of

_TCY = re.compile(TATE_CHU_YOKO)
_BOUTEN = re.compile(rf'(?<!\\){BOUTEN}')
_FORMULA = re.compile(FORMULA)
#: What the house sets upright by itself, wherever it stands.
_UPRIGHT = re.compile(r'[0-9]{1,2}|[!?]{2}|\\[!?]{2}')
_ON_BOTH_SIDES = re.compile(BARRED_SPAN)
_JIDORI = re.compile('jidori-[1-9][0-9]?')
_BRACKETS = re.compile(r'(?<!\\)[\[\]]')
_SPAN = re.compile(r'(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\{[^{}]*\}')
_WARICHU_BRACKETS = ('（', '）')


@dataclass(frozen=True)
class Inline:
    """Makes Markdown of what is in a line.

    ``note`` has the label of the note with an id, ``picture`` what the text calls a picture, or
    ``None``, ``link`` where a link leads; '' where nowhere.
    """

    note: Callable[[str], str]
    picture: Callable[[str], str | None]
    link: Callable[[str], str] = target_of

    def markdown(self, node: Any, line_end: str = '\\\n') -> str:
        """The Markdown of all that is in ``node``; ``line_end`` stands for its line breaks."""
        return self._inside(node, line_end)

    def _inside(self, node: Any, line_end: str) -> str:
        parts = [escape_marks(node.text or '')]
        last = ''
        for child in node:
            tag = name_of(child)
            made = self._of(child, line_end) if tag else ''
            form = _form_of(tag, child)
            whole = joined(form, parts[-1], made) if form and form == last and made else None
            if whole is not None:
                parts[-1] = whole
            else:
                parts.append(made)
            last = form
            if child.tail:
                parts.append(escape_marks(child.tail))
                last = ''
        return ''.join(parts)

    def _of(self, node: Any, line_end: str) -> str:
        tag, classes = name_of(node), (node.get('class') or '').split()
        if tag == 'br':
            return line_end
        if tag == 'img':
            words = ' '.join((node.get('alt') or '').split())
            address = self.picture(node.get('src') or '')
            escaped = escape_marks(words).replace('\\[', '［').replace(']', '］')
            return f'![{escaped}]({address})' if address else escape_marks(words)
        if tag == 'math':
            return _formula(node)
        if tag == 'a':
            return self._link(node, line_end)
        if tag == 'ruby':
            return _ruby(node)
        if tag in ('code', 'kbd', 'samp'):
            return _code(''.join(node.itertext()))
        if 'furiwake' in classes:
            lines = [''.join(line.itertext()) for line in node] or ''.join(node.itertext()).split(
                '／'
            )
            return span('|'.join(escape_marks(line) for line in lines), 'furiwake')
        return self._formed(tag, classes, node, line_end)

    def _formed(self, tag: str, classes: list[str], node: Any, line_end: str) -> str:
        text = self._inside(node, line_end)
        name = next((each for each in classes if each in SPANS or _JIDORI.fullmatch(each)), '')
        if name == 'bouten' and len(classes) == 1:
            return bouten(_BOUTEN.sub(r'\1', text)) if text.strip() else text
        if name == 'ruby-left' and _ON_BOTH_SIDES.fullmatch(text):
            return text
        if name:
            allowed = SPANS.get(name, frozenset())
            styles = [each for each in classes if each in allowed]
            if name == 'warichu' and (text[:1], text[-1:]) == _WARICHU_BRACKETS:
                text = text[1:-1]
            said = _of_index(node) if name == 'index' else ''
            return _spanned(text, f'.{" .".join((name, *styles))}{said}')
        if 'tcy' in classes and _TCY.fullmatch(f'^{text}^') and not _UPRIGHT.fullmatch(text):
            return f'^{text}^'
        if tag == 'span' and node.get('lang'):
            return _spanned(text, f'lang={node.get("lang")}')
        return in_notation(tag, text) if tag in FORMS else text

    def _link(self, node: Any, line_end: str) -> str:
        href, classes = node.get('href') or '', (node.get('class') or '').split()
        if 'noteref' in classes:
            return f'[^{self.note(href.removeprefix("#"))}]'
        if 'footnote-number' in classes:
            return ''
        text = self._inside(node, line_end)
        target = self.link(href)
        return f'[{text}]({target})' if target and text.strip() and _fits(text) else text


def name_of(node: Any) -> str:
    """The name of the element without its namespace; '' for a comment."""
    return node.tag.rpartition('}')[2] if isinstance(node.tag, str) else ''


def _form_of(tag: str, node: Any) -> str:
    """The key of ``FORMS`` that marks ``node`` with marks that pair, or ''."""
    return tag if tag in FORMS and tag not in ('sup', 'sub') and not node.get('class') else ''


def _of_index(node: Any) -> str:
    """How a word of the index is read and called there, as the manuscript says it."""
    said = {key: node.get(f'data-{key}') or '' for key in ('reading', 'term')}
    return ''.join(f' {key}="{text}"' for key, text in said.items() if text)


def _fits(text: str) -> bool:
    """Whether ``text`` may stand in brackets."""
    return not _BRACKETS.search(_SPAN.sub('', text))


def _spanned(text: str, attributes: str) -> str:
    inside = text.strip()
    if not inside or not _fits(_SPAN.sub('', text)):
        return text
    return text.replace(inside, f'[{inside}]{{{attributes}}}', 1)


def _code(text: str) -> str:
    if '\n' in text or not text.strip():
        return escape_marks(text)
    mark = '`' * (max(map(len, re.findall('`+', text)), default=0) + 1)
    is_apart = text.startswith('`') or text.endswith('`')
    return f'{mark} {text} {mark}' if is_apart else f'{mark}{text}{mark}'


def _formula(node: Any) -> str:
    source = node.get('alttext') or ''
    whole = f'${" ".join(source.split())}$'
    return whole if _FORMULA.fullmatch(whole) else escape_marks(source or ''.join(node.itertext()))


def _ruby(node: Any) -> str:
    """One notation for all of a word whose characters have a reading each, else one a reading."""
    inner = next((child for child in node if name_of(child) == 'ruby'), None)
    if inner is not None:
        reading = ''.join(''.join(child.itertext()) for child in node if name_of(child) == 'rt')
        return ruby_on_both_sides(_ruby(inner), reading) if reading else _ruby(inner)
    pairs, base = [], node.text or ''
    for child in node:
        reading = ''.join(child.itertext()) if name_of(child) == 'rt' else ''
        if reading:
            pairs.append((base, reading))
            base = ''
        elif name_of(child) not in ('rp', 'rt', ''):
            base += ''.join(child.itertext())
        base += child.tail or ''
    is_each = len(pairs) > 1 and all(len(each) == 1 for each, _ in pairs)
    if is_each and all(fits_ruby(*pair) for pair in pairs):
        bases, readings = zip(*pairs)
        return ruby(''.join(bases), *readings) + escape_marks(base)
    return ''.join(map(_read, pairs)) + escape_marks(base)


def _read(pair: tuple[str, str]) -> str:
    base, reading = pair
    return (
        ruby(base, reading) if fits_ruby(base, reading) else escape_marks(f'{base}（{reading}）')
    )
