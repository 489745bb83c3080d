"""Seeds to the editor's workspace: ``book/`` and the record in ``dist/``."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..cleaning import (
    CleaningRecord,
    book_catalogue,
    check_replacements,
    clean_seed,
    decisions_of,
    record_html,
    record_json,
)
from ..cleaning.article import Article
from ..cleaning.record import SeedRecord
from ..errors import BadInput, Place, at
from ..files import bytes_of, entries_of, is_there, write_whole
from ..seed import path_of, read_seeds, unread
from ..settings import FOUND, Settings, book_yaml
from .chapters import ChapterText, compose
from .merge import conflict_line, merge
from .merge_base import FOLDER, common_paragraphs, read_merge_base
from .plan import Plan, moved, plan, to_merge
from .state import State, digest_of, metadata_of, read_state, state_json


@dataclass(frozen=True)
class CleaningResult:
    """What one cleaning did, in files and (``record.summary``, ``.suspicions``) in lines.

    ``chapters`` are all the chapters it made, whether or not their files had
    to be written; ``kept_aside`` the editor's files under their new names;
    ``conflicts`` counts the places of merged chapters for the editor to settle. ``unread`` tells
    what lies among the seeds and is none: ``(path, why)``.
    """

    record: CleaningRecord
    chapters: tuple[Path, ...]
    written: tuple[Path, ...]
    merged: tuple[Path, ...]
    left_alone: tuple[Path, ...]
    kept_aside: tuple[Path, ...]
    removed: tuple[Path, ...]
    conflicts: int
    unread: tuple[tuple[Path, str], ...] = ()


def clean(root: Path, settings: Settings, force: bool = False) -> CleaningResult:
    """Clean all seeds of the book in folder ``root`` and write what came of them.

    Rules are the press's own and those in ``book/rules/``.

    Writes ``book/chapters/*.md``, ``book/pictures/``, ``book/.ground/``,
    ``book/.manuscript.json``, ``book/book.yaml`` if there is none, and
    ``dist/cleaning.json`` and ``.html``. A file whose content would be the same
    is not touched. Into a chapter that an editor changed, what a new scrape
    changes is merged, under its new name where its number changed; otherwise
    it is left alone. With ``force`` it is kept as ``NAME.md.kept-1`` and made
    anew. Returns a ``CleaningResult``. Raises ``BadInput``; everything is
    composed before the first file is written.
    """
    root = Path(root)
    seeds = read_seeds(root, settings.seeds)
    rules = book_catalogue(settings.book / 'rules')
    state = read_state(settings.book)
    decisions, remembered = decisions_of(settings, seeds, state.decisions)
    cleaned = []
    for seed in seeds:
        with at(seed.path):
            cleaned.append(
                clean_seed(seed, settings.captions == 'keep', rules, decisions[seed.path])
            )
    remembered |= check_replacements(
        settings, [seed_record for _, seed_record in cleaned], state.decisions
    )
    articles = [article for article, _ in cleaned]
    made = compose(articles, settings.each_seed)
    texts = {chapter.name: chapter.text for chapter in made}
    record = _with_places([seed_record for _, seed_record in cleaned], made)

    book, folder = settings.book, settings.book / 'chapters'
    there = _digests(folder)
    merge_base = read_merge_base(book, state.chapters)
    moves = {} if force else moved(texts, state.chapters, there)
    recorded, there, merge_base = (
        {moves.get(name, name): value for name, value in by_name.items()}
        for by_name in (state.chapters, there, merge_base)
    )
    merges, conflicts = (
        ({}, 0)
        if force
        else _merges(
            folder, texts, recorded, there, merge_base, {new: old for old, new in moves.items()}
        )
    )
    steps = plan(texts, recorded, there, force, merges)
    metadata = metadata_of(seeds, articles)
    pictures = _pictures(root, book, articles, state.pictures)
    digests = {name: digest_of(content) for name, content in pictures.items()}
    files = {
        book / FOUND: state_json(
            State(metadata, steps.digests, remembered, {**state.pictures, **digests})
        )
    }
    if not is_there(book / 'book.yaml'):
        files[book / 'book.yaml'] = book_yaml(root, metadata)
    files[settings.dist / 'cleaning.json'] = record_json(record, root)
    files[settings.dist / 'cleaning.html'] = record_html(record, root, rules)

    for name, content in pictures.items():
        write_whole(book / 'pictures' / name, content)
    _lay_chapters(folder, steps, moves)
    _keep_merge_base(book / FOLDER, steps.digests, (texts, merge_base))
    # Last, so that what is recorded is what is there, wherever the disk fails.
    for path, text in files.items():
        _write_if_new(path, text)

    def paths(names: Iterable[str]) -> tuple[Path, ...]:
        return tuple(folder / name for name in names)

    return CleaningResult(
        record,
        paths(chapter.name for chapter in made),
        paths(steps.write),
        paths(steps.merged),
        paths(steps.left_alone),
        paths(aside for _, aside in steps.keep_aside),
        paths(steps.remove),
        conflicts,
        tuple(unread(root)),
    )


def _lay_chapters(folder: Path, steps: Plan, moves: dict[str, str]) -> None:
    for old, new in moves.items():
        write_whole(folder / new, bytes_of(folder / old))
    for name, aside in steps.keep_aside:
        write_whole(folder / aside, bytes_of(folder / name))
    for name, text in steps.write.items():
        write_whole(folder / name, text)
    for name in (*steps.remove, *moves):
        _remove(folder / name)


def _keep_merge_base(
    folder: Path, digests: dict[str, str], texts: tuple[dict[str, str], dict[str, str]]
) -> None:
    """Keep of ``texts``, several by name, those that ``digests`` record, and no others."""
    for by_name in texts:
        for name, text in by_name.items():
            if digests.get(name) == digest_of(text):
                _write_if_new(folder / name, text)
    for path in folder.glob('*.md'):
        if path.name not in digests:
            _remove(path)


def _merges(
    folder: Path,
    made: dict[str, str],
    recorded: dict[str, str],
    there: dict[str, str],
    merge_base: dict[str, str],
    old_names: dict[str, str],
) -> tuple[dict[str, str], int]:
    """``({name: text}, conflicts)`` of edited chapters that a new scrape changes."""
    merges, conflicts = {}, 0
    for name in to_merge(made, recorded, there):
        content = bytes_of(folder / old_names.get(name, name))
        try:
            edited = content.decode('utf-8-sig').replace('\r\n', '\n')
        except UnicodeDecodeError:
            # Reading the manuscript says where; until then it is the editor's as it is.
            continue
        # An old conflict is settled first.
        if not conflict_line(edited):
            base = merge_base.get(name) or common_paragraphs(edited, made[name])
            merges[name], count = merge(base, edited, made[name])
            conflicts += count
    return merges, conflicts


def _pictures(
    root: Path, book: Path, articles: list[Article], recorded: dict[str, str]
) -> dict[str, bytes]:
    """``{name: bytes}`` of the articles' pictures to write, but those an editor changed."""
    found = {}
    for name in sorted({path_of(each) for article in articles for each in article.pictures}):
        content, place = bytes_of(root / 'seeds' / name), book / 'pictures' / name
        there = digest_of(bytes_of(place)) if os.path.isfile(place) else None
        if there is None or there == recorded.get(name) != digest_of(content):
            found[name] = content
    return found


def _with_places(seed_records: list[SeedRecord], made: list[ChapterText]) -> CleaningRecord:
    places = {
        origin: Place(f'book/chapters/{chapter.name}', line)
        for chapter in made
        for origin, line in chapter.places.items()
    }
    return CleaningRecord(
        tuple(
            replace(
                seed,
                lines=tuple(
                    replace(line, where=places.get((seed.file, number)))
                    for number, line in enumerate(seed.lines, 1)
                ),
            )
            for seed in seed_records
        )
    )


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.name: digest_of(bytes_of(path)) for path in entries_of(folder) if os.path.isfile(path)
    }


def _write_if_new(path: Path, text: str) -> None:
    if not (os.path.isfile(path) and bytes_of(path) == text.encode()):
        write_whole(path, text)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise BadInput(path, f'cannot be removed: {error.strerror}') from error
