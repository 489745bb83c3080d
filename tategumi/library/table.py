"""The table of a library: the outcome of every book, as HTML and as JSON."""

import dataclasses
import json
import os
from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from ..html_page import html_page
from ..messages import ENGLISH, Language, Message
from ..printable import printable
from .outcome import STATES, Outcome, count_states

_COLUMNS = (
    Message('book'),
    Message('state'),
    Message('chapters'),
    Message('pages'),
    Message('files'),
    Message('to look at'),
)
_TITLE = Message('The library')


def library_json(outcomes: Mapping[Path, Outcome]) -> str:
    """``{folder: Outcome}`` as JSON text: the ``books`` in order and the ``summary``."""
    books = [
        {'folder': printable(folder.as_posix()), **dataclasses.asdict(outcome)}
        for folder, outcome in outcomes.items()
    ]
    content = {'books': books, 'summary': count_states(outcomes.values())}
    return json.dumps(content, ensure_ascii=False, indent=1) + '\n'


def library_html(
    outcomes: Mapping[Path, Outcome], place: Path, language: Language = ENGLISH
) -> str:
    """``{folder: Outcome}`` as an HTML page that is to lie in the folder ``place``.

    It is in ``language``, has no script and needs nothing from elsewhere; all text of the
    books is escaped.
    """
    style = resources.files(__package__).joinpath('table.css').read_text('utf-8')
    states = [
        Message('{count} {state}', count=count, state=STATES[state])
        for state, count in count_states(outcomes.values()).items()
    ]
    count = Message(
        '{count} book: {states}' if len(outcomes) == 1 else '{count} books: {states}',
        count=len(outcomes),
        states=states,
    )
    head = ''.join(f'<th scope="col">{language.say(column)}</th>' for column in _COLUMNS)
    rows = '\n'.join(
        _row(folder, outcome, place, language) for folder, outcome in outcomes.items()
    )
    title = language.say(_TITLE)
    return html_page(
        title,
        style,
        f'<h1>{title}</h1>\n<p>{language.say(count)}</p>\n'
        f'<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>',
        language=language.tag,
    )


def _row(folder: Path, outcome: Outcome, place: Path, language: Language) -> str:
    if outcome.state == 'failed':
        rest = f'<td colspan="4" class="fault">{escape(language.say(outcome.fault))}</td>'
    else:
        files = ' '.join(_link(folder / file, place) for file in outcome.files)
        warnings = [language.say(warning) for warning in outcome.warnings]
        rest = (
            f'<td class="number">{outcome.chapters}</td><td class="number">{outcome.pages}</td>'
            f'<td>{files}</td><td>{_warnings(warnings)}</td>'
        )
    title = f'<br><span lang="ja">{escape(outcome.title)}</span>' if outcome.title else ''
    name = escape(printable(folder.as_posix()))
    return (
        f'<tr class="{outcome.state}"><th scope="row">{name}{title}</th>'
        f'<td>{language.say(STATES[outcome.state])}</td>{rest}</tr>'
    )


def _link(file: Path, place: Path) -> str:
    address = Path(os.path.relpath(file, place)).as_posix()
    return f'<a href="{escape(quote(os.fsencode(address)))}">{file.suffix[1:].upper()}</a>'


def _warnings(warnings: Sequence[str]) -> str:
    if not warnings:
        return ''
    items = ''.join(f'<li lang="ja">{escape(warning)}</li>' for warning in warnings)
    return f'<details><summary>{len(warnings)}</summary><ul>{items}</ul></details>'
