"""青空文庫 notation: the plain text with notes of Aozora Bunko.

https://www.aozora.gr.jp/annotation/ is the source of every form read here.
``parts`` tells title, legend, text and colophon apart, ``indents`` says where lines
stand, ``runs`` reads ruby and emphasis within a line by what ``notes`` say, ``blocks`` and
``pictures`` what whole lines say, ``characters`` gives the characters that the notation spells
out. What becomes of each note is in docs/aozora.md.
"""

from .blocks import UNENDED, lines_as_markdown
from .characters import compose_accents, resolve_gaiji
from .indents import Indent, indents_of
from .parts import is_aozora, parts_of
from .pictures import sources_of
from .runs import Run, runs_of

__all__ = [
    'UNENDED',
    'Indent',
    'Run',
    'compose_accents',
    'indents_of',
    'lines_as_markdown',
    'is_aozora',
    'parts_of',
    'resolve_gaiji',
    'runs_of',
    'sources_of',
]
