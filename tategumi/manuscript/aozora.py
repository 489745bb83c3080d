"""青空文庫 notation as the notation of the manuscript."""

import re
from itertools import groupby

from ..escape import escape_head_mark, escape_marks
from ..seed.aozora import runs_of

# Marks that the manuscript's ruby notation would read as its own.
_UNFIT = re.compile(r'[{}|\\`]')


def markdown_of(line):
    """A line of 青空文庫 notation as Markdown: ruby, bouten and strong, the rest as text."""
    parts = []
    for (bouten, strong), runs in groupby(
            runs_of(line), lambda run: (run.bouten, run.strong)):
        text = ''.join(map(_ruby, runs))
        text = f'**{text}**' if strong else text
        if bouten and parts and parts[-1].endswith('《'):
            parts[-1] = f'{parts[-1][:-1]}\\《'
        parts.append(f'《《{text}》》' if bouten else text)
    return escape_head_mark(''.join(parts))


def _ruby(run):
    if not run.reading:
        return escape_marks(run.text)
    if _UNFIT.search(run.text + run.reading):
        return escape_marks(f'｜{run.text}《{run.reading}》')
    return f'{{{run.text}|{run.reading}}}'
