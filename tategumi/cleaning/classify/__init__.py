"""Which rule of the catalogue names each line of a seed: a step a module, in their order here."""

import re

from ...seed import SeedText
from ...seed.aozora import indents_of, parts_of
from ...seed.links import without_links
from ..characters import mend_mojibake, visible
from ..rules import Catalogue
from .above_heads import name_above_heads
from .author import name_author_below_title
from .beside import name_above_notes, name_below_pictures
from .front_matter import lines_of_front_matter, names_of_front_matter
from .gutenberg import name_gutenberg
from .lists import name_lists
from .markdown import fenced_lines
from .matching import Named, first_match, is_sites, take
from .outside import name_outside
from .page_or_text import own_sentences
from .parts import name_by_part
from .recurring import name_repeats
from .structures import name_items, name_plain_heads, name_structures
from .title import name_title, name_title_again, title_of
from .within import name_above, name_within

__all__ = ['Named', 'fenced_lines', 'name_lines']

_ATTRIBUTES = re.compile(r'\{: [^{}]*\}\s*$')


def name_lines(
    seed: SeedText,
    rules: Catalogue,
    with_title: bool = True,
    bounds: tuple[int, int] | None = None,
) -> list[Named | None]:
    """For each line of ``seed`` the ``Named`` rule that takes it, or ``None`` for prose.

    ``rules`` is a ``Catalogue``. Without ``with_title`` no line is taken for the title.
    ``bounds`` are the first and last line of the main text, where the editor has set them.
    """
    texts = _seen(seed)
    if seed.notation == 'aozora':
        named = [
            name_by_part(rules, *line) for line in zip(texts, parts_of(texts), indents_of(texts))
        ]
        name_plain_heads(rules, texts, named)
        if with_title:
            name_above_heads(rules, texts, named)
        return named
    fenced = fenced_lines(seed)
    front = lines_of_front_matter(seed, texts)
    named = names_of_front_matter(rules, texts[:front])
    named += [
        None if fence else first_match(rules, text, 'anywhere', seed.notation)
        for text, fence in zip(texts[front:], fenced[front:])
    ]
    texts = name_gutenberg(rules, seed, texts, named)
    name_below_pictures(rules, texts, named, fenced, seed.is_html)
    name_repeats(rules, texts, named, fenced)
    claims = name_structures(rules, seed, texts, named, fenced)
    own = frozenset() if seed.is_html else own_sentences(rules, texts, named, fenced)
    untouched = [fence or index in own for index, fence in enumerate(fenced)]
    of_page = [index for index, is_text in enumerate(untouched) if not is_text]
    take(rules, texts, named, of_page, 'on-a-page')
    added = name_outside(rules, texts, named, untouched, bounds, with_title, seed.is_html)
    for index in added:
        # What the editor takes in is text, whatever it looks like.
        found = named[index]
        named[index] = None if found and is_sites(found) else found
        untouched[index] = True
    name_lists(rules, texts, named, untouched)
    name_within(rules, texts, named, untouched, claims, not own)
    if with_title:
        name_title(rules, texts, named, fenced)
        if own:
            name_author_below_title(rules, texts, named, title_of(named))
        # Below the title stand who wrote the text and when.
        name_above(rules, texts, named, untouched, claims, not own)
        name_title_again(rules, texts, named, fenced)
    name_above_notes(rules, texts, named, fenced)
    name_items(rules, seed, texts, named, claims)
    # What notation already says of the line above it, no rule says again.
    return [
        None if found and found.rule.does == 'caption' and _ATTRIBUTES.match(below) else found
        for found, below in zip(named, [*texts[1:], ''])
    ]


def _seen(seed: SeedText) -> list[str]:
    """The text of each line as it was; none of one outside an article, or of what is unseen."""
    return [
        ''
        if line.outside
        else visible(
            mend_mojibake(without_links(line.content) if seed.is_markdown else line.content)
        )
        for line in seed.lines
    ]
