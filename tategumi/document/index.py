"""The index 索引 of the printed book: words by their readings, with the pages they are on."""

import re
from collections.abc import Mapping, Sequence

from ..markup import Element, MarkedChapter, dress, element, index_of
from ..page.papers import Page
from ..settings import Settings
from .running_heads import running_head

#: A place that is to become a page, and what parts pages.
_PLACE = re.compile(r'<a class="page" href="#([^"]+)"></a>')
_PLACES = re.compile(rf'(?:{_PLACE.pattern})+')
_BETWEEN = '、'
_FIGURES = str.maketrans('0123456789', '〇一二三四五六七八九')


def index_section(
    settings: Settings, chapters: Sequence[MarkedChapter], page: Page
) -> Element | None:
    """The index as a ``section``, ``None`` where there is none; ``with_folios`` adds the pages.

    ``page`` is a ``page.papers.Page``.
    """
    rows = index_of([chapter.index for chapter in chapters]) if settings.index else []
    if not rows:
        return None
    title = element('h1', settings.index)
    for name in ('data-running-head', 'data-running-head-verso'):
        title.set(name, running_head(settings.index, page))
    section = element('section', title, class_='index', id='index')
    for head, entries in rows:
        section.append(element('h2', head))
        for entry in entries:
            pages = (element('a', class_='page', href=f'#{name}') for _, name in entry.places)
            section.append(element('p', f'{entry.term}　', *pages))
    dress(section, settings)
    return section


def with_folios(html: str, folios: Mapping[str, int]) -> str:
    """``html``, a document with an index or without, where this names the pages of its words.

    ``folios`` are those of what is linked to, by ids: id → number. Of several places on a page
    the first is linked to.
    """

    def pages(places: re.Match[str]) -> str:
        first: dict[int, str] = {}
        for place in _PLACE.finditer(places[0]):
            first.setdefault(folios.get(place[1], 0), place[1])
        return _BETWEEN.join(
            f'<a class="page" href="#{name}">{str(folio).translate(_FIGURES)}</a>'
            for folio, name in sorted(first.items())
        )

    return _PLACES.sub(pages, html)
