"""CSS properties that WeasyPrint does not know, renamed before it sees a sheet."""

import re

#: CSS Writing Modes 4, Text 4, Text Decoration 4 and Ruby 1, with what these say in drafts
#: (``text-spacing``) or in other words (``ruby-overhang``), and ``last-line-characters``. All
#: inherit, as custom properties do.
PROPERTIES = (
    'text-combine-upright',
    'text-orientation',
    'text-emphasis-style',
    'text-emphasis-position',
    'ruby-position',
    'baseline-shift',
    'hanging-punctuation',
    'line-break',
    'text-wrap',
    'text-spacing-trim',
    'text-spacing',
    'text-underline-position',
    'ruby-merge',
    'ruby-align',
    'ruby-overhang',
    'last-line-characters',
    'word-break',
)

_DECLARATION = re.compile(rf'(?<![\w-])({"|".join(PROPERTIES)})(\s*:)')
_EMPHASIS = re.compile(r'(?<![\w-])text-emphasis(\s*:)')
_FOREIGN = re.compile(r'(?<=[;{\s])(?:-webkit-|-epub-|writing-mode)[\w-]*\s*:[^;}]*;?')
# One that is not closed goes on to the end (CSS Syntax 3 §4.3.2).
_COMMENT = re.compile(r'/\*.*?(?:\*/|\Z)', re.S)


def vertical_css(text: str) -> str:
    """The sheet ``text`` with this package's properties as custom ones.

    Prefixed forms and ``writing-mode`` are left out: the whole page is
    vertical, and WeasyPrint would warn of each.
    """
    text = _FOREIGN.sub('', _COMMENT.sub('', text))
    text = _EMPHASIS.sub(r'text-emphasis-style\1', text)
    return _DECLARATION.sub(r'--\1\2', text)
