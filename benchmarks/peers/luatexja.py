"""LuaTeX-ja with the class jlreq."""

import re

from ..lines import with_luatexja
from ..page import HEADING_LINES, PAGE, font_file
from .peer import Peer, Work, first_line

_DOCUMENT = r"""\documentclass[tate,paper={%(width)smm,%(height)smm},fontsize=%(size)spt,
  jafontsize=%(size)spt,baselineskip=%(pitch)spt,line_length=%(characters)szw,
  number_of_lines=%(lines)s,head_space=%(head)smm,gutter=%(gutter)smm,
  hanging_punctuation]{jlreq}
\usepackage{luatexja-fontspec}
\usepackage{luatexja-ruby}
\setmainjfont[Path=%(folder)s/,FontIndex=%(index)s]{%(file)s}
\newcommand{\chaptertitle}[1]{\clearpage\noindent\vspace*{%(around)spt}#1\par
  \vspace{%(around)spt}}
\begin{document}
%(text)s
\end{document}
"""
_SPECIAL = re.compile(r'[\\{}$&#^_~%]')


def _version():
    if not first_line('kpsewhich', 'jlreq.cls') or not first_line('kpsewhich', 'luatexja.sty'):
        return None
    engine = first_line('lualatex', '--version')
    return engine and f'{engine.removeprefix("This is ")}, {with_luatexja.version()}'


def _prepare(novel, folder):
    file, face = font_file()
    path, _, name = file.rpartition('/')
    (folder / 'book.tex').write_text(
        _DOCUMENT
        % {
            'width': PAGE.width,
            'height': PAGE.height,
            'size': PAGE.character_size,
            'pitch': PAGE.pitch,
            'characters': PAGE.characters,
            'lines': PAGE.lines,
            'head': PAGE.head,
            'gutter': PAGE.gutter,
            'folder': path,
            'index': face,
            'file': name,
            'around': (HEADING_LINES - 1) / 2 * PAGE.pitch,
            'text': '\n'.join(map(_chapter, novel.chapters)),
        },
        encoding='utf-8',
    )
    return Work(
        ('lualatex', '-interaction=batchmode', '-halt-on-error', 'book.tex'), folder / 'book.pdf'
    )


def _chapter(chapter):
    return '\n\n'.join(
        [rf'\chaptertitle{{{_escaped(chapter.title)}}}', *map(_paragraph, chapter.paragraphs), '']
    )


def _paragraph(parts):
    return ''.join(
        rf'\ltjruby{{{_escaped(text)}}}{{{_escaped(reading)}}}' if reading else _escaped(text)
        for text, reading in parts
    )


def _escaped(text):
    return _SPECIAL.sub(lambda mark: rf'\char{ord(mark[0])}{{}}', text)


PEER = Peer(
    'LuaTeX-ja', '.pdf', _version, _prepare, 'class jlreq, one pass: contents would take a second'
)
