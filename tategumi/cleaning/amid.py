"""Lines that no rule knows by their words, but that stand in the midst of a site's own."""

from .repeats import is_sentence
from .rules import EDGE

#: So many lines of a site's, and no fewer than others, make a block one of the site's;
_LINES = 3
#: so many do where they are twice as many.
_FEWER_LINES = 2
_LONGEST = 40


def blocks_of(texts):
    """``range`` of each run of lines without a blank one between them."""
    start = None
    for index, text in enumerate([*texts, '']):
        if text.strip(EDGE):
            start = index if start is None else start
        elif start is not None:
            yield range(start, index)
            start = None


def _blocks_between_prose(texts, open_lines):
    """The same as lists; where blank lines part every line, from one line of prose to the next.

    What stands above the first line of prose is left out then: any might be the title.
    """
    blocks = [[*block] for block in blocks_of(texts)]
    if any(len(block) > 1 for block in blocks):
        return blocks
    lines, blocks = [index for [index] in blocks], []
    for index in lines:
        if open_lines[index] and is_sentence(texts[index]):
            blocks.append([])
        elif blocks:
            blocks[-1].append(index)
    return [block for block in blocks if block]


def amid_site_lines(texts, sites, open_lines, title):
    """Indexes of the short lines that have lines of the site on both sides in their block.

    ``sites`` and ``open_lines`` tell for each line whether a rule took it for
    the site's, and whether none took it at all; ``title`` is the index of the
    line that gives the title, or ``None``. The last block of a text ends with
    the site; above the title a block is the site's from end to end. Without a
    title, what stands above the prose is not looked at, as one of its lines may
    be one; nor is a block in which an open line reads like prose.
    """
    first = (
        0
        if title is not None
        else next(
            (
                index
                for index, is_open in enumerate(open_lines)
                if is_open and is_sentence(texts[index])
            ),
            len(texts),
        )
    )
    blocks, found = _blocks_between_prose(texts, open_lines), []
    for block in blocks:
        unknown = [index for index in block if open_lines[index]]
        known = [index for index in block if sites[index]]
        is_sites = len(known) >= max(_LINES, len(unknown)) or len(known) >= max(
            _FEWER_LINES, 2 * len(unknown)
        )
        if (
            not is_sites
            or len(known) + len(unknown) < len(block)
            or any(is_sentence(texts[index]) for index in unknown)
        ):
            continue
        is_above = title is not None and block[-1] < title
        begin = block[0] if is_above else known[0]
        end = block[-1] if is_above or block is blocks[-1] else known[-1]
        found += [
            index
            for index in unknown
            if index >= first and begin <= index <= end and len(texts[index]) <= _LONGEST
        ]
    return found
