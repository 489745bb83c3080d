"""Sanitizes: only the book's own vocabulary passes from Markdown into XHTML."""

from markdown.extensions.footnotes import NBSP_PLACEHOLDER

from ..messages import Message
from .fault import Fault
from .formulas import mathml
from .xhtml import EPUB_TYPE, Element, element

_ADMITTED = {
    'a': {'class', 'href', 'id', 'role', 'title', EPUB_TYPE},
    'abbr': {'title'},
    'aside': {'class', 'id', 'role', EPUB_TYPE},
    'blockquote': set(),
    'br': set(),
    'code': {'class'},
    'dd': set(),
    'div': {'class'},
    'dl': set(),
    'dt': set(),
    'em': {'class'},
    'h1': {'class'},
    **dict.fromkeys(('h2', 'h3', 'h4', 'h5', 'h6'), {'class'}),
    'hr': {'class'},
    'img': {'alt', 'src', 'title'},
    'li': set(),
    'mark': set(),
    'ol': {'start'},
    'p': {'class'},
    'pre': set(),
    'rt': set(),
    'ruby': set(),
    's': set(),
    'section': {'class', EPUB_TYPE},
    # The last three are of the index, which takes them (``index``).
    'span': {'class', 'lang', 'reading', 'term', 'written'},
    'strong': set(),
    'sub': set(),
    'sup': set(),
    'table': set(),
    'tbody': set(),
    'thead': set(),
    'tr': set(),
    'td': {'class'},
    'th': {'class'},
    'ul': set(),
}

#: By which links call an element, until it has an id.
_ADMITTED_OF_ALL = {'anchor'}

_XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang'

#: Deeper than any book's nesting, and within what XML parsers take.
_DEEPEST = 60


def sanitize(node: Element, depth: int = 0) -> Element:
    """``node``, an element of Python-Markdown's tree, and all in it as XHTML elements.

    Raises ``Fault`` for nesting deeper than any reading system takes.
    """
    if depth > _DEEPEST:
        raise Fault(Message('lists or quotations are nested too deep'))
    if node.tag == 'math':
        return mathml(node.get('source', ''), node.get('display', 'inline'))
    sanitized = element(node.tag)
    admitted = _ADMITTED[node.tag]
    for name, value in sorted(node.items()):
        if name not in admitted and name != 'anchor':
            continue
        sanitized.set(name, value)
        if name == 'lang':
            # What reads it as XML knows no other (EPUB 3.3 §6.1.2.3 asks for both to agree).
            sanitized.set(_XML_LANG, value)
    is_escaped = node.tag == 'code' and not node.get('class')
    sanitized.text = _code(node.text) if is_escaped else _text(node.text)
    for child in node:
        made = sanitize(child, depth + 1)
        made.tail = _text(child.tail)
        sanitized.append(made)
    return sanitized


def _text(text: str | None) -> str | None:
    return text.replace(NBSP_PLACEHOLDER, '') if text else None


def _code(text: str | None) -> str | None:
    """Code reaches the tree already escaped; the XHTML writer will escape it again."""
    if not text:
        return None
    return text.replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&')
