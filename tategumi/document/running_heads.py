"""Running heads 柱: what the pages are about, on one horizontal line above the text."""

from itertools import pairwise

from ..east_asian import em_length
from ..kumihan import class_of
from ..kumihan.orientation import stands
from ..kumihan.spacing import space_table
from ..markup import MarkedChapter, is_number
from ..page.papers import Page
from ..settings import Settings

#: Characters of the running head kept free beside it for the space and the folio.
_FOLIO = 4

#: U+2005, a quarter of an em: between Japanese and Western characters (JLReq §3.2.6).
_QUARTER_EM = '\u2005'

#: Marks of vertical text as horizontal text has them (JLReq §2.6.3 d, §2.3.2).
_HORIZONTAL = str.maketrans('〝〟', '“”')


def running_heads(
    settings: Settings, chapter: MarkedChapter, part: MarkedChapter | None
) -> tuple[str, str]:
    """What stands above the pages of ``chapter``: ``(on versos, on rectos)``.

    ``part`` is the chapter of the part's title, or ``None``. In a book without
    parts the heads of sections take the chapter's place on rectos where they
    begin, if ``settings.running_heads`` is ``double`` (JLReq §2.6.3). A number alone
    stands behind what it is a number of, and the book's title beside it.
    """
    above = (part or chapter).title
    if any(is_number(title) for title in _below(chapter, part)):
        above = settings.title
    verso = {'double': above, 'book': settings.title, 'single': ''}
    return verso[settings.running_heads], with_number(part, chapter.title)


def with_number(above: MarkedChapter | None, title: str) -> str:
    """``'五'`` → ``'第二篇　五'``: behind what it is of, if ``title`` is a number."""
    return f'{above.title}　{title}' if above and is_number(title) else title


def _below(chapter: MarkedChapter, part: MarkedChapter | None) -> list[str]:
    """The titles that stand beside the one above versos."""
    return [chapter.title] if part else [heading.title for heading in chapter.headings[1:]]


def running_head(title: str, page: Page) -> str:
    """``title`` in horizontal writing, cut with ``…`` where one line above ``page`` is too short.

    ``page`` is a ``page.papers.Page``. Heads are as headings, but shortened
    where they must be (JLReq §2.6.3).
    """
    if not page.running_head:
        return ''
    title = _spaced(title.translate(_HORIZONTAL))
    room = page.extent / page.running_head - _FOLIO
    if sum(map(_width, title)) <= room:
        return title
    kept = []
    for character in title:
        room -= _width(character)
        if room < 1:
            break
        kept.append(character)
    return ''.join(kept).rstrip(f'、。・　 {_QUARTER_EM}') + '…'


def _spaced(title: str) -> str:
    """``title`` with a quarter em where Japanese and Western characters meet."""
    table = space_table()
    spaced = [title[:1]]
    for before, after in pairwise(title):
        space = table[_class(before)][_class(after)]
        if 27 in (_class(before), _class(after)) and space.before + space.after == 0.25:
            spaced.append(_QUARTER_EM)
        spaced.append(after)
    return ''.join(spaced)


def _class(character: str) -> int:
    is_western = character.isalnum() and stands(character) == 'sideways'
    return 27 if is_western else class_of(character)


def _width(character: str) -> float:
    """In em; of Western characters, that of the wider ones."""
    if character == _QUARTER_EM:
        return 0.25
    return em_length(character, narrow=0.7)
