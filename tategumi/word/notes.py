"""The footnotes of a document of Word, a part of their own (ECMA-376, §11.3.7)."""

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from ..markup import Element, local_name
from .runs import Inline, Look

_PART = '/word/footnotes.xml'
_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml'
#: The rules above notes, which Word looks for (§17.18.33).
_RULES = (('separator', '-1'), ('continuationSeparator', '0'))


class Notes:
    """Collects the notes of a book, whose ids are those of its XHTML."""

    def __init__(self) -> None:
        self._root = parse_xml(f'<w:footnotes {nsdecls("w")}/>')
        self._numbers: dict[str, str] = {}
        for kind, number in _RULES:
            note = self._note(number, kind)
            paragraph = OxmlElement('w:p')
            run = OxmlElement('w:r')
            run.append(OxmlElement(f'w:{kind}'))
            paragraph.append(run)
            note.append(paragraph)

    def collect(self, notes: Iterable[Element]) -> None:
        """Take the elements ``aside`` of a chapter."""
        for aside in notes:
            number = str(len(self._numbers) + 1)
            self._numbers[aside.get('id') or ''] = number
            note = self._note(number)
            blocks = [block for block in aside if local_name(block) == 'p'] or [aside]
            for place, block in enumerate(blocks):
                paragraph = OxmlElement('w:p')
                if not place:
                    paragraph.append(_marked('footnoteRef'))
                paragraph.extend(Inline().runs(block))
                note.append(paragraph)

    def call(self, name: str) -> Any:
        """A run that calls the note of the id ``name``."""
        made = _marked('footnoteReference')
        made[-1].set(qn('w:id'), self._numbers.get(name, '0'))
        return made

    def add_to(self, document: Document) -> None:
        """Put the notes into ``document``, if there are any."""
        if self._numbers:
            content = etree.tostring(
                self._root, xml_declaration=True, encoding='UTF-8', standalone=True
            )
            part = Part(PackURI(_PART), _TYPE, content, document.part.package)
            document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _note(self, number: str, kind: str = '') -> Any:
        note = OxmlElement('w:footnote')
        if kind:
            note.set(qn('w:type'), kind)
        note.set(qn('w:id'), number)
        self._root.append(note)
        return note


def _marked(name: str) -> Any:
    run = OxmlElement('w:r')
    run.append(Look().having('vertAlign', val='superscript').as_element())
    run.append(OxmlElement(f'w:{name}'))
    return run
