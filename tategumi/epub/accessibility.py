"""What holds of a book for those who cannot see it (EPUB Accessibility 1.1 §2)."""

from collections.abc import Iterator, Sequence

from ..markup import Element


def accessibility(sections: Sequence[Element], writing: str) -> Iterator[tuple[str, str]]:
    """Pairs of schema.org property and value that hold for these chapters.

    ``writing`` is that of the book; who reads with large type or a guide along
    the line wants to know of it (Schema.org Accessibility Properties for
    Discoverability Vocabulary, internationalization terms).
    """
    pictures = pictures_of(sections)
    described = all(picture.get('alt') for picture in pictures)
    has_pages = any(
        section.find('.//{*}span[@role="doc-pagebreak"]') is not None for section in sections
    )
    has_ruby = any(section.find('.//{*}ruby') is not None for section in sections)
    yield 'accessMode', 'textual'
    if pictures:
        yield 'accessMode', 'visual'
    if described:
        yield 'accessModeSufficient', 'textual'
    if pictures:
        yield 'accessModeSufficient', 'textual,visual'
    for feature in (
        'tableOfContents',
        'structuralNavigation',
        'readingOrder',
        'displayTransformability',
        'ARIA',
        f'{writing}Writing',
    ):
        yield 'accessibilityFeature', feature
    if pictures and described:
        yield 'accessibilityFeature', 'alternativeText'
    if has_ruby:
        yield 'accessibilityFeature', 'rubyAnnotations'
    if has_pages:
        yield 'accessibilityFeature', 'pageBreakMarkers'
        yield 'accessibilityFeature', 'pageNavigation'
    yield 'accessibilityHazard', 'none'
    yield 'accessibilitySummary', _summary(pictures, described)


def pictures_of(sections: Sequence[Element]) -> list[Element]:
    """The ``img`` elements of the chapters."""
    return [picture for section in sections for picture in section.iter('{*}img')]


def _summary(pictures: Sequence[Element], described: bool) -> str:
    if not pictures:
        return '本文はすべて文字で、見出しと目次からたどれます。書体と配色は変えられます。'
    if described:
        return '本文は文字で、図には代わりの説明があり、見出しと目次からたどれます。'
    return '本文は文字で、見出しと目次からたどれます。代わりの説明のない図があります。'
