"""Begins a book: a folder with ``book.yaml`` and the seeds."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from ..errors import BadFile, BadInput, reason_of
from ..files import bytes_of, entries_of, is_there, write_whole
from ..messages import ENGLISH, Language, Message
from ..seed import path_of
from ..seed.read import READ, pictures_of
from ..settings import book_yaml
from ..terminal import Progress, Summary
from .book import Book

#: Beside a page that a browser saved lie its pictures, in a folder of its name and one of these.
_BESIDE = ('_files', '.files')


def begin(
    folder: Path,
    files: Sequence[Path] = (),
    progress: Progress | None = None,
    language: Language = ENGLISH,
) -> Summary:
    """Make the ``folder`` of a book, with copies of ``files`` as its seeds.

    They are cleaned, so that ``book.yaml`` knows the title. Its comments are in ``language``.
    Raises ``BadInput`` where there is such a folder and it is not empty, a file cannot be read
    or is no seed; nothing is left of the folder then.
    """
    if is_there(folder) and (not folder.is_dir() or entries_of(folder)):
        raise BadFile(folder, 'is there already; name a folder that is not, or is empty')
    was_there = folder.is_dir()
    for file in files:
        _check(file)
    try:
        return _begun(folder, files, progress, language)
    except BaseException:
        for path in entries_of(folder) if was_there else [folder]:
            shutil.rmtree(path, ignore_errors=True)
        raise


def _check(file: Path) -> None:
    if not is_there(file):
        raise BadFile(file, 'is not there')
    if not file.is_dir() and file.suffix.lower() not in READ:
        raise BadFile(
            file,
            'is in no form that the press reads; save it as {forms}',
            forms=('.txt', '.md', '.html', '.docx', '.epub'),
        )


def _begun(
    folder: Path, files: Sequence[Path], progress: Progress | None, language: Language
) -> Summary:
    seeds = folder / 'seeds'
    try:
        seeds.mkdir(parents=True)
        for file in files:
            _copy(file, seeds)
    except OSError as error:
        raise BadFile(folder, 'cannot be written: {reason}', reason=reason_of(error)) from error
    if any(path.suffix.lower() in READ for path in entries_of(seeds)):
        book = Book(folder, progress, language=language)
        book.clean()
        summary = book.summary
    else:
        summary = Summary()
        write_whole(folder / 'book' / 'book.yaml', book_yaml(folder, None, language))
    summary.files.insert(0, folder / 'book' / 'book.yaml')
    summary.add('next', _next(folder, bool(files)))
    return summary


def _copy(file: Path, seeds: Path) -> None:
    """Copy a seed and what lies beside it, or what is in a folder."""
    for path in entries_of(file) if file.is_dir() else [file]:
        place = seeds / path.name
        if is_there(place):
            raise BadInput(path, 'has the name of another seed; rename one of them')
        if path.is_dir():
            shutil.copytree(path, place)
            continue
        write_whole(place, bytes_of(path))
        if not file.is_dir():
            _copy_pictures(path, seeds)
        for beside in (path.with_name(f'{path.stem}{end}') for end in _BESIDE):
            if not file.is_dir() and beside.is_dir():
                shutil.copytree(beside, seeds / beside.name)


def _copy_pictures(file: Path, seeds: Path) -> None:
    """Copy the pictures that the seed ``file`` names and that lie beside it or below."""
    for address in pictures_of(file).values():
        inside = path_of(address)
        content, place = bytes_of(file.parent / inside), seeds / inside
        if not is_there(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, content)
        elif bytes_of(place) != content:
            raise BadInput(
                file.parent / inside, 'has the name of another picture; rename one of them'
            )


def _next(folder: Path, has_seeds: bool) -> Message:
    shown = f'"{folder}"' if ' ' in str(folder) else str(folder)
    if os.path.realpath(folder) == os.path.realpath('.'):
        return Message('tategumi makes the book')
    if has_seeds:
        return Message(
            'cd {folder}, then tategumi desk shows the book and tategumi makes it', folder=shown
        )
    return Message(
        'put your text into {seeds}, cd {folder}, then tategumi makes the book',
        seeds=folder / 'seeds',
        folder=shown,
    )
