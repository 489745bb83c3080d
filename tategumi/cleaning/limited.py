"""Regular expressions of an editor's rules, matched under a time limit.

A pattern of a few characters can backtrack for years on a line of thirty. ``re`` cannot be
stopped; ``regex``, which reads the same patterns, can. RE2 needs no limit, but knows
neither lookaround nor references, which rules use.
"""

import re
import time
import warnings
from collections.abc import Callable
from functools import partial
from math import prod
from typing import Any, TypeVar

import regex

from ..errors import BadRule, Place

_T = TypeVar('_T')

#: In seconds of processor time: what a pattern may take in all, and for each character
#: that it is tried on. Those of the press take a hundredth of that.
_FIRST, _PER_CHARACTER = 1.0, 2e-5
#: Elements a pattern may have, its repetitions written out as ``regex`` does.
_LARGEST = 300_000
_REPEATED = re.compile(r'\{(\d+)')


def replacements(
    pattern: Any, replacement: str, text: str, **limit: float
) -> list[tuple[int, str, str]]:
    """``(start, old, new)`` of each match of ``pattern`` in ``text``, as ``sub`` has it."""
    return [
        (match.start(), match[0], match.expand(replacement))
        for match in pattern.finditer(text, **limit)
    ]


class LimitedPattern:
    """A compiled pattern as ``re`` has it, as far as rules need it.

    ``place`` and ``name`` are those of its rule. What takes too long raises ``BadInput``
    there. Compiling it raises ``BadInput`` for what is no pattern, and one too large.
    """

    def __init__(self, pattern: str, place: Place, name: str) -> None:
        self.pattern, self.place, self.name = pattern, place, name
        self._left = _FIRST
        repeated = prod(int(count[:9]) or 1 for count in _REPEATED.findall(pattern))
        if len(pattern) * repeated > _LARGEST:
            raise BadRule(
                place, '{name}: its pattern is too large, repetitions written out', name=name
            )
        try:
            with warnings.catch_warnings():
                # Of what may mean something else one day.
                warnings.simplefilter('ignore')
                re.compile(pattern)
                self._compiled = regex.compile(pattern)
        except RecursionError as error:
            raise BadRule(place, '{name}: its pattern is nested too deep', name=name) from error
        except (re.error, regex.error, IndexError, OverflowError, ValueError) as error:
            raise BadRule(
                place, '{name}: not a regular expression: {error}', name=name, error=error
            ) from error
        self.groupindex = self._compiled.groupindex

    def fullmatch(self, text: str) -> Any:
        """The match on all of ``text``, or ``None``."""
        return self._watched(self._compiled.fullmatch, text)

    def search(self, text: str) -> Any:
        """The first match in ``text``, or ``None``."""
        return self._watched(self._compiled.search, text)

    def replacements(self, replacement: str, text: str) -> list[tuple[int, str, str]]:
        """As the function ``replacements`` has them."""
        return self._watched(partial(replacements, self._compiled), text, replacement)

    def _watched(self, apply: Callable[..., _T], text: str, *before: str) -> _T:
        self._left += len(text) * _PER_CHARACTER
        start = time.process_time()
        try:
            return apply(*before, text, timeout=max(self._left, 0.001))
        except TimeoutError as error:
            raise BadRule(
                self.place,
                '{name}: its pattern takes too long, at last on "{text}"',
                name=self.name,
                text=text[:40],
            ) from error
        except (re.error, regex.error, IndexError) as error:
            raise BadRule(
                self.place,
                '{name}: its "replacement" does not fit: {error}',
                name=self.name,
                error=error,
            ) from error
        finally:
            self._left -= time.process_time() - start
