"""Writes the tables of the docs that are made of the code: ``make tables``.

A table stands between ``<!-- table: NAME -->`` and ``<!-- end of table -->``.
"""

import re
from pathlib import Path

from tategumi.page.papers import PAPERS
from tategumi.settings.table import settings_table

DOCS = Path(__file__).parent

_TABLE = re.compile(r'(<!-- table: ([a-z-]+) -->\n).*?(?=<!-- end of table -->)', re.S)


def papers_table() -> str:
    """A row for every paper, with its figures."""
    rows = [
        '| `page` | paper, mm | character, pt | characters a line | lines a page | line gap, pt '
        '| head, mm | gutter, mm | running head, pt |',
        '| --- ' * 9 + '|',
    ]
    for name, page in PAPERS.items():
        figures = (
            page.character_size,
            page.characters,
            page.lines,
            page.line_gap,
            page.head,
            page.gutter,
            page.running_head,
        )
        told = ' | '.join(f'{figure:g}' for figure in figures)
        rows.append(f'| `{name}` | {page.width:g} × {page.height:g} | {told} |')
    return '\n'.join(rows) + '\n'


#: The tables by name.
TABLES = {'papers': papers_table, 'settings': settings_table}


def written(text: str) -> str:
    """``text``, a page of the docs, with its tables as they are now."""
    return _TABLE.sub(lambda match: match[1] + TABLES[match[2]](), text)


if __name__ == '__main__':
    for path in sorted(DOCS.glob('*.md')):
        text = path.read_text(encoding='utf-8')
        if written(text) != text:
            path.write_text(written(text), encoding='utf-8')
            print(path)
