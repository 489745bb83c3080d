"""Elements of HTML that stand within a line, in the notation of the manuscript.

The one table of them, for whatever seeds and editors write them in: pages, tags within Markdown,
documents of Word, BBCode.
"""

import re
from collections.abc import Callable

from ..notation import bouten, marked, span, strong, struck

_MARKED = re.compile(r'(?<!\\)==')
_STRUCK = re.compile(r'(?<!\\)~~')
_STRONG = re.compile(r'(?<!\\)\*\*')
_STRONG_ALONE = re.compile(r'\*\*[^*\\]+\*\*')
_EMPHASISED = re.compile(r'(?<!\\)(?<!\*)\*(?!\*)')
_BRACKETS = re.compile(r'(?<!\\)[\[\]]')
_SPAN = re.compile(r'(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\{[^{}]*\}')


def _strong(text: str) -> str:
    return text if _STRONG.search(text) else strong(text)


def _emphasised(text: str) -> str:
    if _STRONG_ALONE.fullmatch(text):
        return f'*{text}*'
    if not _EMPHASISED.search(text) and not text.startswith('*'):
        return f'*{text}*'
    return _spanned('italic')(text)


def _struck(text: str) -> str:
    return text if _STRUCK.search(text) else struck(text)


def _marked(text: str) -> str:
    return text if _MARKED.search(text) or '=' in text else marked(text)


def _code(text: str) -> str:
    return text if '`' in text or '\n' in text else f'`{text}`'


def _spanned(name: str) -> Callable[[str], str]:
    """What makes a span ``name`` of Markdown, but of what holds brackets that are no spans'."""

    def made(text: str) -> str:
        return text if has_brackets(text) else span(text, name)

    return made


def has_brackets(text: str) -> bool:
    """Whether ``text``, which is Markdown, holds brackets that are no spans'."""
    before = ''
    while before != text:
        before, text = text, _SPAN.sub('', text)
    return bool(_BRACKETS.search(text))


#: What each element makes of the Markdown in it, which begins and ends with no space.
FORMS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(('b', 'strong'), _strong),
    **dict.fromkeys(('i', 'em', 'cite', 'dfn', 'var'), _emphasised),
    **dict.fromkeys(('s', 'del', 'strike'), _struck),
    **dict.fromkeys(('code', 'kbd', 'samp', 'tt'), _code),
    'mark': _marked,
    'u': _spanned('side-line'),
    'small': _spanned('small'),
    'big': _spanned('large'),
    'sup': _spanned('sup'),
    'sub': _spanned('sub'),
    'bouten': bouten,
}
#: The text of these is no Markdown.
VERBATIM = frozenset(('code', 'kbd', 'samp', 'tt'))
#: Pages set their own text by these, menus and notes, and mean nothing that a book says.
OF_PAGES_ALONE = frozenset(('u', 'small', 'big', 'mark', 'kbd', 'samp', 'tt', 'dfn', 'var'))

#: How long the marks are at either end of what these make.
_MARK_LENGTHS: dict[Callable[[str], str], int] = {
    _strong: 2,
    _emphasised: 1,
    _struck: 2,
    _marked: 2,
    _code: 1,
}


def name_of(tag: str) -> str:
    """The first of the names that elements with the form of ``tag`` have."""
    return next(name for name, form in FORMS.items() if form is FORMS[tag])


def joined(tag: str, before: str, after: str) -> str | None:
    """``before`` and ``after``, which ``tag`` has made, as one; ``None`` if they may stay two.

    Side by side their marks would pair in another way.
    """
    length = _MARK_LENGTHS.get(FORMS[tag], 0)
    mark = after[:length]
    if not mark or not before.endswith(mark) or mark[0] not in '*~=`':
        return None
    return before[:-length] + after[length:]


def in_notation(tag: str, text: str) -> str:
    """Markdown ``text`` as the element ``tag`` has it, the space around it outside.

    Where the notation has no room for it, and for a tag without a form, ``text`` as it is.
    """
    inside = text.strip()
    if not inside or tag not in FORMS:
        return text
    start = text.index(inside)
    return f'{text[:start]}{FORMS[tag](inside)}{text[start + len(inside) :]}'
