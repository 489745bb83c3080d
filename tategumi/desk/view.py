"""What the page is told of a session, as plain data for JSON."""

from pathlib import Path
from typing import Any

from ..cleaning import SeedRecord, book_catalogue
from ..cleaning.record import relative
from ..epub.flow import flow
from ..messages import Language, Message
from ..settings.schema import UNTITLED
from . import places
from .clicks import author_of
from .seed_lines import decided_lines, seed_lines, text_bounds
from .session import Session


def state(session: Session, language: Language) -> dict[str, Any]:
    """What is the case now: seeds, chapters, questions, pages, the fault, what may be undone."""
    cleaned = session.cleaned
    seeds = cleaned.record.seeds if cleaned else ()
    titles = [chapter.title for chapter in session.marked]
    return {
        'title': session.settings.title,
        'untitled': session.settings.title == UNTITLED,
        'author': author_of(session.settings),
        'seeds': [_seed(session, seed) for seed in seeds],
        'chapters': [
            {
                'name': name,
                'title': titles[index] if index < len(titles) else Path(name).stem,
                'digest': file.digest,
                'section': f'chapter-{index:02d}',
            }
            for index, (name, file) in enumerate(session.files.items())
        ],
        'questions': _questions(session, language),
        'undo': session.history.done[-1].label if session.history.done else '',
        'redo': session.history.undone[-1].label if session.history.undone else '',
        **pages(session, language),
    }


def pages(session: Session, language: Language) -> dict[str, Any]:
    """The names of the pages, on which side the first is, and what there is to say of them."""
    return {
        'pages': session.pages.names,
        'first_side': session.pages.first_side,
        'fault': language.say(session.fault),
        'remarks': [
            {'chapter': name, 'title': chapter.title, **_remark(warning, language)}
            for name, chapter in zip(session.files, session.marked)
            for warning in chapter.warnings
        ],
    }


def _remark(warning: Message, language: Language) -> dict[str, Any]:
    line = str(warning.values['place']).rpartition(':')[2]
    return {
        'line': int(line) if line.isdecimal() else 1,
        'what': language.say(warning.values['message']),
    }


def seed(session: Session, number: int, language: Language) -> list[dict[str, Any]]:
    """The lines of the seed of this ``number``. Raises ``IndexError``."""
    record = session.cleaned.record.seeds[number] if session.cleaned else None
    if record is None or number < 0:
        raise IndexError(number)
    name = relative(record.file, session.root)
    entries = {key: getattr(session.settings, key) for key in ('keep', 'drop', 'heading')}
    decided = decided_lines(name, entries)
    rules = book_catalogue(session.settings.book / 'rules')
    return seed_lines(record, decided, _in_manuscript(session, record), rules, language)


def place_in_chapter(session: Session, name: str, line: int, column: int) -> dict[str, Any]:
    """The page on which ``column`` of ``line`` (from 0) of the chapter is, and its seed's line.

    Raises ``KeyError`` where there is no such chapter.
    """
    section = f'chapter-{[*session.files].index(name):02d}' if name in session.files else ''
    lines = session.text_of(name).split('\n')
    unit = places.offset_at(lines, _offsets(session, section, lines), line, column)
    page = places.page_at(session.pages.texts.get(section, ()), unit)
    return {'page': page, 'section': section, 'unit': unit, **_seed_line(session, name, line + 1)}


def place_on_page(session: Session, page: int) -> dict[str, Any]:
    """The chapter, line and column (from 0) with which the ``page`` begins, as far as it has."""
    for section, texts in session.pages.texts.items():
        for text in texts:
            if text.page == page and section.startswith('chapter-'):
                index = int(section.removeprefix('chapter-'))
                name = [*session.files][index]
                lines = session.text_of(name).split('\n')
                line, column = places.place_of(
                    lines, _offsets(session, section, lines), text.start
                )
                return {
                    'chapter': name,
                    'line': line,
                    'column': column,
                    **_seed_line(session, name, line + 1),
                }
    return {}


def _seed(session: Session, record: SeedRecord) -> dict[str, Any]:
    first, last = text_bounds(record)
    return {
        'name': relative(record.file, session.root),
        'first': first,
        'last': last,
        'count': record.lines[-1].line if record.lines else 0,
    }


def _questions(session: Session, language: Language) -> list[dict[str, Any]]:
    if session.cleaned is None:
        return []
    numbers = {seed.file: number for number, seed in enumerate(session.cleaned.record.seeds)}
    return [
        {
            'seed': numbers[Path(question.place.file)],
            'line': question.place.line,
            'entry': question.entry,
            'rule': question.suspicion.rule,
            'why': language.say(question.suspicion.why),
            'found': question.found,
        }
        for question in session.questions
    ]


def _in_manuscript(session: Session, record: SeedRecord) -> dict[int, tuple[str, int]]:
    """``{index: (chapter, line)}`` of the lines of a seed, as the chapters are now."""
    moved: dict[str, dict[int, int]] = {}
    found = {}
    for index, line in enumerate(record.lines):
        if line.where and line.where.line:
            name = str(line.where.file).partition('/')[2]
            if name not in moved:
                moved[name] = session.base_lines(name)
            at = moved[name].get(line.where.line)
            if at:
                found[index] = name, at
    return found


def _seed_line(session: Session, name: str, line: int) -> dict[str, Any]:
    """The seed and the number of its line of which ``line`` of the chapter came."""
    if session.cleaned is None:
        return {}
    back = {now: base for base, now in session.base_lines(name).items()}
    while line > 1 and line not in back:
        line -= 1
    base, best = back.get(line, 0), None
    for number, record in enumerate(session.cleaned.record.seeds):
        for each in record.lines:
            if each.where and each.where.line and str(each.where.file).endswith(f'/{name}'):
                if each.where.line <= base and (best is None or each.where.line >= best[0]):
                    best = each.where.line, number, each.line
    return {'seed': best[1], 'seed_line': best[2]} if best else {}


def _offsets(session: Session, section: str, lines: list[str]) -> list[int]:
    index = int(section.removeprefix('chapter-')) if section else -1
    if not 0 <= index < len(session.marked):
        return [0] * len(lines)
    return places.line_offsets(lines, flow(session.marked[index].section))
