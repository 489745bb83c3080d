"""What has the form of notation and is none: it stays text, and is named.

More than the notation holds, and what begins and does not end. Only of forms that no text has by
accident.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from markdown.core import Markdown
from markdown.preprocessors import Preprocessor

from ..lazy import lazy_pattern
from ..messages import Message
from ..notation import BEFORE_BRACKET, MARKED, STRUCK
from .fault import Remark

_CODE = lazy_pattern(r'(?<!`)(`+)(?!`)[^`\n]+\1(?!`)|\\.')
#: What each form cannot be without; the form, and why it stays text.
_FORMS = (
    (
        '#######',
        lazy_pattern(r'^ {0,3}#{7,}[ 　]+\S.*'),
        Message('headings have six ranks at most'),
    ),
    (
        '^',
        lazy_pattern(r'(?<!\^)\^[0-9A-Za-z!?]{5,30}\^(?!\^)'),
        Message('tate-chu-yoko holds four characters at most'),
    ),
    (
        '《',
        lazy_pattern(r'[｜|][^｜|《》{}\[\]\s。]{101,}?《[^《》{}|\n]+》'),
        Message('the base of ruby holds a hundred characters at most'),
    ),
    (
        '《',
        lazy_pattern(r'[｜|][^｜|《》{}\[\]\s。]{1,100}?《[^《》{}|\n]{101,}》'),
        Message('a reading holds a hundred characters at most'),
    ),
    ('<!--', lazy_pattern('<!--.*'), Message('a comment that does not end')),
    (
        '</',
        lazy_pattern(r'</[A-Za-z][A-Za-z0-9:-]*[ ]*>'),
        Message('no element that a book has'),
    ),
    (
        '<',
        lazy_pattern(
            r'<(?:table|figure|pre|ruby|ul|ol|li|dl|dt|dd|blockquote|div|section|aside|p|center|span'
            r'|b|strong|i|em|u|s|del|small|big|sup|sub|mark|font|h[1-6])(?:\s[^<>]*)?>',
            re.IGNORECASE | re.ASCII,
        ),
        Message('an element that does not end'),
    ),
)
#: The same of what is whole in a paragraph, and what begins there and does not end.
_PAIRS = (
    (
        ('《《',),
        lazy_pattern('《《(?:(?!《《).)+?》》', re.DOTALL),
        lazy_pattern('《《(?!《)'),
        Message('emphasis that does not end'),
    ),
    (
        ('**',),
        lazy_pattern(r'\*{2,3}(?=[^\s*])(?:[^*]|(?<!\*)\*(?!\*))+\*{2,3}'),
        lazy_pattern(r'(?<![*0-9A-Za-z])\*\*(?=[^\s*])'),
        Message('emphasis that does not end'),
    ),
    (
        ('{',),
        lazy_pattern(r'\{[^{}]*\}'),
        lazy_pattern(r'\{[^{}|\n]{1,40}\|[ぁ-ゖァ-ヺー|]{1,40}'),
        Message('ruby that does not end'),
    ),
    (
        ('[^', '^['),
        lazy_pattern(rf'\[\^[^\[\]\n]*\]|{BEFORE_BRACKET}'),
        lazy_pattern(r'\[\^(?=[^\s\[\]])|(?<!\^)\^\[(?=[^\s\[\]])'),
        Message('a note that does not end'),
    ),
    (
        ('~~', '=='),
        lazy_pattern(f'{STRUCK}|{MARKED}', re.DOTALL),
        # Amid kana it may draw a vowel out; between kanji it may be a sign.
        lazy_pattern(
            r'(?:(?<![~=\w])|(?<=[はがをにでとのもへ]))(?:~~|==)(?=[^\s~=っッー！？!?…、。「『]\w)'
        ),
        Message('emphasis that does not end'),
    ),
    (
        (']{',),
        lazy_pattern(r'\{[^{}]*\}'),
        lazy_pattern(r'\]\{[ ]*\.[a-z]'),
        Message('a span that does not end'),
    ),
)
_ANY = lazy_pattern(r'#######|~~|==|\[\^|\^\[|\^[0-9A-Za-z!?]{5}|《|<|\*\*|\{')
#: Ruby that is whole and has no other notation in it.
_RUBY = lazy_pattern(r'\{[^\x00-\x7f《]+(?:\|[^\x00-\x7f《]+)+\}')


def register(md: Markdown, remarks: list[Remark]) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) to put into ``remarks`` what stays text."""
    unread = _Unread(md)
    unread.remarks = remarks
    md.preprocessors.register(unread, 'unread', 16)


class _Unread(Preprocessor):
    remarks: list[Remark]

    def run(self, lines: list[str]) -> list[str]:
        if _ANY.search(_RUBY.sub('', '\n'.join(lines))):
            for is_text, block in groupby(lines, lambda line: bool(line.strip())):
                found = list(block)
                if is_text and any(map(_ANY.search, found)):
                    self._name(found)
        return lines

    def _name(self, lines: Sequence[str]) -> None:
        for line, text, why in (*_beyond(lines), *_open(lines)):
            message = Message('"{text}" stays text: {why}', text=text, why=why)
            self.remarks.append(Remark((text, line), message))


def _beyond(lines: Sequence[str]) -> Iterator[tuple[str, str, Message]]:
    for line in lines:
        text = _CODE.sub('', line)
        for mark, form, why in _FORMS:
            for match in form.finditer(text) if mark in text else ():
                yield line, match[0], why


def _open(lines: Sequence[str]) -> Iterator[tuple[str, str, Message]]:
    """What begins in ``lines``, those of a paragraph, and does not end there."""
    text = _CODE.sub('', '\n'.join(lines))
    for marks, whole, begins, why in _PAIRS:
        if not any(mark in text for mark in marks):
            continue
        rest = whole.sub('', text)
        for match in begins.finditer(rest):
            line = rest[rest.rfind('\n', 0, match.start()) + 1 :].partition('\n')[0]
            yield line, rest[match.start() :].partition('\n')[0][:_SHOWN], why


#: So many characters show what is meant.
_SHOWN = 20
