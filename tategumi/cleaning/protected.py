"""Parts of a line whose characters must stay as they are: addresses, code, notation."""

import re

_FIRST = 0xF0000
#: The stand-in characters, as the inside of a regular expression's class.
STAND_INS = '\U000F0000-\U000FFFFD'
# A stand-in character of the seed's own is protected like the rest, so that
# putting back never confuses it with ours.
_PROTECTED = re.compile(
    rf'''https?://[!-~]*[\w/]
      | `[^`]+`
      | (?<=\])\([^()\s]*\)
      | \{{[^{{}}|]+(?:\|[^{{}}|]*)+\}}
      | [{STAND_INS}]+''', re.VERBOSE | re.ASCII)
_LINE_HEAD = re.compile(r'\s*(?:[-*+]|\d+\.|>|\[\^?[^\]]+\]:)(?:\s+|$)|\s{4,}|\s*\|.*\|\s*$')


def begins_notation(text):
    """Whether a line of Markdown begins an item, a quotation, a note, a table or code."""
    return bool(_LINE_HEAD.match(text))


# Notes, readings and the mark where their base begins.
_AOZORA = re.compile(
    rf'{_PROTECTED.pattern}|［＃(?:[^［］]|［[^［］]*］)*］|《[^《》]*》|｜', _PROTECTED.flags)


def protect(text, notation='plain'):
    """``text`` with a stand-in character for each protected part, and those parts.

    In Markdown the mark at the head of a line (list, quotation, note, table)
    is such a part too; in 青空文庫 notation, ruby and notes.
    """
    pattern = _AOZORA if notation == 'aozora' else _PROTECTED
    parts = []

    def stand_in(match):
        parts.append(match.group())
        return chr(_FIRST + len(parts) - 1)

    head = _LINE_HEAD.match(text) if notation == 'markdown' else None
    if head:
        rest = pattern.sub(stand_in, text[head.end():])
        return stand_in(head) + rest, parts
    return pattern.sub(stand_in, text), parts


def restore(text, parts):
    """The text with its protected parts back in place."""
    return re.sub(
        f'[{STAND_INS}]', lambda match: parts[ord(match.group()) - _FIRST], text)
