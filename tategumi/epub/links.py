"""Links from one document of the EPUB to another."""

import re

from ..markup import Element

_HEADING = re.compile(r'#((chapter-\d+)-heading-\d+)')


def point_across(name: str, section: Element) -> None:
    """Have links of chapter ``name`` to headings of others name their documents, in place."""
    for link in section.iter('{*}a'):
        match = _HEADING.fullmatch(link.get('href', ''))
        if match and match[2] != name:
            link.set('href', f'{match[2]}.xhtml#{match[1]}')
