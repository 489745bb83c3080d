"""Splits lines into which several paragraphs were glued."""

import re
from collections.abc import Callable, Iterable
from statistics import median

from .rules import EDGE

#: A line that holds a paragraph and more has so many times the length of most, so many
#: characters at least; an author may set a space in a short one.
_LONGER, _LONG = 1.25, 30
#: So many lines of a form show that the text sets its paragraphs so.
_LINES = 3
_BREAK = re.compile(
    r'(?<=[。．！？」』）…])(?:\s*+<br\s*+/?>)+\s*|(?<!\s)(?:\s*+<br\s*+/?>){2,}\s*', re.IGNORECASE
)
# They end a line where a sentence ends; amid one they are a copy's accident.
_SEPARATOR = re.compile('(?<=[。．！？」』）…])[\u2028\u2029\x85\x0b\x0c]+|\u2029+')
# After ！ and ？ a space is the typesetter's (JLReq §3.1.6).
_INDENT = re.compile('(?<=[。」』])　+(?=[^\\s。、」』）])')
_UTTERANCE = re.compile('「[^「」]+」')
_DIALOGUE = re.compile(f'(?:{_UTTERANCE.pattern}){{2,}}')


def paragraph_splitter(lines: Iterable[str]) -> Callable[[str], tuple[str, list[str]]]:
    """``split(line)`` → ``(rule, paragraphs)`` for the lines of the text ``lines``.

    It splits a line where nothing else can be meant: at ``<br>`` after a sentence, and at another
    character that ends a line or a page there (Unicode, chapter 5.8); at
    the space that indents every paragraph of the text, in the middle of a
    line longer than most; between utterances 「…」「…」 where the text sets one a line. ``rule``
    is '' where the line is one paragraph.
    """
    texts = [line for line in lines if line.strip(EDGE)]
    indented = sum(line.startswith('　') for line in texts)
    is_indented = indented >= _LINES and indented * 2 >= len(texts)
    lengths = [len(line) for line in texts if line.startswith('　')]
    longest = max(_LONG, _LONGER * median(lengths or [0]))
    alone = sum(bool(_UTTERANCE.fullmatch(line.strip(EDGE))) for line in texts)
    together = sum(bool(_DIALOGUE.fullmatch(line.strip(EDGE))) for line in texts)

    def split(line: str) -> tuple[str, list[str]]:
        if _BREAK.search(line):
            return 'html-break', [part for part in _BREAK.split(line) if part.strip(EDGE)]
        if _SEPARATOR.search(line):
            return 'line-separator', [part for part in _SEPARATOR.split(line) if part.strip(EDGE)]
        if is_indented and len(line) > longest and _INDENT.search(line):
            return 'glued-paragraphs', _INDENT.split(line)
        if alone >= max(_LINES, together * 2) and _DIALOGUE.fullmatch(line.strip(EDGE)):
            return 'glued-dialogue', _UTTERANCE.findall(line)
        return '', [line]

    return split
