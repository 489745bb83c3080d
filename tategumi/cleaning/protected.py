"""Protects parts of a line from rules: addresses, code, notation."""

import re
from collections.abc import Container, Sequence
from itertools import chain

from ..notation import RUBY
from ..seed.pictures import PICTURE
from .calls import CALL
from .changes import Edit

_FIRST, _LAST = 0xF0000, 0xFFFFD
#: The stand-in characters, as the inside of a regular expression's class.
STAND_INS = '\U000f0000-\U000ffffd'
_STAND_IN = re.compile(f'[{STAND_INS}]')


# Behind an address, and behind that of a link by reference (CommonMark §4.7, §6.3).
_TITLE = r"""(?:[ ]+(?:"[^"]*"|'[^']*'))?[ ]*"""
_ADDRESS = r'(?:https?:|mailto:|\#)'


def _pattern(target: str, other: str) -> re.Pattern[str]:
    # A stand-in character of the seed's own is protected like the rest, so that
    # putting back never confuses it with ours.
    return re.compile(
        rf"""{other}https?://[!-~]*[\w/]
          | `[^`]+`
          | (?<=\])\({target}\)
          | {RUBY}
          | (?P<call>{CALL})
          | [{STAND_INS}]+""",
        re.VERBOSE | re.ASCII,
    )


_PATTERNS = {
    'plain': _pattern(r'[^()\s]*', ''),
    # Only links that a book may hold are kept.
    'markdown': _pattern(rf'{_ADDRESS}(?:[^()\s]|\([^()\s]*\))*{_TITLE}', f'{PICTURE.pattern}|'),
    # Readings, and the mark where their base begins.
    'novel': _pattern(r'[^()\s]*', r'《[^《》]*》|[｜|]|'),
    # The same and notes.
    'aozora': _pattern(r'[^()\s]*', r'［＃(?:[^［］]|［[^［］]*］)*］|《[^《》]*》|｜|'),
}
_LINE_HEAD = re.compile(
    rf'\s{{0,3}}\[(?!\^)[^\[\]]+\]:[ ]*<?{_ADDRESS}\S*{_TITLE}$'
    r'|\s*(?:>\s*)*(?:[-*+:]|\d+\.|>|\[\^?[^\]]+\]:)(?:\s+\[[ xX]\](?=\s))?(?:\s+|$)'
    r'|\s*(?:>\s*)+#{1,6}\s+'
    r'|\s{4,}|\s*\|.*\|\s*$'
)


def begins_notation(text: str) -> bool:
    """Whether a line of Markdown begins an item, a quotation, a note, a table or code."""
    return bool(_LINE_HEAD.match(text))


def protect(
    text: str,
    notation: str = 'plain',
    pictures: Container[str] = frozenset(),
    calls: Container[str] = frozenset(),
) -> tuple[str, list[str]]:
    """``text`` with a stand-in character for each protected part, and those parts.

    In Markdown the mark at the head of a line (list, quotation, note, table)
    is such a part too, and so is a picture whose address is in ``pictures``;
    in 青空文庫 notation and that of web novels, ruby and notes; everywhere the ``calls`` of notes.
    """
    head = _LINE_HEAD.match(text) if notation == 'markdown' else None
    start = head.end() if head else 0
    kept: list[str] = []
    parts: list[str] = []
    done = 0
    for match in chain([head] if head else [], _PATTERNS[notation].finditer(text, start)):
        if match is not head and (
            match[0].startswith('![')
            and match['source'] not in pictures
            or match['call']
            and match[0] not in calls
        ):
            continue
        # When there are no more stand-ins, the rest is one part.
        end = match.end() if len(parts) < _LAST - _FIRST else len(text)
        kept += [text[done : match.start()], chr(_FIRST + len(parts))]
        parts.append(text[match.start() : end])
        done = end
        if done == len(text):
            break
    return ''.join(kept) + text[done:], parts


def restore(text: str, parts: Sequence[str]) -> str:
    """The text with its protected parts back in place."""
    if not parts:
        return text
    return _STAND_IN.sub(lambda match: parts[ord(match[0]) - _FIRST], text)


def restored(edits: tuple[Edit, ...], text: str, parts: Sequence[str]) -> tuple[Edit, ...]:
    """``edits`` of a ``text`` with stand-ins as edits of the text with its parts in place."""
    if not parts:
        return edits
    made, ahead, longer = [], _STAND_IN.finditer(text), 0
    stand_in = next(ahead, None)
    for edit in edits:
        while stand_in and stand_in.start() < edit.start:
            longer += len(parts[ord(stand_in[0]) - _FIRST]) - 1
            stand_in = next(ahead, None)
        made.append(Edit(edit.start + longer, restore(edit.old, parts), restore(edit.new, parts)))
    return tuple(made)
