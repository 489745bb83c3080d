"""Which chapter files to write, to leave alone and to remove; nothing is touched here."""

from collections.abc import Iterable
from dataclasses import dataclass

from .state import digest_of


@dataclass(frozen=True)
class Plan:
    """File names in ``book/chapters``.

    ``write``: new text by name. ``merged``: those of them that keep an
    editor's changes. ``left_alone``: the editor's. ``keep_aside``:
    the editor's file and the name it is kept under. ``remove``: written once,
    never edited, no longer made. ``digests``: what to record of each chapter.
    """

    write: dict[str, str]
    merged: tuple[str, ...]
    left_alone: tuple[str, ...]
    keep_aside: tuple[tuple[str, str], ...]
    remove: tuple[str, ...]
    digests: dict[str, str]


def plan(
    texts: dict[str, str],
    recorded: dict[str, str],
    there: dict[str, str],
    force: bool = False,
    merges: dict[str, str] | None = None,
) -> Plan:
    """The ``Plan`` for chapters ``texts`` (text by name).

    ``recorded`` has the digest of each chapter as it was last written,
    ``there`` the digest of every file that is there now. A file that differs
    from both is the editor's: what ``merges`` has for it is written, or else
    it is left alone, or with ``force`` kept aside.
    """
    merges = merges or {}
    write, merged, left_alone, keep_aside, digests = {}, [], [], [], {}
    for name, text in texts.items():
        new, now, before = digest_of(text), there.get(name), recorded.get(name)
        edited = now is not None and now not in (new, before)
        if edited and not force and name in merges:
            write[name] = merges[name]
            merged.append(name)
            digests[name] = new
            continue
        if edited and not force:
            left_alone.append(name)
            # Without a record, the text made now is the merge base from here on.
            digests[name] = before or new
            continue
        if edited:
            keep_aside.append((name, _aside(name, there)))
        if now != new:
            write[name] = text
        digests[name] = new
    gone = sorted(name for name in recorded if name in there and name not in texts)
    remove = tuple(name for name in gone if there[name] == recorded[name])
    left_alone += [name for name in gone if there[name] != recorded[name]]
    return Plan(write, tuple(merged), tuple(left_alone), tuple(keep_aside), remove, digests)


def to_merge(texts: dict[str, str], recorded: dict[str, str], there: dict[str, str]) -> list[str]:
    """The names of chapters that an editor changed, and a new scrape changes too."""
    return [
        name
        for name, text in texts.items()
        if name in there
        and name in recorded
        and len({there[name], recorded[name], digest_of(text)}) == 3
    ]


def moved(
    texts: dict[str, str], recorded: dict[str, str], there: dict[str, str]
) -> dict[str, str]:
    """``{old name: new name}`` of edited chapters that are made under another number now.

    Only where one chapter alone has the rest of the name.
    """
    gone = _by_title(name for name in recorded if name in there and name not in texts)
    come = _by_title(name for name in texts if name not in there)
    return {
        old: come[title][0]
        for title, (old, *more) in gone.items()
        if there[old] != recorded[old] and not more and len(come.get(title, ())) == 1
    }


def _by_title(names: Iterable[str]) -> dict[str, list[str]]:
    names_by_title: dict[str, list[str]] = {}
    for name in names:
        names_by_title.setdefault(name.partition('-')[2], []).append(name)
    return names_by_title


def _aside(name: str, there: dict[str, str]) -> str:
    number = 1
    while f'{name}.kept-{number}' in there:
        number += 1
    return f'{name}.kept-{number}'
