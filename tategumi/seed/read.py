"""Reads the folder ``seeds/`` as ``SeedText``, and lists what in it is not read."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import BadSeed, reason_of
from ..files import entries_of, is_inside, opened
from ..messages import Message
from ..settings import UNWRITABLE
from .archive import Unpacked
from .decode import decode
from .epub import unpack_epub
from .notation import ARCHIVES, HTML, is_html
from .pictures import address_of, path_of, pictures_beside
from .text import SeedText, seed_text, with_archive
from .word import unpack_word

_READERS = {'.docx': unpack_word, '.epub': unpack_epub}
#: The endings of the names of seeds.
READ = frozenset(('.txt', '.md', *ARCHIVES, *HTML))
#: Files that come with a page or stand in a seed; a picture left out is told of where it stands.
_COMPANIONS = frozenset(
    """
    .png .jpg .jpeg .gif .webp .svg .avif .bmp .ico .tif .tiff .css .js .mjs .map .woff .woff2 .ttf
    .otf .mp3 .mp4 .webm""".split()
)
_NUMBER = re.compile(r'(\d+)')
#: In bytes. The longest novels have a sixth of that; what is longer is a list or a mistake.
_LARGEST = 100_000_000
_FORMS = ('.txt', '.md', '.html', '.docx', '.epub')


def unread(root: Path) -> list[tuple[Path, Message]]:
    """``(path, why)`` of what lies in ``root/seeds`` and is not read, by name.

    Files of a form that no seed has, and folders with a file in a form that seeds have, but those
    that a browser saves beside a page, as ``page_files``. Not what begins with a dot.
    """
    folder = Path(root) / 'seeds'
    unread_paths = []
    for path in entries_of(folder):
        if path.name.startswith('.'):
            continue
        suffix = path.suffix.lower()
        if path.is_dir():
            if not _is_of_page(path) and _holds_seeds(path):
                unread_paths.append(
                    (path, Message('is a folder, and only what lies in seeds/ itself is read'))
                )
        elif suffix not in READ | _COMPANIONS:
            unread_paths.append(
                (
                    path,
                    Message(
                        'is in no form that the press reads; save it as {forms}', forms=_FORMS
                    ),
                )
            )
    return unread_paths


def _is_of_page(path: Path) -> bool:
    return path.name.lower().endswith(('_files', '.files', '_file', '-dateien'))


def _holds_seeds(path: Path) -> bool:
    return any(each.suffix.lower() in READ for each in entries_of(path))


def read_seeds(root: Path, order: Sequence[str] = ()) -> list[SeedText]:
    """All text, Markdown and HTML files of ``root/seeds`` as ``SeedText``.

    First those that ``order`` lists (``seeds/b.txt``), then the others in the
    order of their names, numbers by their value. Raises ``BadInput`` naming the
    folder when it is missing or holds no seed, and naming the file when it is in no form that
    is read, and there is no other, or empty or too large, no file, a link out of the folder,
    in no encoding known here, or listed and not there, or twice.
    """
    folder = Path(root) / 'seeds'
    if not os.path.isdir(folder):
        raise BadSeed(
            folder,
            'there is no such folder; put your text there as {forms}, or begin a book with '
            '"tategumi new"',
            forms=_FORMS,
        )
    files = sorted(
        (
            path
            for path in entries_of(folder)
            if path.suffix.lower() in READ and not path.name.startswith('.')
        ),
        key=_by_name,
    )
    if not files:
        for path, why in unread(root):
            raise BadSeed(path, why)
        raise BadSeed(folder, 'holds no seed; put your text there as {forms}', forms=_FORMS)
    return [_read(path, folder) for path in _in_order(files, order, folder)]


def pictures_of(path: Path) -> dict[str, str]:
    """What ``pictures_beside`` finds for the seed ``path``, wherever it lies.

    None of an archive, which has its own. Raises ``BadInput`` as ``read_seeds`` does.
    """
    if path.suffix.lower() in _READERS:
        return {}
    text, _ = decode(_bytes_of(path), path)
    return pictures_beside(text, path.parent, is_html(path, text))


def _by_name(path: Path) -> tuple[list[tuple[int, str]], str]:
    """So that 2.txt stands before 10.txt."""
    return [
        (int(part), '') if part.isdecimal() else (-1, part) for part in _NUMBER.split(path.name)
    ], path.name


def _in_order(files: Iterable[Path], order: Sequence[str], folder: Path) -> list[Path]:
    by_name = {f'{folder.name}/{path.name}': path for path in files}
    for number, name in enumerate(order):
        if name not in by_name or name in order[:number]:
            if name in by_name:
                raise BadSeed(folder.parent / name, 'is listed twice')
            raise BadSeed(
                folder.parent / name,
                'is listed as a seed, but there is none of that name; write them as {names}',
                names=tuple(by_name)[:3],
            )
    return [
        *(by_name[name] for name in order),
        *(path for name, path in by_name.items() if name not in order),
    ]


def _read(path: Path, folder: Path) -> SeedText:
    if not is_inside(path, folder):
        raise BadSeed(path, 'is a link to a file outside the folder of the seeds')
    if UNWRITABLE.search(path.name):
        raise BadSeed(path, 'has a name that is not UTF-8; rename it')
    data = _bytes_of(path)
    unpack = _READERS.get(path.suffix.lower())
    if unpack:
        return _unpacked(path, data, unpack(data, path))
    text, encoding = decode(data, path)
    _refuse_empty(text, path)
    pictures = pictures_beside(text, folder, is_html(path, text))
    return seed_text(path, text, encoding, data, pictures)


def _bytes_of(path: Path) -> bytes:
    try:
        with opened(path) as file:
            is_large = os.fstat(file.fileno()).st_size > _LARGEST
            data = b'' if is_large else file.read()
    except OSError as error:
        raise BadSeed(path, 'cannot be read: {reason}', reason=reason_of(error)) from error
    if is_large:
        raise BadSeed(
            path,
            'is larger than {size} MB, more than any book: part it',
            size=_LARGEST // 1_000_000,
        )
    return data


def _unpacked(path: Path, data: bytes, unpacked: Unpacked) -> SeedText:
    """The seed that came out of an archive, its pictures in a folder of its name."""
    _refuse_empty(unpacked.text, path)
    addresses = {name: address_of(f'{path.stem}/{name}') for name in unpacked.pictures}
    seed = seed_text(path, unpacked.text, 'utf-8', data, addresses)
    contents = {path_of(addresses[name]): each for name, each in unpacked.pictures.items()}
    return with_archive(seed, contents, unpacked.losses)


def _refuse_empty(text: str, path: Path) -> None:
    if not text.strip('\ufeff').strip():
        raise BadSeed(path, 'is empty: there is no text in it')
