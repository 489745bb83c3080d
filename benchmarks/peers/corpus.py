"""Plain paragraphs out of a text in Aozora Bunko's notation."""

import re

_HEADING = re.compile(r'［＃[^］]*見出し］')
_EXTERNAL_CHARACTER = re.compile(r'※［＃[^］]*］')
_NOTATION = re.compile(r'《[^》]*》|［＃[^］]*］|｜')
_FRAME = re.compile(r'^-{20,}$', re.MULTILINE)


def paragraphs_of(text, characters):
    """The first ``characters`` of the work in ``text``, as its paragraphs.

    Headings, ruby, notes to the typesetter and the indents are left out; a
    character that has no code point becomes 〓. The last paragraph is whole.
    """
    body = _FRAME.split(text)[-1]
    paragraphs, length = [], 0
    for line in body.splitlines():
        if not line.strip() or _HEADING.search(line):
            continue
        line = _NOTATION.sub('', _EXTERNAL_CHARACTER.sub('〓', line)).strip()
        if line and length < characters:
            paragraphs.append(line)
            length += len(line)
    return paragraphs
