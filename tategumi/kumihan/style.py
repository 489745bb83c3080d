"""What a house may choose in composing a paragraph."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CompositionStyle:
    """``justify``: full lines fill the measure exactly; otherwise lines keep
    their natural lengths. ``hanging``: full stops and commas may hang below the
    line end (JLReq §3.8.2). ``strict_line_start``: small kana and ー may not
    begin a line either (JLReq appendix C, addendum). ``by_paragraph``: line ends
    are chosen over the whole paragraph; otherwise line by line, and no line
    depends on what comes after the next. ``ends``: the items after which alone
    lines may end; ``None``: after all that JLReq lets them end after.
    """

    justify: bool = True
    hanging: bool = True
    strict_line_start: bool = False
    by_paragraph: bool = True
    ends: frozenset | None = None
