"""Headings: their ids, their titles, the links that name them, and those run into a paragraph."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from ..messages import Message
from ..settings import slug_of
from .fault import Remark
from .xhtml import XHTML, Element, element, has_class, local_name

#: A heading that is a number alone: 五, 12, （三）, Ⅳ., IV.
_NUMBER = re.compile(
    r'[（(〔【［\[]?\s*(?:[〇一二三四五六七八九十百]+|\d+|[IVXLC]+|[Ⅰ-ⅿ]+)\s*[)）〕】］\].．、]?'
)

_LEVELS = {'h1': 1, 'h2': 2, 'h3': 3, 'h4': 4, 'h5': 5, 'h6': 6}


@dataclass(frozen=True)
class Heading:
    """``level`` 1 to 6, ``id`` unique in the book, ``title`` as plain text."""

    level: int
    id: str
    title: str

    @property
    def is_number(self) -> bool:
        """Whether it is a number alone."""
        return is_number(self.title)


def is_number(title: str) -> bool:
    """Whether ``title`` is a number alone, as chapters of novels are called."""
    return _NUMBER.fullmatch(title.strip()) is not None


def close_gaps(section: Element) -> None:
    """Set the headings below ``section`` one level below the one they stand under, in place.

    ``#`` with ``###`` below it becomes ``h1`` and ``h2``: who goes by the
    headings finds no level missing (EPUB Accessibility Techniques 1.1).
    """
    open_levels: list[int] = []
    for node in _headings(section):
        level = _LEVELS[local_name(node)]
        open_levels = [outer for outer in open_levels if outer < level] + [level]
        node.tag = f'{{{XHTML}}}h{len(open_levels)}'


def run_in(section: Element) -> list[Remark]:
    """Put each heading of the class ``run-in`` 同行見出し and the paragraph below it together.

    Both are in a ``div.with-run-in`` then, in place (JLReq §4.1.9). A chapter's own, and one
    without a paragraph, are headings as others, which the remarks tell.
    """
    remarks = []
    for number, node in enumerate(_headings(section)):
        if not has_class(node, 'run-in'):
            continue
        text = node.getnext()
        if number and text is not None and local_name(text) == 'p' and _is_plain(text):
            around = element('div', class_='with-run-in')
            node.addprevious(around)
            around.extend([node, text])
        else:
            del node.attrib['class']
            message = Message(
                '{mark} is of a heading within a chapter that a paragraph stands below',
                mark='.run-in',
            )
            remarks.append(Remark((f'# {_title(node)}', _title(node)), message))
    return remarks


def _is_plain(paragraph: Element) -> bool:
    return all(name.startswith('bracket-') for name in paragraph.get('class', '').split())


def identify(section: Element, name: str) -> None:
    """Give every heading below ``section`` an id that begins with ``name``, in place."""
    for number, node in enumerate(_headings(section), 1):
        node.set('id', f'{name}-heading-{number}')


def point_links(section: Element, name: str) -> tuple[list[str], dict[str, str]]:
    """Turn links to ``#title of a heading``, or to a name, into links to its id, in place.

    Titles, names and fragments are compared as ``slug_of`` writes them. Ids begin with ``name``.
    Returns the targets of the links that nothing of the chapter is called by, and the ids by
    names given for links.
    """
    named: dict[str, str] = {}
    for number, node in enumerate(section.xpath('.//*[@anchor]'), 1):
        slug = slug_of(node.attrib.pop('anchor'))
        if not node.get('id'):
            node.set('id', f'{name}-anchor-{number}')
        named.setdefault(slug, node.get('id'))
    ids = dict(named)
    for node in _headings(section):
        ids.setdefault(slug_of(_title(node)), node.get('id'))
    others = []
    for link in section.iter('{*}a'):
        href = link.get('href')
        if href.startswith('#') and not link.get('role'):
            slug = slug_of(unquote(href[1:]))
            if slug in ids:
                link.set('href', f'#{ids[slug]}')
            else:
                others.append(href)
    return others, named


def headings(section: Element) -> tuple[Heading, ...]:
    """The ``Heading`` of every heading below ``section``, in reading order."""
    return tuple(
        Heading(_LEVELS[local_name(node)], node.get('id'), _title(node))
        for node in _headings(section)
    )


def _headings(section: Element) -> list[Element]:
    return [node for node in section.iter() if local_name(node) in _LEVELS]


def _title(node: Element) -> str:
    """Ruby readings and note calls left out, pictures by their words."""
    words = []

    def visit(node: Element) -> None:
        if local_name(node) == 'rt' or node.get('role') == 'doc-noteref':
            return
        words.append(node.get('alt') or node.text or '')
        for child in node:
            visit(child)
            words.append(child.tail or '')

    visit(node)
    return ''.join(words).strip()
