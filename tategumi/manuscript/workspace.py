"""Seeds to the editor's workspace: ``book/`` and the record in ``dist/``."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
from ..cleaning.rules import Catalogue
from ..errors import BadFile, Place, error_context, reason_of
from ..files import bytes_of, entries_of, is_there, write_whole
from ..messages import ENGLISH, Language, Message
from ..seed import SeedText, path_of, read_seeds, unread
from ..settings import STATE_FILE, Settings, book_yaml
from .chapters import ChapterText, compose
from .merge import conflict_line, merge
from .merge_base import FOLDER, common_paragraphs, read_merge_base
from .pictures import named_in_chapters
from .plan import Plan, moved, plan, to_merge
from .questions import Question, open_questions
from .read import chapter_texts
from .state import State, digest_of, metadata_of, read_state, state_json


@dataclass(frozen=True)
class CleaningResult:
    """What one cleaning did, in files and (``record.summary``, ``.suspicions``) in lines.

    ``chapters`` are all the chapters it made, whether or not their files had
    to be written; ``kept_aside`` the editor's files under their new names;
    ``conflicts`` counts the places of merged chapters for the editor to settle. ``unread`` tells
    what lies among the seeds and is none: ``(path, why)``. ``made`` are the texts of the chapters
    by name, as cleaning makes them; ``questions`` what is left to settle.
    """

    record: CleaningRecord
    chapters: tuple[Path, ...]
    written: tuple[Path, ...]
    merged: tuple[Path, ...]
    left_alone: tuple[Path, ...]
    kept_aside: tuple[Path, ...]
    removed: tuple[Path, ...]
    conflicts: int
    unread: tuple[tuple[Path, Message], ...] = ()
    made: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()


def clean(
    root: Path, settings: Settings, force: bool = False, language: Language = ENGLISH
) -> CleaningResult:
    """Clean all seeds of the book in folder ``root`` and write what came of them.

    Rules are the press's own and those in ``book/rules/``.

    Writes ``book/chapters/*.md``, ``book/pictures/``, ``book/.ground/``, ``book/book.yaml`` if
    there is none, ``book/.manuscript.json``, ``dist/cleaning.json`` and ``.html``. A file whose
    content would be the same is not touched. Into a chapter that an editor changed, what a new
    scrape changes is merged, under its new name where its number changed; otherwise it is left
    alone. With ``force`` it is kept as ``NAME.md.kept-1`` and made anew. Reports, and the
    comments of a new ``book.yaml``, are in ``language``. Raises ``BadInput``; everything is
    composed before the first file is written.
    """
    root = Path(root)
    seeds = read_seeds(root, settings.seeds)
    rules = book_catalogue(settings.book / 'rules')
    state = read_state(settings.book)
    articles, seed_records, decisions = _clean_seeds(settings, seeds, rules, state.decisions)
    chapters = compose(articles, settings.each_seed)
    texts = {chapter.name: chapter.text for chapter in chapters}
    record = _with_places(seed_records, chapters)
    update = _planned(settings.book, texts, state, force)
    metadata = metadata_of(seeds, articles)
    contents = {name: each for seed in seeds for name, each in seed.contents.items()}
    pictures = _pictures(root, settings.book, articles, state.pictures, contents)
    known = state.pictures | {name: digest_of(content) for name, content in pictures.items()}
    new_state = State(metadata, update.steps.digests, decisions, known, state.releases)
    files = {settings.book / STATE_FILE: state_json(new_state)}
    if not is_there(settings.book / 'book.yaml'):
        files[settings.book / 'book.yaml'] = book_yaml(root, metadata, language)
    files[settings.dist / 'cleaning.json'] = record_json(record, root, language)
    files[settings.dist / 'cleaning.html'] = record_html(record, root, rules, language)

    for name, content in pictures.items():
        write_whole(settings.book / 'pictures' / name, content)
    folder = settings.book / 'chapters'
    _lay_chapters(folder, update)
    _keep_merge_base(settings.book, update.steps.digests, (texts, update.merge_base))
    # Last, so that what is recorded is what is there, wherever the disk fails.
    for path, text in files.items():
        _write_if_new(path, text)

    def paths(names: Iterable[str]) -> tuple[Path, ...]:
        return tuple(folder / name for name in names)

    return CleaningResult(
        record,
        paths(texts),
        paths(update.steps.write),
        paths(update.steps.merged),
        paths(update.steps.left_alone),
        paths(aside for _, aside in update.steps.keep_aside),
        paths(update.steps.remove),
        update.conflicts,
        tuple(unread(root)),
        texts,
        open_questions(record, root, texts, chapter_texts(folder)),
    )


def _clean_seeds(
    settings: Settings, seeds: Sequence[SeedText], rules: Catalogue, before: Mapping[str, str]
) -> tuple[list[Article], list[SeedRecord], dict[str, str]]:
    """The articles and records of ``seeds``, and what to remember of the editor's decisions.

    ``before`` is what was remembered at the last cleaning.
    """
    decisions, remembered = decisions_of(settings, seeds, before)
    articles, records = [], []
    for seed in seeds:
        with error_context(seed.path):
            article, record = clean_seed(
                seed, settings.captions == 'keep', rules, decisions[seed.path]
            )
        articles.append(article)
        records.append(record)
    return articles, records, remembered | check_replacements(settings, records, before)


@dataclass(frozen=True)
class _Update:
    """How the chapters that are there become those of a new cleaning.

    ``moves``: new names of edited chapters by the old; ``merge_base``: texts by new names;
    ``conflicts``: in how many places merged chapters are for the editor to settle.
    """

    steps: Plan
    moves: dict[str, str]
    merge_base: dict[str, str]
    conflicts: int


def _planned(book: Path, texts: dict[str, str], state: State, force: bool) -> _Update:
    """The ``_Update`` to chapters of these ``texts`` by name; nothing is written."""
    folder = book / 'chapters'
    there = _digests(folder)
    moves = {} if force else moved(texts, state.chapters, there)
    recorded, there, merge_base = (
        {moves.get(name, name): value for name, value in by_name.items()}
        for by_name in (state.chapters, there, read_merge_base(book, state.chapters))
    )
    old_names = {new: old for old, new in moves.items()}
    merges, conflicts = (
        ({}, 0) if force else _merges(folder, texts, recorded, there, merge_base, old_names)
    )
    return _Update(plan(texts, recorded, there, force, merges), moves, merge_base, conflicts)


def _lay_chapters(folder: Path, update: _Update) -> None:
    steps, moves = update.steps, update.moves
    for old, new in moves.items():
        write_whole(folder / new, bytes_of(folder / old))
    for name, aside in steps.keep_aside:
        write_whole(folder / aside, bytes_of(folder / name))
    for name, text in steps.write.items():
        write_whole(folder / name, text)
    for name in (*steps.remove, *moves):
        _remove(folder / name)


def _keep_merge_base(
    book: Path, digests: dict[str, str], texts: tuple[dict[str, str], dict[str, str]]
) -> None:
    """Keep of ``texts``, several by name, those that ``digests`` record, and no others."""
    folder = book / FOLDER
    for by_name in texts:
        for name, text in by_name.items():
            if digests.get(name) == digest_of(text):
                _write_if_new(folder / name, text)
    for path in folder.glob('*.md'):
        if path.name not in digests:
            _remove(path)


def _merges(
    folder: Path,
    texts: dict[str, str],
    recorded: dict[str, str],
    there: dict[str, str],
    merge_base: dict[str, str],
    old_names: dict[str, str],
) -> tuple[dict[str, str], int]:
    """``({name: text}, conflicts)`` of edited chapters that a new scrape changes."""
    merges, conflicts = {}, 0
    for name in to_merge(texts, recorded, there):
        content = bytes_of(folder / old_names.get(name, name))
        try:
            edited = content.decode('utf-8-sig').replace('\r\n', '\n')
        except UnicodeDecodeError:
            # Reading the manuscript says where; until then it is the editor's as it is.
            continue
        # An old conflict is settled first.
        if not conflict_line(edited):
            base = merge_base.get(name) or common_paragraphs(edited, texts[name])
            merges[name], count = merge(base, edited, texts[name])
            conflicts += count
    return merges, conflicts


def _pictures(
    root: Path,
    book: Path,
    articles: list[Article],
    recorded: dict[str, str],
    in_archives: Mapping[str, bytes],
) -> dict[str, bytes]:
    """``{name: bytes}`` of pictures to write, but those an editor changed.

    The articles', and those that an editor's chapters name and that lie among the seeds alone.
    """
    contents = {}
    of_articles = {path_of(each) for article in articles for each in article.pictures}
    for name in sorted(of_articles | named_in_chapters(root / 'seeds', book)):
        content = in_archives.get(name) or bytes_of(root / 'seeds' / name)
        place = book / 'pictures' / name
        there = digest_of(bytes_of(place)) if os.path.isfile(place) else None
        if there is None or there == recorded.get(name) != digest_of(content):
            contents[name] = content
    return contents


def _with_places(seed_records: list[SeedRecord], chapters: list[ChapterText]) -> CleaningRecord:
    places = {
        origin: Place(f'book/chapters/{chapter.name}', line)
        for chapter in chapters
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
        raise BadFile(path, 'cannot be removed: {reason}', reason=reason_of(error)) from error
