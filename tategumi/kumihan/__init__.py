"""Line composition by JLReq: classes and lengths in, lines with placements out.

Knows no fonts, no files but its own tables, and no page. Lengths are in any
one unit (the PDF side uses CSS px); a character's size is its em in it.

``classes``     which JLReq class a character is of (appendix A)
``tables``      JLReq's tables, as data, and reading them
``spacing``     the space between two classes and how far it gives (B, D, E)
``orientation`` which characters stand upright, which are turned (UAX #50)
``breaks``      where a line may end (C, §3.1.7–3.1.10)
``together``    figures with signs and units, half-width marks: what no line parts
``paragraph``   what a paragraph is made of
``ruby``        readings beside their base (§3.3)
``overhang``    what readings lie over beside their word, and room for them (§3.3.8)
``sharing``     the space between a reading and its base (§3.3.6)
``jukugo``      readings of one word over one another's characters (appendix F)
``warichu``     notes in two small lines within the line (§3.4)
``adjustment``  filling a line to the measure, stage by stage (§3.8)
``filling``     what a line costs that ends at an item, and where its items stand
``compose``     the choice of line ends, over the whole paragraph or line by line
``recount``     a paragraph in one line more or less (for the ends of chapters)
``ladder``      what was done to a composed line, for those who look at it
"""

from .classes import class_of
from .compose import balanced, by_phrase, compose
from .filling import Line
from .overhang import OVERHANGS, fit_ruby
from .paragraph import CompositionStyle, Paragraph
from .recount import Recounted, recounted
from .ruby import Reading, Ruby
from .sharing import spread
from .warichu import Warichu

__all__ = [
    'OVERHANGS',
    'CompositionStyle',
    'Line',
    'Paragraph',
    'Reading',
    'Recounted',
    'Ruby',
    'Warichu',
    'balanced',
    'by_phrase',
    'class_of',
    'compose',
    'fit_ruby',
    'recounted',
    'spread',
]
