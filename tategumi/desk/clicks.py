"""What a click decides: an entry of ``book.yaml``, or a change of a chapter's line."""

from collections.abc import Callable
from typing import Any

from ..cleaning import SeedRecord
from ..cleaning.record import relative
from ..errors import BadInput
from ..files import text_of, write_whole
from ..manuscript.merge import merge
from ..settings import Settings, book_yaml
from . import decisions
from .history import is_there, put_back
from .paragraphs import with_line_joined
from .session import Session


class Refused(Exception):
    """A click asks for what cannot be; ``reason`` names a message of the page."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def decide(session: Session, asked: dict[str, Any]) -> None:
    """Do what was ``asked``: ``kind``, and what that needs.

    Raises ``Refused``, ``BadInput``, and ``KeyError``, ``TypeError`` or ``ValueError`` for what
    no page asks.
    """
    kind = asked['kind']
    session.changed(kind, lambda: _CLICKS[kind](session, asked))


def undo(session: Session) -> str:
    """Take the last step back; its label. Raises ``Refused`` where there is none, or it was
    changed by hand since in the same place."""
    if not session.history.done:
        raise Refused('nothing-to-undo')
    step = session.history.done[-1]
    _replay(session, step.after, step.before)
    session.history.done.pop()
    session.history.undone.append(step)
    return step.label


def redo(session: Session) -> str:
    """Do the step that was taken back last once more; its label. Raises as ``undo`` does."""
    if not session.history.undone:
        raise Refused('nothing-to-redo')
    step = session.history.undone[-1]
    _replay(session, step.before, step.after)
    session.history.undone.pop()
    session.history.done.append(step)
    return step.label


def _replay(session: Session, there: dict[Any, Any], wanted: dict[Any, Any]) -> None:
    """Make of the files ``there`` those ``wanted``; what was edited since stays."""
    history = session.history.done, session.history.undone
    if is_there(there):
        session.changed('', lambda: put_back(wanted))
    else:
        session.changed('', lambda: put_back(_merged(session, there, wanted)))
    session.history.done, session.history.undone = history


def _merged(session: Session, there: dict[Any, Any], wanted: dict[Any, Any]) -> dict[Any, Any]:
    """``wanted`` with what was changed since in the files ``there``.

    Of seeds the chapters come again, and are merged, once ``book.yaml`` is what it was.
    """
    yaml = session.settings.book / 'book.yaml'
    if yaml in wanted:
        if not is_there({yaml: there[yaml]}):
            raise Refused('changed-since')
        return {yaml: wanted[yaml]}
    merged = {}
    for path, content in wanted.items():
        if content is None or there[path] is None or not path.is_file():
            raise Refused('changed-since')
        made, conflicts = merge(there[path].decode(), text_of(path), content.decode())
        if conflicts:
            raise Refused('changed-since')
        merged[path] = made.encode()
    return merged


def _keep(session: Session, asked: dict[str, Any]) -> None:
    _write_entry(session, _entry(session, asked), 'keep', 'drop')


def _drop(session: Session, asked: dict[str, Any]) -> None:
    _write_entry(session, _entry(session, asked), 'drop', 'keep')


def _write_entry(session: Session, entry: str, to: str, off: str) -> None:
    _edit_yaml(
        session,
        lambda text: decisions.with_entry(decisions.without_entry(text, off, entry), to, entry),
    )


def _undecide(session: Session, asked: dict[str, Any]) -> None:
    entry = _entry(session, asked)

    def edit(text: str) -> str:
        for key in ('keep', 'drop'):
            text = decisions.without_entry(text, key, entry)
        return _without_heading(text, entry)

    _edit_yaml(session, edit)


def _replace(session: Session, asked: dict[str, Any]) -> None:
    find, by = _text(asked['find']), _text(asked['by'])
    if not find.strip() or find == by:
        raise Refused('nothing-to-replace')
    _edit_yaml(session, lambda text: decisions.with_replacement(text, find, by))


def _bounds(session: Session, asked: dict[str, Any]) -> None:
    seed = _seed(session, asked)
    first, last = int(asked['first']), int(asked['last'])
    if not 1 <= first <= last <= seed.lines[-1].line:
        raise Refused('no-such-lines')
    name = relative(seed.file, session.root)
    _edit_yaml(session, lambda text: decisions.with_value(text, 'text', name, f'{first}-{last}'))


def _heading(session: Session, asked: dict[str, Any]) -> None:
    level = int(asked['level'])
    if not 1 <= level <= 6:
        raise ValueError(level)
    entry = _entry(session, asked)
    marked = f'{"#" * level} {entry}'
    _edit_yaml(
        session,
        lambda text: decisions.with_entry(
            _without_heading(decisions.without_entry(text, 'drop', entry), entry),
            'heading',
            marked,
        ),
    )


def _names(session: Session, asked: dict[str, Any]) -> None:
    title, author = (_text(asked[key]).strip() for key in ('title', 'author'))
    if not title:
        raise Refused('no-title')
    settings = session.settings

    def edit(text: str) -> str:
        if title != settings.title:
            text = decisions.with_title(text, title)
        return text if author == author_of(settings) else decisions.with_author(text, author)

    _edit_yaml(session, edit)


def author_of(settings: Settings) -> str:
    """The first author of the book; '' where none is named."""
    names = (each.name for each in settings.creators if each.role == decisions.AUTHOR)
    return next(names, '')


def _without_heading(text: str, entry: str) -> str:
    for each in (entry, *(f'{"#" * level} {entry}' for level in range(1, 7))):
        text = decisions.without_entry(text, 'heading', each)
    return text


def _join(session: Session, asked: dict[str, Any]) -> None:
    name, line = _line_of_chapter(session, asked)
    text = with_line_joined(session.files[name].text, line)
    if text is None:
        raise Refused('no-paragraph-above')
    session.save(name, text, session.files[name].digest)


_CLICKS: dict[str, Callable[[Session, dict[str, Any]], None]] = {
    'keep': _keep,
    'drop': _drop,
    'undecide': _undecide,
    'replace': _replace,
    'bounds': _bounds,
    'heading': _heading,
    'names': _names,
    'join': _join,
}


def _edit_yaml(session: Session, edit: Callable[[str], str]) -> None:
    path = session.settings.book / 'book.yaml'
    text = text_of(path) if path.is_file() else book_yaml(session.root, {})
    write_whole(path, edit(text))


def _seed(session: Session, asked: dict[str, Any]) -> SeedRecord:
    if session.cleaned is None:
        raise Refused('no-such-lines')
    number = int(asked['seed'])
    seeds = session.cleaned.record.seeds
    if not 0 <= number < len(seeds):
        raise Refused('no-such-lines')
    return seeds[number]


def _entry(session: Session, asked: dict[str, Any]) -> str:
    seed, line = _seed(session, asked), int(asked['line'])
    if not any(record.line == line and record.text.strip() for record in seed.lines):
        raise Refused('no-such-lines')
    return f'{relative(seed.file, session.root)}:{line}'


def _line_of_chapter(session: Session, asked: dict[str, Any]) -> tuple[str, int]:
    """``(name, line)`` of the chapter's line that came of the line of a seed."""
    seed, line = _seed(session, asked), int(asked['line'])
    for record in seed.lines:
        if record.line == line and record.where and record.where.line:
            name = str(record.where.file).partition('/')[2]
            at = session.base_lines(name).get(record.where.line)
            if at:
                return name, at
    raise Refused('not-in-the-manuscript')


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 10_000:
        raise ValueError('no text')
    if any(character in value for character in '\0\n\r'):
        raise BadInput('book.yaml', 'words to replace stand on one line')
    return value
