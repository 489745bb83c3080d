"""Pages of a text taken at random, as the lines on them."""

import re
from random import Random

from . import ours
from .line import Setting

_WESTERN = re.compile('[ -~À-ɏ]')

#: Makes the same pages each time.
_SEED = 17


def sampled(paragraphs, paper, count):
    """``(paragraphs, pages)``: those with a line on one of ``count`` pages of ``paper``.

    Paragraphs with Western words, which each takes from a font of its own, are left out.
    A page is as many lines of ``paragraphs`` as it holds, as this press sets them. ``pages`` has
    for each paragraph the ranges of its characters, ``(start, end)``, that are on one.
    """
    lines = [
        (number, line)
        for number, composed in enumerate(ours.lines_of(paragraphs, Setting(paper.characters)))
        for line in composed
    ]
    starts = Random(_SEED).sample(range(0, len(lines) - paper.lines, paper.lines), count)
    found = {}
    for start in sorted(starts):
        for number, line in lines[start : start + paper.lines]:
            if _WESTERN.search(paragraphs[number]):
                continue
            found.setdefault(number, []).append((line.start, line.end))
    return [paragraphs[number] for number in found], [*found.values()]


def on_pages(lines, pages):
    """Of the lines of each paragraph those that begin on one of its ``pages`` (``sampled``)."""
    return [
        [line for line in composed if any(start <= line.start < end for start, end in ranges)]
        for composed, ranges in zip(lines, pages)
    ]
