"""What reading a line as Markdown does, in the words of a rule."""

from ..messages import Message
from ..seed import SeedLine, SeedText
from ..underlined import rank_of_underline

_BLOCK = 'aozora-block'
_ELEMENTS = {True: 'html-element', False: 'bbcode-tag'}
_UNDERLINED = 'underlined-head'
_MARKUP = {
    True: ('html-markup', Message('tags, scripts and space of the page, which print nothing')),
    False: ('bbcode-markup', Message('tags of the forum, which print nothing')),
}
_UNDERLINE = ('underline-of-a-head', Message('it underlines the head above it'))
_OUTSIDE = (
    'outside-article',
    Message('it is not of the article, by its block, links and the page itself'),
)


def reading(seed: SeedText, line: SeedLine) -> str:
    """The name of what made Markdown of ``line``, a line of ``seed``."""
    below = seed.lines[line.number : line.number + 1]
    if below and _is_underline(below[0]):
        return _UNDERLINED
    return _BLOCK if seed.notation == 'aozora' else _ELEMENTS[not seed.has_bbcode]


def why_unprinted(seed: SeedText, line: SeedLine) -> tuple[str, Message]:
    """The name of what left ``line`` out where it says nothing in Markdown, and why."""
    if line.outside:
        return _OUTSIDE
    return _UNDERLINE if _is_underline(line) else _MARKUP[not seed.has_bbcode]


def _is_underline(line: SeedLine) -> bool:
    return line.markdown == '' and rank_of_underline(line.text) > 0
