"""Tables and formulas right below a paragraph, or with one right below them.

Python-Markdown knows blocks by the blank lines between them. Editors know a table by its bars
(GitHub Flavored Markdown §4.10), a formula by ``$$`` on lines of their own.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown.core import Markdown
from markdown.preprocessors import Preprocessor

from ..lazy import lazy_pattern
from ..messages import Message
from .fault import Remark
from .latin import is_japanese
from .pieces import is_mark, is_table, may_rule_table

_SPACE = re.compile(r'(?:[ ]*>[ ]?)*[ ]*')
_QUOTE = re.compile(r'(?:[ ]*>[ ]?)*')
_ITEM = r'[ ]*(?:[-+*]|\d{1,9}[.)]|:|\[\^[^\[\]\s]+\]:)[ ]+'
#: What an item, a definition or a note begins with that begins with a formula.
_MARKS = lazy_pattern(rf'(?:{_ITEM})+(?=\$\$)')
_BEGINS_ITEM = lazy_pattern(_ITEM)
#: A formula of more lines is none: its end was forgotten.
_LONGEST = 40


def register(md: Markdown, remarks: list[Remark]) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) where such blocks begin and end.

    ``remarks`` tell of formulas that are none.
    """
    apart = _Apart(md)
    apart.remarks = remarks
    md.preprocessors.register(apart, 'apart', 18.3)


class _Apart(Preprocessor):
    remarks: list[Remark]

    def run(self, lines: list[str]) -> list[str]:
        if not any('$$' in line or may_rule_table(line) for line in lines):
            return lines
        made: list[str] = []
        place = 0
        while place < len(lines):
            quote = _QUOTE.match(lines[place])[0].rstrip()  # type: ignore[index]
            block, end = self._block(lines, place, quote)
            if block:
                is_item = _BEGINS_ITEM.match(_inside(block[0], quote))
                if made and _inside(made[-1], quote).strip() and not is_item:
                    made.append(quote)
                made += block
                below = _inside(lines[end], quote) if end < len(lines) else ''
                if below.strip() and not (is_item and _BEGINS_ITEM.match(below)):
                    made += [] if is_mark(lines[end]) else [quote]
            else:
                made.append(lines[place])
            place = end
        return made

    def _block(self, lines: Sequence[str], start: int, quote: str) -> tuple[list[str], int]:
        """The lines of the table or formula that begins at ``start``, and the place behind it."""
        end = _end_of_table(lines, start, quote)
        if end:
            return list(lines[start:end]), end
        formula = _formula(lines, start, quote)
        if formula is None:
            return [], start + 1
        source, end = formula
        if is_japanese(source):
            line = lines[start].strip()
            message = Message(
                'a formula holds nothing Japanese; what "{line}" begins stays text', line=line
            )
            self.remarks.append(Remark((line,), message))
            return [], start + 1
        box = etree.Element('div', {'class': 'formula'})
        etree.SubElement(box, 'math', {'source': source.strip(), 'display': 'block'})
        # Nothing in it is read as notation; it is put in where code is.
        before = _SPACE.match(lines[start])[0]  # type: ignore[index]
        marks = _MARKS.match(lines[start], len(before))
        before += marks[0] if marks else ''
        return [f'{before}{self.md.htmlStash.store(box)}'], end


def _inside(line: str, quote: str) -> str:
    """``line`` within the quotation that ``quote`` marks; ``''`` where it is outside of it."""
    before = _QUOTE.match(line)[0]  # type: ignore[index]
    return line[len(before) :] if before.count('>') >= quote.count('>') else ''


def _end_of_table(lines: Sequence[str], start: int, quote: str) -> int | None:
    """Behind the last row of the table that begins at ``start``; ``None`` where none does."""
    inside = [_inside(line, quote) for line in lines[start : start + 2]]
    if not is_table(inside):
        return None
    has_bars = inside[0].lstrip().startswith('|')
    end = start + 2
    while end < len(lines):
        row = _inside(lines[end], quote)
        if not (row.lstrip().startswith('|') if has_bars else '|' in row):
            break
        end += 1
    return end


def _formula(lines: Sequence[str], start: int, quote: str) -> tuple[str, int] | None:
    """The source of the formula that begins at ``start``, and the place behind its last line."""
    line = _inside(lines[start], quote)
    marks = _MARKS.match(line)
    source = line[marks.end() if marks else 0 :].strip()
    if not source.startswith('$$'):
        return None
    source = source[2:]
    for end in range(start + 1, min(start + _LONGEST, len(lines)) + 1):
        within, mark, behind = source.partition('$$')
        if mark:
            return (within, end) if within.strip() and not behind else None
        line = _inside(lines[end], quote).rstrip() if end < len(lines) else ''
        if not line:
            return None
        source = f'{source}\n{line}'
    return None
