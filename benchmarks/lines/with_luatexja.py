"""Lines by LuaTeX-ja with the class jlreq, out of its own node lists."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from .line import PeerLine

_LINES = Path(__file__).with_name('luatexja_lines.lua')
_DOCUMENT = r"""\documentclass[tate,paper=a4,landscape,fontsize=10pt,jafontsize=10pt,
  line_length=%(measure)dzw,number_of_lines=30%(hanging)s]{jlreq}
\directlua{dofile('lines.lua')}
\begin{document}
\typeout{em \number\dimexpr 1\zw\relax}
\setlength{\parindent}{1\zw}
%(text)s
\end{document}
"""


def lines_of(paragraphs, setting):
    """For each paragraph (``str``) its list of ``PeerLine``.

    jlreq has but one level of line-start prohibition, that of JLReq's table 2.
    Raises ``CalledProcessError`` if TeX fails, ``RuntimeError`` if its lines do not hold
    the text.
    """
    document = _DOCUMENT % {
        'measure': setting.measure,
        'hanging': ',hanging_punctuation' if setting.hanging else '',
        # Of the two dashes it knows only U+2014 as inseparable.
        'text': '\n\n'.join(paragraphs).replace('―', '—'),
    }
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        shutil.copy(_LINES, folder / 'lines.lua')
        (folder / 'text.tex').write_text(document, encoding='utf-8')
        subprocess.run(
            ['lualatex', '-interaction=batchmode', '-halt-on-error', 'text.tex'],
            cwd=folder,
            check=True,
            capture_output=True,
        )
        log = (folder / 'text.log').read_text(encoding='utf-8', errors='replace')
        rows = (folder / 'lines.txt').read_text(encoding='utf-8')
    em = int(re.search(r'^em (\d+)', log, re.MULTILINE)[1])
    blocks = [block.splitlines() for block in rows.split('paragraph\n')[1:]]
    if len(blocks) != len(paragraphs):
        raise RuntimeError(f'{len(paragraphs)} paragraphs went in, {len(blocks)} came out')
    return [_lines(*block, em) for block in zip(paragraphs, blocks)]


def _lines(text, rows, em):
    shown = [offset for offset, character in enumerate(text) if character != '　']
    lines, start, count = [], 0, 0
    for row in rows:
        positions = [int(position) / em for position in row.split()]
        offsets = shown[count : count + len(positions)]
        count += len(positions)
        # The space after ！ and ？ is glue in TeX, and goes with the line before.
        end = shown[count] if count < len(shown) else len(text)
        if positions:
            lines.append(PeerLine(start, end, dict(zip(offsets, positions))))
            start = end
    if count != len(shown):
        raise RuntimeError(f'{len(shown)} characters went in, {count} came out: {text[:20]}')
    return lines


def version():
    """The versions of LuaTeX-ja and of jlreq."""
    found = []
    for name, pattern in (
        ('luatexja.sty', r'\\def\\LuaTeXjaversion\{([\d.]+)\}'),
        ('jlreq.cls', r'\\ProvidesClass\{jlreq\}\[([\d/]+)'),
    ):
        path = subprocess.run(
            ['kpsewhich', name], check=True, capture_output=True, text=True
        ).stdout.strip()
        text = Path(path).read_text(encoding='utf-8')
        found.append(f'{name} {re.search(pattern, text)[1]}')
    return ', '.join(found)
