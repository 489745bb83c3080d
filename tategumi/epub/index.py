"""The index 索引 of an EPUB: words by their readings, with the chapters they are in.

A reader's pages are its own: a place is called by its chapter (EPUB Indexes 1.0).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from ..lazy import lazy
from ..markup import Element, MarkedChapter, by_part, dress, element, index_of
from ..settings import Settings

running_heads = lazy('tategumi.document.running_heads')


def has_index(settings: Settings, chapters: Sequence[MarkedChapter]) -> bool:
    """Whether the book has an index."""
    return bool(settings.index) and any(chapter.index for chapter in chapters)


def index_section(settings: Settings, chapters: Sequence[MarkedChapter]) -> Element | None:
    """The index as a ``section``, ``None`` where the book has none."""
    if not has_index(settings, chapters):
        return None
    titles = [
        running_heads.with_number(part, chapter.title)
        for part, below in by_part(chapters)
        for chapter in ([part] if part else []) + below
    ]
    section = element(
        'section',
        element('h1', settings.index, id='index-title'),
        class_='index',
        id='index',
        epub_type='index',
        role='doc-index',
        aria_labelledby='index-title',
    )
    for head, entries in index_of([chapter.index for chapter in chapters]):
        items = [
            element(
                'li',
                element('span', entry.term, epub_type='index-term'),
                *_locators(entry.places, chapters, titles),
                epub_type='index-entry',
            )
            for entry in entries
        ]
        group = element('ul', *items, epub_type='index-entry-list')
        section.append(element('section', element('h2', head), group, epub_type='index-group'))
    dress(section, settings)
    return section


def _locators(
    places: Sequence[tuple[int, str]], chapters: Sequence[MarkedChapter], titles: Sequence[str]
) -> Iterator[str | Element]:
    """The links to ``places``: the second in a chapter is called by its number there."""
    seen: Counter[int] = Counter()
    for number, name in places:
        seen[number] += 1
        is_first = seen[number] == 1
        if is_first:
            yield '、' if len(seen) > 1 else '　'
        title, count = titles[number], f'（{seen[number]}）'
        yield element(
            'a',
            title if is_first else count,
            href=f'{chapters[number].name}.xhtml#{name}',
            epub_type='index-locator',
            aria_label=None if is_first else f'{title}{count}',
        )
