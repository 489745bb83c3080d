"""Figures that code reckons with stand in the press's style sheets alone; here they are read."""

from functools import cache
from typing import Any

import tinycss2

from ..files import text_of
from . import STYLES


@cache
def sheet_figure(sheet: str, selector: str, name: str) -> float:
    """The number that ``sheet`` (``pdf.css``) gives property ``name`` for ``selector``.

    The last one that a rule with just that selector, or with it in a list, declares; its
    unit is left to the caller. Raises ``LookupError`` where there is none.
    """
    figures = [
        token.value
        for rule in _rules(sheet)
        if selector in _selectors(rule)
        for declaration in tinycss2.parse_blocks_contents(rule.content)
        if declaration.type == 'declaration' and declaration.name == name
        for token in declaration.value
        if token.type in ('number', 'dimension', 'percentage')
    ]
    if not figures:
        raise LookupError(f'{sheet} says no {name} of {selector}')
    return figures[-1]


@cache
def _rules(sheet: str) -> Any:
    rules = tinycss2.parse_stylesheet(text_of(STYLES / sheet), True, True)
    return [rule for rule in rules if rule.type == 'qualified-rule']


def _selectors(rule: Any) -> Any:
    """The selectors of a list; those within ``:is()`` are no items of it."""
    selectors: list[list[Any]] = [[]]
    for token in rule.prelude:
        if token == ',':
            selectors.append([])
        else:
            selectors[-1].append(token)
    return [tinycss2.serialize(tokens).strip() for tokens in selectors]
