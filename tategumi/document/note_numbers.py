"""Numbers of side notes, which begin anew with each spread (JLReq §4.2.6)."""

import re
from collections.abc import Iterable, Mapping

from ..markup import dress, element, fragment
from ..settings import Settings

#: A call of a note, and the label of one, which leads back to its call.
_CALL = re.compile(r'(<a (?=[^>]*class="noteref")[^>]*href="#([^"]+)"[^>]*>).*?(</a>)')
_LABEL = re.compile(r'(<a (?=[^>]*class="footnote-number")[^>]*href="#([^"]+)"[^>]*>).*?(</a>)')
_ID = re.compile(r'(chapter-\d+)-(?:noteref|footnote)-(\d+)')


def numbers_of(pages: Iterable[tuple[str, Iterable[str]]]) -> dict[str, int]:
    """The number of each note of a book, by where it is first called: ``chapter-00-noteref-1``.

    ``pages`` are ``(side, ids of what is on it)`` in order. Notes of two chapters on one spread
    are numbered each by itself, as they stand where their chapter ends.
    """
    numbers: dict[str, int] = {}
    counted: dict[str, int] = {}
    for side, names in pages:
        if side == 'right':
            counted = {}
        calls = {(match[1], int(match[2])) for match in map(_ID.fullmatch, names) if match}
        for chapter, number in sorted(calls):
            name = f'{chapter}-noteref-{number}'
            if name in names and name not in numbers:
                counted[chapter] = counted.get(chapter, 0) + 1
                numbers[name] = counted[chapter]
    return numbers


def with_numbers(html: str, numbers: Mapping[str, int], settings: Settings) -> str:
    """``html``, a document, with these ``numbers`` of its notes, as ``numbers_of`` has them.

    Other notes keep theirs.
    """

    def numbered(match: re.Match[str]) -> str:
        number = numbers.get(match[2].replace('-footnote-', '-noteref-'))
        return match[0] if number is None else f'{match[1]}{_label(number, settings)}{match[3]}'

    return _LABEL.sub(numbered, _CALL.sub(numbered, html))


def _label(number: int, settings: Settings) -> str:
    label = element('span', f'（{number}）')
    dress(label, settings)
    written = fragment(label)
    return written[written.index('>') + 1 : written.rindex('</')]
