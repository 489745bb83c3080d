"""The footnotes of a document of Word, a part of their own (ECMA-376, §11.3.7)."""

from collections.abc import Callable, Iterator
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.story import StoryPart

from ..markup import Element, local_name
from ..markup.xhtml import has_class
from .blocks import Blocks
from .elements import made, made_text
from .runs import Look

_PART = PackURI('/word/footnotes.xml')
_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml'
#: The rules above notes, which Word looks for (§17.18.33).
_RULES = (('separator', '-1'), ('continuationSeparator', '0'))


class Notes:
    """Collects the notes of a book, whose ids are those of its XHTML; ``part`` has them."""

    def __init__(self, document: Document) -> None:
        self._root = parse_xml(f'<w:footnotes {nsdecls("w", "r", "m")}/>')
        self._document = document
        self.part = StoryPart(_PART, _TYPE, self._root, document.part.package)
        self._numbers: dict[str, str] = {}
        self._said: dict[str, str] = {}
        for kind, number in _RULES:
            paragraph = made('p', made('r', made(kind)))
            self._root.append(made('footnote', paragraph, type=kind, id=number))

    def collect(self, section: Element, blocks_into: Callable[[Any], Blocks]) -> None:
        """Take the notes of a chapter: its elements ``aside``."""
        notes = {aside.get('id') or '': aside for aside in section.iter('{*}aside')}
        self._said |= {name: _words_of(aside) for name, aside in notes.items()}
        called = {
            (call.get('href') or '').removeprefix('#')
            for call in section.iter('{*}a')
            if has_class(call, 'noteref') and next(call.iterancestors('{*}aside'), None) is None
        }
        kept = [aside for name, aside in notes.items() if name in called]
        for aside in kept:
            self._numbers[aside.get('id') or ''] = str(len(self._numbers) + 1)
        for aside in kept:
            note = made('footnote', id=self._numbers[aside.get('id') or ''])
            self._root.append(note)
            blocks = [each for each in aside if isinstance(each.tag, str)]
            if not blocks or local_name(blocks[0]) != 'p':
                blocks_into(note).paragraph('')
            blocks_into(note).add(blocks)
            first = note[0]
            properties = first.find(qn('w:pPr'))
            first.insert(0 if properties is None else 1, _marked('footnoteRef'))

    def call(self, name: str) -> Any:
        """A run that calls the note of the id ``name``."""
        run = _marked('footnoteReference')
        run[-1].set(qn('w:id'), self._numbers.get(name, '0'))
        return run

    def words(self, name: str) -> Any:
        """A run with the words of the note of the id ``name``: Word has no notes of notes."""
        return made('r', made_text(f'（{self._said.get(name, "")}）'))

    def finish(self) -> None:
        """Put the notes into the document, if there are any."""
        if self._numbers:
            self._document.part.relate_to(self.part, RELATIONSHIP_TYPE.FOOTNOTES)


def _marked(name: str) -> Any:
    look = Look().having('vertAlign', val='superscript')
    return made('r', look.as_element(), made(name))


def _words_of(aside: Element) -> str:
    return ''.join(_texts(aside)).strip()


def _texts(node: Element) -> Iterator[str]:
    if local_name(node) != 'rt' and not has_class(node, 'footnote-number'):
        yield node.text or ''
        for child in node:
            yield from _texts(child)
            yield child.tail or ''
