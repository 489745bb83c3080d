"""Whether one of many patterns may match a whole line, found out at once."""

import re
from collections.abc import Iterable

_FLAGS = re.compile(r'\(\?([aimsx]+)\)')
_NAME = re.compile(r'\(\?P<\w+>')
#: Patterns joined have other numbers for their groups.
_REFERENCE = re.compile(r'\\[1-9]|\(\?P=')


#: Nobody has to be quick on more.
_LONGEST = 400


class AnyLine:
    """Patterns of ``re`` as one, without their groups."""

    def __init__(self, patterns: Iterable) -> None:
        joined = []
        self._others = []
        for pattern in patterns:
            if isinstance(pattern, re.Pattern) and not _REFERENCE.search(pattern.pattern):
                flags = _FLAGS.match(pattern.pattern)
                bare = _NAME.sub('(?:', pattern.pattern[flags.end() if flags else 0 :])
                joined.append(f'(?{flags[1] if flags else ""}:{bare})')
            else:
                self._others.append(pattern)
        self._joined = re.compile('|'.join(joined)) if joined else None

    def may_match(self, text: str) -> bool:
        """Whether one of the patterns may match all of ``text``; a long one is not looked at."""
        return (
            len(text) > _LONGEST
            or bool(self._joined and self._joined.fullmatch(text))
            or any(pattern.fullmatch(text) for pattern in self._others)
        )
