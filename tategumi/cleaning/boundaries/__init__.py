"""Where the main text of a page begins and ends, by evidence that is weighed.

``evidence`` names what speaks for each line, ``model`` says how likely each is to be above the
text or below it, by weights that were learned; ``core`` is the part that nothing cuts, ``span``
cuts where the least loss is to be expected, ``strip`` finds the title and the standfirst above
the text, ``byline`` who wrote it, ``reasons`` says to an editor why a line is outside.
"""

from .boxes import Part, boxes_of
from .byline import Byline, bylines_of
from .profile import profile_below, profile_of
from .reasons import reasons_of
from .span import Span, span_of
from .strip import Strip, below_title, is_standfirst, strip_of

__all__ = [
    'Byline',
    'Part',
    'Span',
    'Strip',
    'below_title',
    'boxes_of',
    'bylines_of',
    'is_standfirst',
    'profile_below',
    'profile_of',
    'reasons_of',
    'span_of',
    'strip_of',
]
