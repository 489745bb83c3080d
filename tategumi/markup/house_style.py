"""House style put upon marked-up text."""

import re

from ..settings import Settings
from .figures import figures, marks_in_numbers
from .latin import acronyms, phrases
from .marks import dividing_spaces, marks
from .passage import OBJECT, Run, passages
from .xhtml import Element

_LINE_END = re.compile(r'[ \t]*\n[ \t\n]*')


def dress(root: Element, settings: Settings) -> None:
    """Set figures, acronyms and marks below ``root`` (an XHTML element) by the house style.

    In horizontal writing nothing needs setting upright or side by side. Code,
    ruby readings and what the editor has set already stay as they are.
    Dressing dressed text changes nothing.
    """
    house, vertical = settings.house_style, settings.writing == 'vertical'
    if house.dividing_space == 'em':
        for passage in passages(root):
            passage.set(dividing_spaces(passage.text))
    policy = house.figures if vertical or house.figures != 'upright' else 'half-width'
    for passage in passages(root):
        latin = phrases(passage.text)
        runs = figures(passage.text, latin, policy)
        runs += acronyms(latin, passage.text, house.acronyms if vertical else 0)
        found = marks(passage.text, settings.writing)
        if vertical:
            found += marks_in_numbers(passage.text, policy)
        runs += [
            mark
            for mark in found
            if not any(run.start < mark.end and mark.start < run.end for run in runs)
        ]
        if not vertical:
            runs = [run if run.form == 'sideways' else run._replace(form='') for run in runs]
        passage.set(sorted(runs, key=lambda run: run.start))


def join_lines(root: Element) -> None:
    """Take the line ends of the source out of the text below ``root``.

    Between Latin text on both sides a line end is a space; Japanese has none
    (CSS Text 3 §4.1.3, segment break transformation).
    """
    if not root.xpath('.//text()[contains(., "\n")]'):
        return
    for passage in passages(root):
        text = passage.text
        passage.set(
            [
                Run(m.start(), m.end(), ' ' if _is_latin_on_both_sides(text, m) else '')
                for m in _LINE_END.finditer(text)
            ]
        )


def _is_latin_on_both_sides(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return all(side and side != OBJECT and side < '\u2000' for side in (before, after))
