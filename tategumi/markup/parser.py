"""Python-Markdown without what the manuscript does not use, and with forms read where they may be.

Most paragraphs of a novel hold no mark of any notation, and most novels few notations. A form
within a line is looked for in those chapters alone that have the characters which it cannot do
without, and there in text that has the first of them.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import NamedTuple

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockQuoteProcessor, HRProcessor, ListIndentProcessor
from markdown.inlinepatterns import (
    BACKTICK_RE,
    ESCAPE_RE,
    LINE_BREAK_RE,
    BacktickInlineProcessor,
    EscapeInlineProcessor,
    InlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AtomicString, Registry

from .xhtml import Element


class Form(NamedTuple):
    """A notation within a line.

    Of each of ``needs`` one character is in whatever ``make()`` matches. Those of a higher
    ``priority`` are read first.
    """

    name: str
    priority: float
    needs: tuple[str, ...]
    make: Callable[[], InlineProcessor]

    def may_be_in(self, text: str) -> bool:
        """Whether ``text`` has what it needs."""
        return all(any(mark in text for mark in each) for each in self.needs)


class Parser(Markdown):
    """A ``markdown.Markdown`` that knows little, to be taught the notation.

    Quotations, rules and what is set in below an item; code, escapes and breaks within a line.
    """

    def build_parser(self) -> 'Parser':
        """Make its registries, as ``Markdown`` asks for at the beginning."""
        self.forms: dict[str, Form] = {}
        self.preprocessors = Registry()
        self.preprocessors.register(NormalizeWhitespace(self), 'normalize_whitespace', 30)
        self.parser = _BlockParser(self)
        for processor, name, priority in (
            (ListIndentProcessor, 'indent', 90),
            (HRProcessor, 'hr', 50),
            (BlockQuoteProcessor, 'quote', 20),
        ):
            self.parser.blockprocessors.register(processor(self.parser), name, priority)
        self.inlinePatterns = Registry()
        self.treeprocessors = Registry()
        self.treeprocessors.register(_Forms(self), 'forms', 25)
        self.treeprocessors.register(InlineTreeprocessor(self), 'inline', 20)
        self.treeprocessors.register(UnescapeTreeprocessor(self), 'unescape', 0)
        self.postprocessors = Registry()
        self.learn('backtick', 190, lambda: BacktickInlineProcessor(BACKTICK_RE), '`')
        self.learn('escape', 180, lambda: EscapeInlineProcessor(ESCAPE_RE, self), '\\')
        self.learn(
            'break', 100, lambda: SubstituteTagInlineProcessor(LINE_BREAK_RE, 'br'), '\n', ' '
        )
        return self

    def learn(
        self, name: str, priority: float, make: Callable[[], InlineProcessor], *needs: str
    ) -> None:
        """Have what ``make()`` matches read, as ``Form`` says."""
        self.forms[name] = Form(name, priority, needs, make)


class _BlockParser(BlockParser):
    def parseBlocks(self, parent: etree.Element, blocks: list[str]) -> None:
        """As Python-Markdown does, but that the processors are put in order once."""
        processors = list(self.blockprocessors)
        while blocks:
            for processor in processors:
                if processor.test(parent, blocks[0]) and (
                    processor.run(parent, blocks) is not False
                ):
                    break


class _Forms(Treeprocessor):
    """Has those forms looked for that may be there, in text that may have them.

    No text gains a character of theirs while it is read: what one form leaves to the next is a
    part of it, with placeholders for the rest.
    """

    def run(self, root: Element) -> None:
        text = ''.join(root.itertext())
        forms = [form for form in self.md.forms.values() if form.may_be_in(text)]
        for form in forms:
            self.md.inlinePatterns.register(form.make(), form.name, form.priority)
        firsts = ''.join(sorted({mark for form in forms for mark in form.needs[0]}))
        marks = re.compile(f'[{re.escape(firsts)}]') if firsts else None
        for element in root.iter():
            if element.text and not (marks and marks.search(element.text)):
                element.text = AtomicString(element.text)
