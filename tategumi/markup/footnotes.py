"""Footnotes: ``[^1]`` in the text, ``[^1]: note`` anywhere in the chapter; ``^[note]``."""

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown.extensions.footnotes import (
    FootnoteBlockProcessor,
    FootnoteExtension,
    FootnoteInlineProcessor,
)
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from ..lazy import lazy_pattern
from ..messages import Message
from ..notation import BEFORE_BRACKET, NOTE_IN_PLACE
from .fault import Fault, Remark
from .parser import Parser
from .xhtml import EPUB_TYPE

#: Code within a line, of which no notation is read.
_CODE = r'(?<!`)`(?!`)[^`\n]+`(?!`)|(?<!`)``(?!`)(?:[^`\n]|`(?!`))+``(?!`)'


class Footnotes(FootnoteExtension):
    """The footnotes of Python-Markdown, refusing what would lose a note.

    ``remarks`` tell of calls without a note.
    """

    def __init__(self, remarks: list[Remark]) -> None:
        self._collected = False
        self._remarks = remarks
        # A reader's text cannot hold these control characters, so no text is
        # taken for the place of the notes.
        super().__init__(PLACE_MARKER=f'{STX}footnotes{ETX}')

    def extendMarkdown(self, md: Parser) -> None:
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(_DefinitionProcessor(self), 'footnote', 17)
        md.preprocessors.register(_InlineNotes(self), 'inline-notes', 20)
        md.inlinePatterns.deregister('footnote')
        md.learn('call', 175, lambda: _CallProcessor(self, self._remarks), '[', '^')

    def setFootnote(self, id: str, text: str) -> None:
        if self._collected:
            raise Fault(Message('footnote [^{id}] is defined within another', id=id), f'[^{id}]:')
        if id in self.footnotes:
            raise Fault(Message('footnote [^{id}] is defined twice', id=id), f'[^{id}]:')
        super().setFootnote(id, text)

    def makeFootnotesDiv(self, root: etree.Element) -> etree.Element | None:
        self._collected = True
        return super().makeFootnotesDiv(root)

    def uncalled(self) -> list[Remark]:
        """Of each note that nothing called, once all is read."""
        return [
            Remark((f'[^{label}]:',), Message('nothing calls the note [^{label}]', label=label))
            for label in self.footnotes
            if label not in self.footnote_order
        ]


class _CallProcessor(FootnoteInlineProcessor):
    """``[^1]``; one whose note is not there is not printed."""

    def __init__(self, footnotes: Footnotes, remarks: list[Remark]) -> None:
        super().__init__(r'\[\^(?![^\[\]\n^]+\^)([^\[\]\n]*)\]', footnotes)
        self.remarks = remarks

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int | None, int | None]:
        result = super().handleMatch(m, data)
        if result[0] is None and m[1].strip():
            message = Message(
                '{call} calls a note that the chapter does not have, and is left out', call=m[0]
            )
            self.remarks.append(Remark((m[0],), message))
            return '', m.start(), m.end()
        return result


class _InlineNotes(Preprocessor):
    """``^[note]``, the note where it is called, as pandoc and VFM write it."""

    _RE = lazy_pattern(f'{_CODE}|{BEFORE_BRACKET}|{NOTE_IN_PLACE}')

    def __init__(self, footnotes: Footnotes) -> None:
        super().__init__()
        self._footnotes = footnotes

    def run(self, lines: list[str]) -> list[str]:
        return [self._RE.sub(self._store, line) if '^[' in line else line for line in lines]

    def _store(self, match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        label = f'^{len(self._footnotes.footnotes) + 1}'
        self._footnotes.setFootnote(label, match[1])
        return f'[^{label}]'


class _DefinitionProcessor(FootnoteBlockProcessor):
    """``[^label]: note``, the label one word: a longer one would be lost text."""

    RE = re.compile(r'^[ ]{0,3}\[\^([^\s\[\]^]+)\]:[ ]*(.*)$', re.MULTILINE)


def set_notes(root: Any, name: str) -> None:
    """Give the notes that Python-Markdown made below ``root`` the book's form, in place.

    A call becomes ``a.noteref`` ``（1）``, a note ``aside.footnote``, all notes
    one ``section.footnotes`` at the end, numbered in the order of their calls
    (EPUB 3 SSV, noteref and footnote; JLReq §4.2.3). Ids begin with ``name``.
    A note that nothing calls comes last, has no way back and is no footnote, so that no
    reading system hides it.
    """
    notes = root.find("div[@class='footnote']")
    if notes is None:
        return
    calls = [sup for sup in root.iter('sup') if sup.find("a[@class='footnote-ref']") is not None]
    targets = [call.find('a').get('href')[1:] for call in calls]
    listed = notes.find('ol')
    order = list(dict.fromkeys(targets + [note.get('id') for note in listed]))
    numbers = {target: number for number, target in enumerate(order, 1)}

    called = set()
    for call, target in zip(calls, targets):
        _set_call(call, numbers[target], name, is_first=target not in called)
        called.add(target)
    section = etree.Element('section', {'class': 'footnotes', EPUB_TYPE: 'footnotes'})
    for note in sorted(listed, key=lambda note: numbers[note.get('id')]):
        section.append(_note(note, numbers[note.get('id')], name, note.get('id') in called))
    root.remove(notes)
    root.append(section)


def _set_call(call: Any, number: int, name: str, is_first: bool) -> None:
    call.remove(call.find('a'))
    call.tag = 'a'
    call.attrib.clear()
    call.attrib.update(
        {
            'class': 'noteref',
            'href': f'#{name}-footnote-{number}',
            EPUB_TYPE: 'noteref',
            'role': 'doc-noteref',
        }
    )
    if is_first:
        call.set('id', f'{name}-noteref-{number}')
    call.text = f'（{number}）'


def _note(note: etree.Element, number: int, name: str, is_called: bool) -> etree.Element:
    for parent in list(note.iter()):
        for link in parent.findall("a[@class='footnote-backref']"):
            parent.remove(link)
    blocks = [block for block in note if block.tag != 'p' or block.text or len(block)]
    if not blocks or blocks[0].tag != 'p':
        blocks.insert(0, etree.Element('p'))
    label = etree.Element('span', {'class': 'footnote-number'})
    if is_called:
        label.tag = 'a'
        label.set('href', f'#{name}-noteref-{number}')
        label.set('role', 'doc-backlink')
    label.text = f'（{number}）'
    label.tail, blocks[0].text = blocks[0].text, None
    blocks[0].insert(0, label)
    aside = etree.Element('aside', {'class': 'footnote', 'id': f'{name}-footnote-{number}'})
    if is_called:
        # Apple Books hides these, and shows them where they are called.
        aside.attrib.update({EPUB_TYPE: 'footnote', 'role': 'doc-footnote'})
    aside.extend(blocks)
    return aside
