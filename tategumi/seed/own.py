"""Documents of EPUBs that the press has written: they say in full what the manuscript said."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from ..settings import slug_of
from .links import target_of
from .losses import Loss, picture_loss
from .vocabulary import Inline, Writer

_XHTML = '{http://www.w3.org/1999/xhtml}'
_ID = re.compile('chapter-[0-9]{2,}')
_HEADS = tuple(f'{_XHTML}h{level}' for level in range(1, 7))
_CLASSES = frozenset(('chapter', 'part'))


def chapter_of(document: Any) -> Any | None:
    """The section that a document of the press has in its body, or ``None`` of any other."""
    sections = document.findall(f'{_XHTML}body/{_XHTML}section')
    if len(sections) != 1 or not _ID.fullmatch(sections[0].get('id') or ''):
        return None
    is_own = sections[0].get('class') in _CLASSES
    return sections[0] if is_own and (sections[0].get('role') or '').startswith('doc-') else None


def is_index(document: Any) -> bool:
    """Whether it is the index that the press makes of the words marked in the text."""
    sections = document.findall(f'{_XHTML}body/{_XHTML}section')
    return [(each.get('id'), each.get('role')) for each in sections] == [('index', 'doc-index')]


class OwnBook:
    """The chapters of one book, ``(name, section)`` in order; notes are numbered through it."""

    def __init__(self, chapters: Iterable[tuple[str, Any]]) -> None:
        self._labels: dict[str, str] = {}
        self._heads = {
            f'{name}#{head.get("id")}': slug_of(''.join(_words(head)).strip())
            for name, section in chapters
            for head in section.iter(*_HEADS)
        }

    def blocks(
        self, name: str, section: Any, sources: Mapping[str, str]
    ) -> Iterator[tuple[str, list[Loss]]]:
        """``(markdown, losses)`` of the blocks of a chapter, the file ``name``.

        ``sources`` is what the text calls each picture that the chapter shows.
        """

        def label(identity: str) -> str:
            return self._labels.setdefault(identity, str(len(self._labels) + 1))

        def leads(href: str) -> str:
            path, mark, identity = href.partition('#')
            place = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
            slug = self._heads.get(f'{place if path else name}{mark}{identity}')
            return f'#{slug}' if slug else target_of(href) if '://' in href else ''

        writer = Writer(Inline(note=label, picture=sources.get, link=leads))
        for child in [*section]:
            lost = [
                picture_loss(image.get('src') or '')
                for image in child.iter(f'{_XHTML}img')
                if image.get('src') not in sources
            ]
            for block in writer.block(child):
                yield block, lost
                lost = []
        for block in writer.abbreviations():
            yield block, []


def _words(head: Any) -> Iterator[str]:
    yield head.text or ''
    for child in head:
        is_read = child.tag == f'{_XHTML}rt' or (child.get('class') or '') == 'noteref'
        if not is_read:
            yield from _words(child)
        yield child.tail or ''
