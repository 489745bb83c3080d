"""Character references."""

import html
import re

_DECIMAL = re.compile('&#0*+([0-9]+)')
#: As many digits as the largest character's number has.
_MOST = 7


def resolved(text: str) -> str:
    """``text`` with its character references as characters (HTML Standard §13.2.5.72).

    What is beyond Unicode is U+FFFD; Python reads no number of thousands of digits.
    """
    return html.unescape(_DECIMAL.sub(_within_reach, text))


def _within_reach(match: re.Match[str]) -> str:
    return '&#x110000' if len(match[1]) > _MOST else f'&#{match[1]}'
