"""Writes the tables of the docs that are made of the code: ``make tables``.

A table stands between ``<!-- table: NAME -->`` and ``<!-- end of table -->``.
"""

import importlib.util
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from tategumi.check import CHECKS, KINDS
from tategumi.check.fault import SEVERITIES
from tategumi.epub.profiles import PROFILES
from tategumi.errors import FAULTS, explanation
from tategumi.language import language_of
from tategumi.messages import ENGLISH, Language
from tategumi.page.papers import PAPERS
from tategumi.settings import STOCKS
from tategumi.settings.listing import settings_table
from tategumi.stores import STORES

DOCS = Path(__file__).parent

JAPANESE = language_of('ja')

_TABLE = re.compile(r'(<!-- table: ([a-z-]+) -->\n).*?(?=<!-- end of table -->)', re.S)


def papers_table() -> str:
    """A row for every paper, with its figures."""
    head = (
        '`page`',
        'paper, mm',
        'character, pt',
        'characters a line',
        'lines a page',
        'line gap, pt',
        'head, mm',
        'gutter, mm',
        'running head, pt',
    )
    rows = []
    for name, page in PAPERS.items():
        figures = (
            page.character_size,
            page.characters,
            page.lines,
            page.line_gap,
            page.head,
            page.gutter,
            page.running_head,
        )
        size = f'{page.width:g} × {page.height:g}'
        rows.append((f'`{name}`', size, *(f'{figure:g}' for figure in figures)))
    return _table(head, rows)


def checks_table(language: Language = ENGLISH) -> str:
    """A row for every check."""
    heads = ('検査', '対象', '内容') if language.tag == 'ja' else ('check', 'of', 'what it is')
    return _table(
        heads,
        (
            (f'`{each.name}`', f'`{each.output}`', language.translate(each.about))
            for each in CHECKS
        ),
    )


def faults_table(language: Language = ENGLISH) -> str:
    """A row for every kind of fault that the press itself looks for."""
    heads = ('code', 'severity', 'what is wrong')
    if language.tag == 'ja':
        heads = ('コード', '区分', '何が違うか')
    return _table(
        heads,
        (
            (
                f'`{kind.code}`',
                language.say(SEVERITIES[kind.severity]),
                language.translate(kind.about),
            )
            for kind in KINDS
        ),
    )


def profiles_table() -> str:
    """A row for every rule of a store that a profile keeps."""
    return _table(
        ('profile', 'what is asked for', 'where it says so', 'what the press does'),
        (
            (f'`{profile.name}`', rule.what, rule.source, rule.done)
            for profile in PROFILES.values()
            for rule in profile.rules
        ),
    )


def demands_table() -> str:
    """A row for every store and what it wants to know."""
    return _table(
        ('store', 'what it wants to know', 'without it', 'where it says so'),
        (
            (f'`{store}`', each.kind, 'no book' if each.is_needed else 'poorer', each.source)
            for store, demands in STORES.items()
            for each in demands
        ),
    )


def messages_table(language: Language = ENGLISH) -> str:
    """A row for every kind of message that ends a command."""
    heads = ('code', 'exit status', 'what is wrong')
    if language.tag == 'ja':
        heads = ('コード', '終了状態', '何が違うか')
    kinds = (
        (f'`{kind.code}`', str(kind.exit_status), language.translate(explanation(kind)))
        for kind in FAULTS
    )
    return _table(heads, kinds)


def stocks_table() -> str:
    """A row for every paper of the inside."""
    return _table(
        ('`stock`', '用紙', 'µm', ''),
        (
            (
                f'`{name}`',
                stock.label,
                str(stock.thickness),
                f'[{_host(stock.source)}]({stock.source})',
            )
            for name, stock in STOCKS.items()
        ),
    )


def _host(address: str) -> str:
    return address.split('/')[2].removeprefix('www.')


def manuscript_table() -> str:
    """A row for every notation of the manuscript, with its picture."""
    path = DOCS / 'manuscript' / 'make.py'
    specification = importlib.util.spec_from_file_location('manuscript_pictures', path)
    assert specification and specification.loader
    module = importlib.util.module_from_spec(specification)
    # Its dataclass looks itself up.
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return str(module.table())


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = [*head]
    lines = [heads, ['---'] * len(heads), *rows]
    return ''.join(f'| {" | ".join(cells)} |\n' for cells in lines)


#: The tables by name; ``-ja`` are those of the pages in Japanese.
TABLES = {
    'checks': checks_table,
    'checks-ja': lambda: checks_table(JAPANESE),
    'demands': demands_table,
    'faults': faults_table,
    'faults-ja': lambda: faults_table(JAPANESE),
    'manuscript': manuscript_table,
    'messages': messages_table,
    'messages-ja': lambda: messages_table(JAPANESE),
    'papers': papers_table,
    'profiles': profiles_table,
    'settings': settings_table,
    'settings-ja': lambda: settings_table(JAPANESE),
    'stocks': stocks_table,
}


def written(text: str) -> str:
    """``text``, a page of the docs, with its tables as they are now."""
    return _TABLE.sub(lambda match: match[1] + TABLES[match[2]](), text)


if __name__ == '__main__':
    for path in sorted(DOCS.glob('*.md')):
        text = path.read_text(encoding='utf-8')
        if written(text) != text:
            path.write_text(written(text), encoding='utf-8')
            print(path)
