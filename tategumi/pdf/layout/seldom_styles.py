"""The styles of pseudo-elements that few elements show, computed where one is asked for.

WeasyPrint's own sheet has rules for the markers of lists and for all that notes consist of which
match every element; so of each element WeasyPrint computes six styles more.
"""

from copy import copy
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Any

from weasyprint.css import StyleFor, declaration_precedence

#: Pseudo-elements whose styles WeasyPrint asks for where an element is a list item or a note.
_SELDOM = frozenset(
    ('marker', 'footnote-call', 'footnote-marker', 'note-call', 'note-marker', 'note-callback')
)


@dataclass(eq=False)
class _Part:
    """A style sheet but for its rules of seldom pseudo-elements."""

    matcher: Any
    layers: list[str]


class SeldomStyleFor(StyleFor):
    """Finds styles as WeasyPrint's class does, those of seldom pseudo-elements last."""

    def __init__(
        self, html: Any, sheets: list[Any], hints: bool, font_config: Any, targets: Any
    ) -> None:
        self._html, self._targets = html, targets
        usual = [(_Part(_usual(sheet.matcher), sheet.layers), *more) for sheet, *more in sheets]
        super().__init__(html, usual, hints, font_config, targets)
        # From here on they are asked for the rules of pages.
        self._sheets = sheets

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:
        """The style of ``element``, or of a pseudo-element of it; ``None`` if it has none."""
        if pseudo_type in _SELDOM and (element, pseudo_type) not in self.get_computed_styles():
            self._compute(element, pseudo_type)
        return super().__call__(element, pseudo_type)

    @cached_property
    def _wrappers(self) -> dict[Any, Any]:
        return {each.etree_element: each for each in self._html.wrapper_element.iter_subtree()}

    def _compute(self, element: Any, pseudo_type: str) -> None:
        style: dict[str, Any] = {}
        for sheet, origin, sheet_specificity in self._sheets:
            for specificity, _, matched, rule in sheet.matcher.match(self._wrappers[element]):
                if matched != pseudo_type:
                    continue
                declarations, layer = rule
                order = inf if layer is None else sheet.layers.index(layer)
                for name, values, importance in declarations:
                    precedence = declaration_precedence(origin, importance)
                    weight = precedence, order, sheet_specificity or specificity
                    if name not in style or style[name][1] <= weight:
                        style[name] = values, weight
        cascaded = self.get_cascaded_styles()
        cascaded[element, pseudo_type] = style
        self.set_computed_styles(
            element,
            parent=element,
            root=self._html.etree_element,
            pseudo_type=pseudo_type,
            base_url=self._html.base_url,
            target_collector=self._targets,
        )
        del cascaded[element, pseudo_type]


def _usual(matcher: Any) -> Any:
    """``matcher``, cssselect2's, without the selectors of seldom pseudo-elements."""
    usual = copy(matcher)
    for name, kept in vars(matcher).items():
        if isinstance(kept, dict):
            setattr(usual, name, {key: _kept(entries) for key, entries in kept.items()})
        elif isinstance(kept, list):
            setattr(usual, name, _kept(kept))
    return usual


def _kept(entries: list[Any]) -> list[Any]:
    return [entry for entry in entries if entry[3] not in _SELDOM]
