"""What lies in ``seeds/`` and is no seed, nor part of a page that is."""

from pathlib import Path

from ..files import entries_of
from .notation import HTML

#: The endings of the names of seeds.
READ = frozenset(('.txt', '.md', *HTML))
#: Files that come with a page or stand in a seed; a picture left out is told of where it stands.
_COMPANIONS = frozenset(
    """
    .png .jpg .jpeg .gif .webp .svg .avif .bmp .ico .tif .tiff .css .js .mjs .map .woff .woff2 .ttf
    .otf .mp3 .mp4 .webm""".split()
)


def unread(root: Path) -> list[tuple[Path, str]]:
    """``(path, why)`` of what lies in ``root/seeds`` and is not read, by name.

    Files of a form that no seed has, and folders with a file in a form that seeds have, but those
    that a browser saves beside a page, as ``page_files``. Not what begins with a dot.
    """
    folder = Path(root) / 'seeds'
    found = []
    for path in entries_of(folder):
        if path.name.startswith('.'):
            continue
        suffix = path.suffix.lower()
        if path.is_dir():
            if not _is_of_page(path) and _holds_seeds(path):
                found.append((path, 'is a folder, and only what lies in seeds/ itself is read'))
        elif suffix not in READ | _COMPANIONS:
            found.append(
                (path, 'is in no form that the press reads; save it as .txt, .md or .html')
            )
    return found


def _is_of_page(path: Path) -> bool:
    return path.name.lower().endswith(('_files', '.files', '_file', '-dateien'))


def _holds_seeds(path: Path) -> bool:
    return any(each.suffix.lower() in READ for each in entries_of(path))
