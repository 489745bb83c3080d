"""Emphasis that works beside Japanese, where no space parts words.

Python-Markdown's own asks what stands beside the marks; here only the inside
counts: it may not begin or end with a space.
"""

import re
import xml.etree.ElementTree as etree

from markdown.core import Markdown
from markdown.inlinepatterns import InlineProcessor

# No pattern looks beyond the next marks of its kind, or a long text of them takes long.
_STAR_STAR_STAR = r'(?<!\*)\*{3}(?=[^\s*])((?:(?!\*{3}(?!\*)).)+)(?<=[^\s*])\*{3}(?!\*)'
# Emphasis that strong emphasis follows at once; strong emphasis with whole emphasis in it.
_STAR_BEFORE = r'(?<!\*)\*(?=[^\s*])([^*]*)(?<=[^\s*])\*(?=\*\*[^\s*])'
_STAR_STAR_WHOLE = (
    r'(?<!\*)\*{2}(?=[^\s*])((?:[^*]|(?<!\*)\*(?=[^\s*])[^*]*(?<=[^\s*])\*(?!\*))+)(?<=\S)\*{2}'
)
_STAR_STAR = r'(?<!\*)\*{2}(?=\S)((?:(?!\*{2}(?!\*)).)+)(?<=\S)\*{2}(?!\*)'
_STAR = r'(?<!\*)\*(?=[^\s*])([^*]*)(?<=[^\s*])\*(?!\*)'
_LINE_LINE = r'(?<![\w_])__(?=[^\s_])([^_]*)(?<=[^\s_])__(?![\w_])'
_LINE = r'(?<![\w_])_(?=[^\s_])([^_]*)(?<=[^\s_])_(?![\w_])'

_SINGLE = re.compile(r'(?<!\*)\*(?!\*)')
#: So far back emphasis may have begun, as what is looked at grows with each.
_NEAR = 1_000

_PATTERNS = (
    (_STAR_STAR_WHOLE, ('strong',)),
    (_STAR_BEFORE, ('em',)),
    # What stood behind that emphasis can be told now.
    (_STAR_STAR_WHOLE, ('strong',)),
    (_STAR_STAR_STAR, ('strong', 'em')),
    (_STAR_STAR, ('strong',)),
    (_LINE_LINE, ('strong',)),
    (_STAR, ('em',)),
    (_LINE, ('em',)),
)


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) ``*x*``, ``**x**``, ``***x***``, ``_x_``, ``__x__``.

    ``_`` never emphasizes within a word (``snake_case``).
    """
    md.inlinePatterns.deregister('em_strong')
    for order, (pattern, tags) in enumerate(_PATTERNS):
        processor = _EmphasisProcessor(pattern)
        processor.tags = tags
        md.inlinePatterns.register(processor, f'emphasis-{order}', 60 - order)


class _EmphasisProcessor(InlineProcessor):
    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        before = data[max(0, m.start() - _NEAR) : m.start()]
        if self.pattern == _STAR_BEFORE and len(_SINGLE.findall(before)) % 2:
            # It ends what one before it began: ``*a*b***c***``.
            return None, None, None
        outer = inner = etree.Element(self.tags[0])
        for tag in self.tags[1:]:
            inner = etree.SubElement(inner, tag)
        inner.text = m[1]
        return outer, m.start(), m.end()
