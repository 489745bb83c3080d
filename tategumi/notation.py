"""The manuscript's notation within a line: its form, how text is written in it, and as plain text.

``markup`` makes XHTML of it. For another notation, put its form here, what it becomes into
``markup``, and its description into docs/manuscript.md.
"""

import re

# What stands between the marks of ruby: no mark of it, and no placeholder of Python-Markdown.
_PLAIN = r'[^{}|\n\x02\x03]'

#: ``{漢字|かん|じ}``: the base, and the readings, each behind a bar.
RUBY = rf'\{{({_PLAIN}+)((?:\|{_PLAIN}+)+)\}}'

#: ``^12^``: up to four characters.
TATE_CHU_YOKO = r'\^([^\s\^\[\]\x02\x03]{1,4})\^'

#: ``《《傍点》》``
BOUTEN = '《《((?:(?!《《).)+?)》》'

#: Of each span (``[text]{.name .style}``) its name, and the styles it may have beside.
SPANS = {
    'warichu': frozenset(),
    'furiwake': frozenset(),
    'side-line': frozenset(('double', 'dotted', 'dashed', 'wavy', 'left')),
    'small': frozenset(),
    'large': frozenset(),
}

_SPAN_TEXT = r'\[(?P<text>[^\[\]]+)\]'

#: A span with its ``names``, written as pandoc writes bracketed spans.
SPAN = _SPAN_TEXT + r'\{[ ]*(?P<names>\.[a-z-]+(?:[ ]+\.[a-z-]+)*)[ ]*\}'

#: ``[mot]{lang=fr}``: words in another ``language``, as BCP 47 names it.
FOREIGN = _SPAN_TEXT + r'\{[ ]*lang=(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)[ ]*\}'

#: Lines beside one another, with bars between them, which are no bars of a table.
FURIWAKE = r'\[[^\[\]]*\]\{[ ]*\.furiwake[ ]*\}'

#: Characters one of which any notation within a line begins with.
FIRST_CHARACTERS = '\\`*_{<^[!《'

#: Those of them that a backslash makes text, beside Markdown's own.
ESCAPED_CHARACTERS = '<^《'

_EMPHASIS = re.compile(r'(?<!\*)\*\*(?![\s*])([^*]*[^\s*])\*\*(?!\*)')
# Marks that begin notation wherever they stand: code, links and notes, ruby
# and attributes, tate-chu-yoko, escapes.
_ANYWHERE = re.compile(r'[\\`*\[{^]|<(?=[A-Za-z/!?])|《(?=《)|(?<=《)《')
# Between letters an underscore is part of a word.
_UNDERSCORE = re.compile(r'(?<![^\W_])_|_(?![^\W_])')
_AT_HEAD = re.compile(r'#(?=#*[ 　])|>|[-+](?=[ ]|-|$)')
_NUMBER_AT_HEAD = re.compile(r'(\d+)\.(?=[ ])')
_NAMES = '|'.join(SPANS)
# Escapes; the base of ruby; tate-chu-yoko; the words of a link or span; what is emphasised,
# code or dotted.
_PRINTED = re.compile(
    rf'\\([!-/:-@\[-`{{-~])|{RUBY}|{TATE_CHU_YOKO}|\[([^\[\]]*)\]\([^()\s]*\)'
    rf'|\[([^\[\]]+)\]\{{[ ]*(?:\.(?:{_NAMES})(?![a-z-])|lang=)[^{{}}]*\}}'
    rf'|(?P<mark>\*{{1,3}}|`+)(?=\S)([^*`]+)(?<=\S)(?P=mark)|{BOUTEN}'
)
_RUBY, _FURIWAKE = re.compile(RUBY), re.compile(FURIWAKE)
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
    escaped, base, _, upright, link, span, _, emphasised, dotted = match.groups()
    if escaped or upright:
        return escaped or upright
    if span and _FURIWAKE.fullmatch(match[0]):
        span = span.replace('|', '')
    return printed_text(base or link or span or emphasised or dotted or '')


def without_readings(line: str) -> str:
    """``line`` with the base alone in the place of ruby."""
    return _RUBY.sub(r'\1', line)


def ruby(base: str, reading: str) -> str:
    """``base`` with its ``reading``, neither of which may hold a mark of the notation."""
    return f'{{{base}|{reading}}}'


def bouten(text: str) -> str:
    """``text``, which is Markdown, with emphasis dots."""
    return f'《《{text}》》'


def strong(text: str) -> str:
    """``text``, which is Markdown, emphasised."""
    return f'**{text}**'


def span(text: str, *names: str) -> str:
    """``text``, which is Markdown, as the span of the first of ``names``, with these styles."""
    inside = text.replace(']', '\\]')
    return f'[{inside}]{{{" ".join(f".{name}" for name in names)}}}'
