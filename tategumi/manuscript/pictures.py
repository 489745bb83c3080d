"""The pictures that chapters name and that lie among the seeds."""

import os
from pathlib import Path
from urllib.parse import unquote

from ..files import bytes_of, entries_of
from ..seed.pictures import path_of, pictures_beside


def named_in_chapters(seeds: Path, book: Path) -> set[str]:
    """The paths, below ``seeds``, of pictures of chapters that the ``book`` does not have."""
    names = set()
    for path in entries_of(book / 'chapters'):
        if path.suffix == '.md':
            text = bytes_of(path).decode('utf-8', 'replace')
            for source, address in pictures_beside(text, seeds, False).items():
                places = (book / 'chapters', book / 'pictures', book)
                if not any(os.path.isfile(place / unquote(source)) for place in places):
                    names.add(path_of(address))
    return names
