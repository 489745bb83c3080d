"""The manuscript's notation within a line: its form, how text is written in it, and as plain text.

``markup`` makes XHTML of it. For another notation, put its form here, what it becomes into
``markup``, and its description into docs/manuscript.md.
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from typing import cast

from .lazy import lazy_pattern
from .spans import ATTRIBUTE, BARRED_SPAN, READ_ON_LEFT

# What stands between the marks of ruby: no mark of it but behind a backslash, and no placeholder
# of Python-Markdown but that of such a mark.
_PLAIN = r'(?:\\[{}|\\`\[\]$［]|\x02[0-9]{2,5}\x03|(?!\\[{}|\\])[^{}|\n\x02\x03])'

#: A kanji, or a mark that stands for one.
KANJI = '[々〆〇ヶ〻\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]'

#: ``{漢字|かん|じ}``: the base, and the readings, each behind a bar.
RUBY = rf'\{{({_PLAIN}+)((?:\|{_PLAIN}+)+)\}}'

#: ``｜base《reading》``, ``｜base（かな）``, as 青空文庫 and authors of web novels write ruby.
BARRED_RUBY = (
    # Words with spaces between them, as ｜Love Story《…》, behind the full-width bar alone, which
    # is none of a table.
    r'(?:｜|\|(?=[^\s《≪（(]+[《≪（(]))'
    r'((?:[^｜|《》≪≫{}\[\]\s。「」\x02\x03]|(?<=[^\s｜])[ 　](?=[^\s《≪（(])'
    r'|「[^｜|《》≪≫{}\[\]\s「」\x02\x03]{1,98}」){1,100}?)'
    r'(?:《([^《》{}|\n\x02\x03]{1,100})》|≪([^≪≫{}|\n\x02\x03]{1,100})≫'
    r'|[（(]([ぁ-ゖァ-ヺー・]{1,50})[）)])'
)

#: A letter or figure of a Western word.
LETTER = '[0-9A-Za-z０-９Ａ-Ｚａ-ｚÀ-ÖØ-öø-ɏ]'

#: ``漢字《かな》``, the same without a bar: the base is the kanji or the word before it.
BARE_RUBY = rf'({KANJI}{{1,40}}|{LETTER}{{1,40}})《([ぁ-ゖァ-ヺゝゞヽヾー・＝　〱-〵]{{1,100}})》'

#: ``^12^``: up to four characters, and no face: (^_^), (^o^).
TATE_CHU_YOKO = (
    r'\^(?![ovxωTO▽∇_-]{1,3}\^[)）／/ﾉノ*＊])(?![_▽∇-]{1,4}\^)([^\s\^\[\]\x02\x03]{1,4})\^'
)

#: ``《《傍点》》``
BOUTEN = '《《((?:(?!《《).)+?)》》'

#: ``~~struck~~`` and ``==marked==``, as GitHub and pandoc write them.
STRUCK = (
    r'(?:(?<![~0-9])|(?<!~)(?=~~[^0-9]))~~(?=[^\s~])((?:(?!~~).)+?)(?<=\S)~~(?=~~[^\s~]|(?!~))'
)
MARKED = r'(?<![=0-9A-Za-z])==(?=[^\s=])([^=\n]+)(?<=\S)==(?===[^\s=]|(?!=))'

#: ``H~2~O``, as pandoc writes what is below the line; between other characters ``~`` is text.
SUBSCRIPT = r'(?<=[A-Za-z)])~([0-9+−-]{1,8}|[a-z]{1,4})~(?!~)'

#: ``$x^2$``, a formula as pandoc and VFM write it: no space at its ends, no figure behind it;
#: nothing in it is Japanese.
FORMULA = (
    r'(?<![\\$])\$(?![\s$])((?:[^$\\\n\x02\x03\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]|\\[^\n])+?)'
    r'(?<![\s\\])\$(?![0-9$])'
)

#: ``$$x^2$$`` amid a line, which says the same.
FORMULA_BETWEEN_TWO = (
    r'(?<![\\$])\$\$(?!\$)((?:[^$\\\n\x02\x03\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]|\\[^\n])+?)'
    r'\$\$(?!\$)'
)

#: Tate-chu-yoko right before a bracket, whose end begins no note: ``^12^[年]{.small}``.
BEFORE_BRACKET = r'(?<!\\)\^[0-9A-Za-z!?.,%&+０-９Ａ-Ｚａ-ｚ！？-]{1,4}\^(?=\[)'

#: ``^[note]``: a note where it is called; code may be in it.
NOTE_IN_PLACE = r'(?<!\\)\^\[((?:[^\[\]\\\n`]|\\.|`[^`\n]+`|\[[^\[\]\n]*\])+)\]'

#: ``**strong**``, as cleaning leaves it of a seed's own.
STRONG = r'(?<!\*)\*\*(?![\s*])([^*\n]*[^\s*])\*\*(?!\*)'

#: ``&nbsp;``, ``&#x2014;``: a character by its name or number (HTML Standard §13.5).
REFERENCE = r'&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});'

#: ``<br>``
BREAK = r'<[bB][rR][ ]*/?>'

#: ``[%5]``, where でんでんマークダウン says that a printed page begins.
PAGE_NUMBER = r'\[%{1,2}[0-9A-Za-z-]{1,12}\]'

#: ``［＃改丁］``, a note of 青空文庫; what it says has been read, or nobody knows.
NOTE = r'［＃(?:[^［］\n\x02\x03]|［[^［］\n\x02\x03]*］)*］'

#: What a backslash makes text, beside Markdown's own: all marks, of either width.
ESCAPED_CHARACTERS = '<^|~=&$:"%\',/;?@' + ''.join(
    character
    for first, last in (
        ('\u2010', '\u27bf'),
        ('\u3001', '\u303f'),
        ('\u30a0', '\u30fb'),
        ('\uff01', '\uffef'),
    )
    for character in map(chr, range(ord(first), ord(last) + 1))
    if unicodedata.category(character)[0] in 'PS'
)

_STRONG = lazy_pattern(STRONG)
# Marks that begin notation wherever they stand: code, links and notes, ruby
# and attributes, tate-chu-yoko, escapes.
_ANYWHERE = lazy_pattern(
    r'[\\`*\[{^]|<(?=[A-Za-z/!?])|《(?=《)|(?<=《)《|~(?=~)|(?<=~)~|=(?==)|(?<==)=|［(?=＃)'
    r'|\$(?=[^\s$][^$\n]*\$)'
    r'|(?<=[A-Za-z)])~(?=(?:[0-9+−-]{1,8}|[a-z]{1,4})~)'
    rf'|&(?={REFERENCE[1:]})|(?={BARRED_RUBY})[｜|]|[｜|](?=《)'
    rf'|(?:(?<={KANJI})|(?<={LETTER}))《(?={BARE_RUBY.partition("《")[2]})'
)
# Between letters of the West an underscore is part of a word.
_UNDERSCORE = lazy_pattern(r'(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])')
_AT_HEAD = lazy_pattern(r'#(?=#*[ 　]|#+[^\s#!{])|>|[-+](?=[ ]|-|$)|:(?=[ ]|::)')
_NUMBER_AT_HEAD = lazy_pattern(r'(\d+)([.)])(?=[ ])')
# Escapes; the base of ruby; tate-chu-yoko; the words of a link or span; what is emphasised,
# code or dotted.
_PRINTED = lazy_pattern(
    rf'\\(?P<escaped>[!-/:-@\[-`{{-~{re.escape(ESCAPED_CHARACTERS)}])|(?P<ruby>{RUBY})|(?P<tcy>{TATE_CHU_YOKO})'
    r'|\[(?P<link>[^\[\]]*)\]\([^()\s]*\)'
    rf'|\[(?P<span>[^\[\]]+)\]\{{:?[ ]*{ATTRIBUTE}[^{{}}]*\}}'
    rf'|(?P<mark>\*{{1,3}}|`+)(?=\S)(?P<emphasised>[^*`]+)(?<=\S)(?P=mark)'
    r'|(?<![0-9A-Za-z_])(?P<line>__?)(?=[^\s_])(?P<underscored>[^_]*)(?<=[^\s_])(?P=line)(?![0-9A-Za-z_])'
    rf'|\$\$(?P<formulas>[^$\n]+)\$\$|(?P<formula>{FORMULA})'
    rf'|(?P<dotted>{BOUTEN})|(?P<barred>{BARRED_RUBY})|(?P<bare>{BARE_RUBY})|(?P<struck>{STRUCK})'
    rf'|(?P<marked>{MARKED})|(?P<sub>{SUBSCRIPT})|(?P<reference>{REFERENCE})'
    rf'|(?P<unprinted>{BREAK}|{PAGE_NUMBER}|{NOTE}|{NOTE_IN_PLACE}|\[\^[^\s\[\]^]+\](?!:))'
)
_RUBY, _BARRED_SPAN, _READ_ON_LEFT = map(lazy_pattern, (RUBY, BARRED_SPAN, READ_ON_LEFT))
#: Notation with marks of its own, whose first group is what is printed of it.
_FORMS = {
    'ruby': _RUBY,
    'dotted': lazy_pattern(BOUTEN),
    'barred': lazy_pattern(BARRED_RUBY),
    'bare': lazy_pattern(BARE_RUBY),
    'struck': lazy_pattern(STRUCK),
    'marked': lazy_pattern(MARKED),
    'sub': lazy_pattern(r'~(.*)~'),
    'formula': lazy_pattern(FORMULA),
}
_UNFIT = lazy_pattern(r'[\n\x02\x03]')
_IN_RUBY, _ESCAPED = lazy_pattern(r'[{}|\\`\[\]$［]'), r'\\\g<0>'
#: A bar between the lines of furiwake.
_OF_LINES = lazy_pattern(r'\|(?![^{}]*\})')
#: A bar that is none of ruby nor of furiwake, or one of these.
_BAR = lazy_pattern(rf'(?<!\\){RUBY}|{BARRED_SPAN}|(?P<bar>(?<!\\)\|)')
#: Ruby of one character and the next, each with a reading.
_OF_CHARACTERS = lazy_pattern(r'(?:\{[^{}|\\](?:\|[^{}|\\]+)\}){2,}')
#: What ``READ_ON_LEFT`` and a span have room for.
_ON_LEFT = lazy_pattern(r'\{[^{}\[\]\\\n]+\}\|[^|{}\[\]\\\n]+')
_CLOSING_MARKS = lazy_pattern(r'(?<=[ 　])(?=#+$)')


def escape(text: str) -> str:
    """``text``, one line, with a backslash before each mark Markdown would read as its own.

    ``**…**`` stays as emphasis: it is what cleaning leaves of a seed's own.
    Other marks that mean nothing where they stand are left clean (CommonMark
    §2.4; the book's notation is in ``tategumi.markup``).
    """
    parts = _STRONG.split(text)
    parts[::2] = [escape_marks(part) for part in parts[::2]]
    parts[1::2] = [f'**{escape_marks(part)}**' for part in parts[1::2]]
    return escape_head_mark(''.join(parts))


def escape_head_mark(text: str) -> str:
    """``text`` with a backslash before a mark that begins notation at the head of a line."""
    text = _AT_HEAD.sub(r'\\\g<0>', text, count=1) if _AT_HEAD.match(text) else text
    return _NUMBER_AT_HEAD.sub(r'\1\\\2', text, count=1) if _NUMBER_AT_HEAD.match(text) else text


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
    groups = match.groupdict()
    if groups['escaped']:
        return groups['escaped']
    if groups['tcy']:
        return match[0][1:-1]
    if groups['reference']:
        return html.unescape(match[0])
    if groups['span'] and _BARRED_SPAN.fullmatch(match[0]):
        read = _READ_ON_LEFT.fullmatch(groups['span']) if 'ruby-left' in match[0] else None
        return printed_text(read[1] if read else _OF_LINES.sub('', groups['span']))
    for name, form in _FORMS.items():
        if groups[name]:  # It has matched this very form.
            return printed_text(cast(re.Match, form.match(match[0]))[1])
    if groups['formulas']:
        return groups['formulas']
    inside = ('link', 'span', 'emphasised', 'underscored')
    return printed_text(next(filter(None, map(groups.get, inside)), ''))


def without_readings(line: str) -> str:
    """``line`` with the base alone in the place of ruby."""
    return _RUBY.sub(r'\1', line)


def fits_ruby(base: str, *readings: str) -> bool:
    """Whether there is something of each on one line."""
    return all(text.strip() and not _UNFIT.search(text) for text in (base, *readings))


def ruby(base: str, *readings: str) -> str:
    """``base`` with a reading, or one a character; all are text that ``fits_ruby``."""
    return f'{{{"|".join(_IN_RUBY.sub(_ESCAPED, text) for text in (base, *readings))}}}'


def ruby_on_both_sides(word: str, reading: str) -> str:
    """``word``, which is ruby in Markdown, with ``reading`` on its left as well.

    Where the notation has no room for it, the reading stands behind the word in brackets.
    """
    whole = word
    if _OF_CHARACTERS.fullmatch(word):
        # Characters with a reading each are one word here.
        bases, readings = zip(*re.findall(RUBY, word))
        whole = f'{{{"".join(bases)}{"".join(readings)}}}'
    if re.fullmatch(RUBY, whole) and _ON_LEFT.fullmatch(f'{whole}|{reading}'):
        return span(f'{whole}|{reading}', 'ruby-left')
    return f'{word}（{escape_marks(reading)}）'


def bouten(text: str) -> str:
    """``text``, which is Markdown, with emphasis dots."""
    return f'《《{text}》》'


def strong(text: str) -> str:
    """``text``, which is Markdown, emphasised."""
    return f'**{text}**'


def struck(text: str) -> str:
    """``text``, which is Markdown, struck out."""
    return f'~~{text}~~'


def marked(text: str) -> str:
    """``text``, which is Markdown, marked."""
    return f'=={text}=='


def span(text: str, *names: str) -> str:
    """``text``, which is Markdown, as the span of the first of ``names``, with these styles.

    Brackets in it are of spans alone, or stand behind backslashes.
    """
    return f'[{text}]{{{" ".join(f".{name}" for name in names)}}}'


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table of ``rows`` of cells, which are Markdown; the first is its head.

    Rows are filled up to the longest. Bars of cells stand behind backslashes, but those of ruby.
    """
    width = max(map(len, rows), default=0)
    lines = [
        f'| {" | ".join([*map(cell, row), *[""] * (width - len(row))])} |' for row in rows if width
    ]
    return [*lines[:1], f'|{" --- |" * width}', *lines[1:]] if lines else []


def cell(text: str) -> str:
    """The Markdown ``text`` as a cell of a table, on one line, its own bars behind backslashes."""
    line = ' '.join(text.split('\n')).strip()
    return _BAR.sub(lambda match: r'\|' if match['bar'] else match[0], line)
