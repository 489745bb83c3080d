"""Code between fences: its language, its caption, its colours."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import cast

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, EmptyBlockProcessor
from markdown.core import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, STX, AtomicString

from ..fences import Fences, opens_code
from ..lazy import lazy
from ..messages import Message
from .fault import Remark
from .xhtml import Element

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
    r':(?P<file>[^\s`]+)'
    r'|.*[\s{](?:title|caption|filename)=(?P<quote>["\']?)(?P<title>[^`{}]+?)(?P=quote)\s*\}?\s*$'
)


def register(md: Markdown, remarks: list[Remark], is_highlighted: bool = False) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) code; ``is_highlighted``: by kinds of words.

    ``remarks`` tell of code without an end.
    """
    parser = md.parser
    parser.blockprocessors.register(_CodeProcessor(parser), 'code', 101)
    parser.blockprocessors.register(_CodeProcessor(parser, is_last=True), 'code-last', 11)
    parser.blockprocessors.register(_EmptyProcessor(parser), 'empty', 100)
    md.treeprocessors.register(_Amid(md), 'code-amid', 45)
    fences = _FencePreprocessor(md)
    fences.is_highlighted, fences.remarks = is_highlighted, remarks
    md.preprocessors.register(fences, 'fence', 25)


class _FencePreprocessor(Preprocessor):
    """Text between two lines of three backticks or tildes or more is code.

    The first word behind them says in which language (CommonMark §4.5), ``:name`` or
    ``title=name`` what it is called, as VFM writes it; of Qiita's ``diff_python`` the first
    counts.
    """

    is_highlighted = False
    remarks: list[Remark]
    _LANGUAGE = re.compile(
        r'[ ]*(?:(?=(?P<name>[0-9A-Za-z_-]+\.[A-Za-z0-9]{1,8})[ ]*$)|\{[ ]*\.)?'
        r'(?P<language>[A-Za-z][A-Za-z0-9+#-]{0,30})?(?:_[A-Za-z0-9+#-]{1,30})?(?P<rest>.*)'
    )

    def run(self, lines: Sequence[str]) -> list[str]:
        fences, made, place = Fences(lines), list[str](), 0
        while place < len(lines):
            fence = fences.at(place)
            if fence is None:
                self._name_unclosed(lines[place])
                made.append(lines[place])
                place += 1
                continue
            stored = self._store('\n'.join((*fences.code(fence), '')), fence.rest)
            beside = '' if fence.outer else fence.quote.rstrip()
            # Code brings its own space.
            while made and made[-1].strip() == beside.strip():
                made.pop()
            if made and not fence.item and not fence.outer:
                made.append(beside)
            before = f'{fence.outer}{fence.quote}{fence.indent}{fence.item}'
            made += [f'{before}{stored}', beside]
            place = fence.end + 1
            while place < len(lines) and lines[place].strip() == beside.strip():
                place += 1
        return made

    def _name_unclosed(self, line: str) -> None:
        if opens_code(line):
            message = Message('"{line}" begins code that does not end, and stays text', line=line)
            self.remarks.append(Remark((line,), message))

    def _store(self, code: str, behind: str) -> str:
        # The pattern takes any line.
        match = cast(re.Match, self._LANGUAGE.match(behind))
        inside = pre = etree.Element('pre')
        caption = _CAPTION.match(match['rest'])
        name = match['name'] or (caption['file'] or caption['title'] if caption else '')
        if name:
            pre.set('caption', name)
        if match['language'] and not match['name']:
            language = match['language'].lower().replace('+', 'p').replace('#', '-sharp')
            inside = etree.SubElement(pre, 'code', {'class': f'language-{language}'})
        inside.text = AtomicString(code)
        if self.is_highlighted and inside is not pre:
            _highlight(inside, code, match['language'])
        return self.md.htmlStash.store(pre)


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
    """Puts in what was set apart: code, below its caption, and formulas."""

    #: Four spaces before it set it into an item.
    _PLACE = re.compile(rf'^ {{0,3}}{HTML_PLACEHOLDER_RE.pattern}[ ]*$', re.MULTILINE)
    #: Of no item, as the last to look at it finds.
    _PLACE_ANYWHERE = re.compile(rf'[> ]*{HTML_PLACEHOLDER_RE.pattern}[ ]*')

    def __init__(self, parser: BlockParser, is_last: bool = False) -> None:
        super().__init__(parser)
        self._place = self._PLACE_ANYWHERE if is_last else self._PLACE

    def test(self, parent: etree.Element, block: str) -> bool:
        return bool(self._place.search(block))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        # ``test`` has found it.
        match = cast(re.Match, self._place.search(block))
        before, behind = block[: match.start()].strip('\n'), block[match.end() :].strip('\n')
        if before:
            self.parser.parseBlocks(parent, [before])
        if behind:
            # A line of a quotation without its mark stands right below.
            blocks.insert(0, behind)
        pre = deepcopy(self.parser.md.htmlStash.rawHtmlBlocks[int(match[1])])
        caption = pre.attrib.pop('caption', '')
        if caption:
            etree.SubElement(parent, 'p', {'class': 'caption'}).text = AtomicString(caption)
        parent.append(pre)


class _Amid(Treeprocessor):
    """What was set apart and stands where no block may, as in a term, is text."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if STX in (element.text or ''):
                element.text = HTML_PLACEHOLDER_RE.sub(self._source, element.text or '')

    def _source(self, match: re.Match[str]) -> str:
        block = self.md.htmlStash.rawHtmlBlocks[int(match[1])]
        formula = block.find('math')
        if formula is not None:
            return f'$${formula.get("source")}$$'
        return ' '.join(''.join(block.itertext()).split())


class _EmptyProcessor(EmptyBlockProcessor):
    """Blank lines, which Python-Markdown adds to code above them."""

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0).lstrip('\n')
        if block:
            blocks.insert(0, block)
