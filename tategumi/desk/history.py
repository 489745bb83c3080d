"""What clicks changed in the book's files, to be taken back and done again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..files import bytes_of, write_whole
from ..settings import STATE_FILE, with_releases_of, without_releases

#: Files by path, with their content; ``None``: there is no such file.
Files = dict[Path, bytes | None]

#: So many steps are remembered.
_MOST = 100


@dataclass(frozen=True)
class Step:
    """One change by the desk: its ``label``, and the files it changed ``before`` and ``after``."""

    label: str
    before: Files
    after: Files


@dataclass
class History:
    """The steps that were ``done``, newest last, and those that were ``undone``."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def add_between(self, label: str, before: Files, after: Files) -> None:
        """Remember one more step; what was undone cannot be done again after it."""
        step = step_between(label, before, after)
        if step:
            self.done = [*self.done, step][-_MOST:]
            self.undone = []


def snapshot(book: Path) -> Files:
    """All that a decision may change below the folder ``book``: text, no pictures."""
    paths = [book / 'book.yaml', book / STATE_FILE]
    paths += [*(book / 'chapters').glob('*.md*'), *(book / '.ground').glob('*.md')]
    return {path: _content(path) for path in paths if path.is_file()}


def restore(before: Files, book: Path) -> None:
    """Make all that is below ``book`` as it was in the snapshot ``before``."""
    step = step_between('', before, snapshot(book))
    if step:
        put_back(step.before)


def step_between(label: str, before: Files, after: Files) -> Step | None:
    """The ``Step`` from one snapshot to another, or ``None`` where nothing changed."""
    changed = [
        path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    ]
    if not changed:
        return None
    return Step(
        label,
        {path: before.get(path) for path in changed},
        {path: after.get(path) for path in changed},
    )


def is_there(files: Mapping[Path, bytes | None]) -> bool:
    """Whether the disk has these ``files``, byte for byte."""
    return all(_content(path) == content for path, content in files.items())


def put_back(files: Mapping[Path, bytes | None]) -> None:
    """Write ``files`` as they are given; what is remembered of EPUBs made since stays."""
    for path, content in sorted(files.items()):
        if path.name == STATE_FILE:
            content = with_releases_of(content, bytes_of(path) if path.is_file() else None)
        if content is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, content)


def _content(path: Path) -> bytes | None:
    if not path.is_file():
        return None
    content = bytes_of(path)
    return without_releases(content) if path.name == STATE_FILE else content
