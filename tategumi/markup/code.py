"""Code between fences: its language, its caption, its colours."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import cast

from markdown.blockprocessors import BlockProcessor, EmptyBlockProcessor
from markdown.core import Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX, AtomicString

from ..lazy import lazy

lexers, token = lazy('pygments.lexers'), lazy('pygments.token')
#: The class of what a lexer calls so; the first that it is of counts.
_KINDS = (
    ('Comment', 'code-comment'),
    ('Keyword', 'code-keyword'),
    ('Name.Function', 'code-name'),
    ('Name.Class', 'code-name'),
    ('Name.Tag', 'code-keyword'),
    ('Name.Attribute', 'code-name'),
    ('Name.Decorator', 'code-name'),
    ('Literal.String', 'code-string'),
    ('Literal.Number', 'code-number'),
    ('Operator.Word', 'code-keyword'),
)
_CAPTION = re.compile(
    r':(?P<file>[^\s`]+)|\s+title=(?P<quote>["\']?)(?P<title>[^`]+?)(?P=quote)\s*$'
)
_BESIDE = re.compile(rf'\n+([ ]*{STX}wzxhzdk:[0-9]+{ETX})\n+')


def register(md: Markdown, is_highlighted: bool = False) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) code; ``is_highlighted``: by kinds of words."""
    parser = md.parser
    parser.blockprocessors.register(_CodeProcessor(parser), 'code', 101)
    parser.blockprocessors.register(_EmptyProcessor(parser), 'empty', 100)
    fences = _FencePreprocessor(md)
    fences.is_highlighted = is_highlighted
    md.preprocessors.register(fences, 'fence', 25)


class _FencePreprocessor(Preprocessor):
    """Text between two lines of three backticks or tildes or more is code.

    The first word behind them says in which language (CommonMark §4.5), ``:name`` or
    ``title=name`` what it is called, as VFM writes it.
    """

    is_highlighted = False
    _RE = re.compile(
        r'^(?P<indent>[ ]*)(?P<fence>`{3,}|~{3,})[ ]*'
        r'(?P<language>[A-Za-z][A-Za-z0-9+#-]{0,30})?(?P<rest>[^`\n]*)\n'
        r'(?P<code>.*?)^[ ]*(?P=fence)[ ]*$',
        re.MULTILINE | re.DOTALL,
    )

    def run(self, lines: Sequence[str]) -> list[str]:
        text = self._RE.sub(self._store, '\n'.join(lines))
        # Code brings its own space.
        return _BESIDE.sub(r'\n\n\1\n\n', text).split('\n')

    def _store(self, match: re.Match[str]) -> str:
        pre = etree.Element('pre')
        inside, code = (
            pre,
            re.sub(rf'^[ ]{{0,{len(match["indent"])}}}', '', match['code'], flags=re.M),
        )
        caption = _CAPTION.match(match['rest'])
        if caption:
            pre.set('caption', caption['file'] or caption['title'])
        if match['language']:
            language = match['language'].lower().replace('+', 'p').replace('#', '-sharp')
            inside = etree.SubElement(pre, 'code', {'class': f'language-{language}'})
        inside.text = AtomicString(code)
        if self.is_highlighted and match['language']:
            _highlight(inside, code, match['language'])
        return f'\n\n{match["indent"]}{self.md.htmlStash.store(pre)}\n\n'


def _highlight(element: etree.Element, code: str, language: str) -> None:
    """Set ``code`` into ``element``, each word in a span of its kind."""
    try:
        lexer = lexers.get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ValueError:
        # Of a language that the library does not know, code stays as it is.
        return
    element.text = AtomicString('')
    for kind, text in _of_kinds(lexer.get_tokens(code)):
        if kind:
            span = etree.SubElement(element, 'span', {'class': kind})
            span.text, span.tail = AtomicString(text), AtomicString('')
        elif len(element):
            element[-1].tail = AtomicString(f'{element[-1].tail}{text}')
        else:
            element.text = AtomicString(f'{element.text}{text}')


def _of_kinds(tokens: Iterator[tuple[object, str]]) -> Iterator[tuple[str, str]]:
    kinds = [(token.string_to_tokentype(name), kind) for name, kind in _KINDS]
    for found, text in tokens:
        yield next((kind for name, kind in kinds if found in name), ''), text


class _CodeProcessor(BlockProcessor):
    """Puts in the code that the fences held, below its caption."""

    def test(self, parent: etree.Element, block: str) -> bool:
        # Four spaces before it set it into an item.
        is_inside = block.startswith('    ')
        return not is_inside and bool(HTML_PLACEHOLDER_RE.fullmatch(block.strip()))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        # ``test`` has found it.
        number = cast(re.Match, HTML_PLACEHOLDER_RE.fullmatch(blocks.pop(0).strip()))[1]
        pre = deepcopy(self.parser.md.htmlStash.rawHtmlBlocks[int(number)])
        caption = pre.attrib.pop('caption', '')
        if caption:
            etree.SubElement(parent, 'p', {'class': 'caption'}).text = AtomicString(caption)
        parent.append(pre)


class _EmptyProcessor(EmptyBlockProcessor):
    """Blank lines, which Python-Markdown adds to code above them."""

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0).lstrip('\n')
        if block:
            blocks.insert(0, block)
