"""Text as Markdown that says just that text."""

import re

_EMPHASIS = re.compile(r'(?<!\*)\*\*(?![\s*])([^*]*[^\s*])\*\*(?!\*)')
# Marks that begin notation wherever they stand: code, links and notes, ruby
# and attributes, tate-chu-yoko, escapes.
_ANYWHERE = re.compile(r'[\\`*\[{^]|<(?=[A-Za-z/!?])|《(?=《)|(?<=《)《')
# Between letters an underscore is part of a word.
_UNDERSCORE = re.compile(r'(?<![^\W_])_|_(?![^\W_])')
_AT_HEAD = re.compile(r'#(?=#*[ 　])|>|[-+](?=[ ]|-|$)')
_NUMBER_AT_HEAD = re.compile(r'(\d+)\.(?=[ ])')
# Escapes; the base of ruby; the words of a link; what is emphasised, dotted or code.
_PRINTED = re.compile(
    r'\\([!-/:-@\[-`{-~])|\{([^{}|]+)\|[^{}]*\}|\[([^\[\]]*)\]\([^()\s]*\)'
    r'|(?P<mark>\*{1,3}|`+)(?=\S)([^*`]+)(?<=\S)(?P=mark)|《《([^《》]+)》》'
)
_CLOSING_MARKS = re.compile(r'(?<=[ 　])(?=#+$)')


def escape(text: str) -> str:
    """``text``, one line, with a backslash before each mark Markdown would read as its own.

    ``**…**`` stays as emphasis: it is what cleaning leaves of a seed's own.
    Other marks that mean nothing where they stand are left clean (CommonMark
    §2.4; the book's notation is in ``tategumi.markup``).
    """
    parts = _EMPHASIS.split(text)
    parts[::2] = [escape_marks(part) for part in parts[::2]]
    parts[1::2] = [f'**{escape_marks(part)}**' for part in parts[1::2]]
    return escape_head_mark(''.join(parts))


def escape_head_mark(text: str) -> str:
    """``text`` with a backslash before a mark that begins notation at the head of a line."""
    text = _AT_HEAD.sub(r'\\\g<0>', text, count=1) if _AT_HEAD.match(text) else text
    return _NUMBER_AT_HEAD.sub(r'\1\\.', text, count=1) if _NUMBER_AT_HEAD.match(text) else text


def escape_closing_marks(text: str) -> str:
    """``text``, a head, with a backslash before closing ``#``, which would vanish."""
    return _CLOSING_MARKS.sub(r'\\', text)


def escape_marks(text: str) -> str:
    """``text`` with a backslash before each mark that begins notation anywhere."""
    return _UNDERSCORE.sub(r'\\_', _ANYWHERE.sub(r'\\\g<0>', text))


def printed_text(line: str) -> str:
    """What a line of Markdown prints: its text without notation and readings."""
    return _PRINTED.sub(_inside, line)


def _inside(match: re.Match[str]) -> str:
    escaped, *others = match.group(1, 2, 3, 5, 6)
    return escaped or printed_text(next(filter(None, others), ''))
