"""What a store refuses in the text of a book."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..errors import Place
from ..messages import Message, at

if TYPE_CHECKING:
    from ..manuscript import Chapter

_ADDRESS = re.compile(r'(?:https?://|www\.)[^\s<>()（）「」『』、。]+')


def told_addresses(chapters: 'Iterable[Chapter]') -> Iterator[Message]:
    """What to say of each address that the manuscript has in words or links.

    Kobo takes no link out of a book; its profile keeps the words of one.
    """
    for chapter in chapters:
        for number, line in enumerate(chapter.text.split('\n')):
            for match in _ADDRESS.finditer(line):
                here = chapter.lines[number] if chapter.lines else number + 1
                yield at(
                    Place(chapter.path, here),
                    Message(
                        'Kobo may refuse the address {address}; links go in its EPUB, words do '
                        'not',
                        address=match[0],
                    ),
                )
