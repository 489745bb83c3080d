"""What was measured, as Markdown."""

from itertools import groupby

from .page import PAGE
from .ratios import Spread, ratio, runs_of
from .targets import TARGETS, is_met

_COLUMNS = (
    ('wall', 1, '{:.2f}'),
    ('cpu', 1, '{:.2f}'),
    ('memory', 1e-6, '{:.0f}'),
    ('size', 1e-6, '{:.2f}'),
)


def results_markdown(data, peers):
    """RESULTS.md of ``data`` (results.json) about ``peers`` (``Peer``, ours among them).

    Parts that were not measured yet are left out.
    """
    return (
        '\n\n'.join(
            filter(
                None,
                [
                    _head(data, peers),
                    _targets(data),
                    _one_book(data, peers, '.pdf', 'PDF'),
                    _one_book(data, peers, '.epub', 'EPUB'),
                    _rebuilding(data.get('rebuilding')),
                    _profiles(data.get('profiles', {})),
                    _library(data.get('library')),
                ],
            )
        )
        + '\n'
    )


def _head(data, peers):
    machine = ', '.join(f'{name} {value}' for name, value in data['machine'].items())
    told = {peer.name: peer.told for peer in peers}
    versions = [
        f'- {name}: {version}' + (f'; {told[name]}' if told.get(name) else '')
        for name, version in data.get('versions', {}).items()
    ]
    left_out = [f'- {name}: {why}' for name, why in data.get('left_out', {}).items()]
    return '\n'.join(
        [
            '# Speed',
            '',
            'Made by `make bench TEXT=…`, from what is kept in `results.json`. Everybody sets '
            f'the same novel on the same paper ({PAGE.width:g} × {PAGE.height:g} mm) in the same '
            f'font, {PAGE.characters} characters of {PAGE.character_size:g} pt a line, '
            f'{PAGE.lines} lines a page, every chapter on a page of its own, with folios; all in '
            'turn, round after round, each run a whole process with all it starts. What takes '
            'long is run in fewer rounds. Memory is the largest sum over all processes of a run '
            'at one time, what they share counted once (PSS, sampled), or the largest of one '
            'process, if that is more; about 100 MB may be those of the process that '
            'measures, which one that it starts begins with.',
            '',
            f'The machine: {machine}.',
            '',
            *versions,
            *(['', 'Left out:', '', *left_out] if left_out else []),
        ]
    )


def _targets(data):
    rows = []
    for target in TARGETS:
        found = is_met(target, data)
        rows.append(
            (
                target.name,
                f'{target.most:g}',
                '; '.join(f'{what} {number:.3g}' for what, number, _ in found) or '–',
                '; '.join(f'{what} {words}' for what, _, words in found)
                if len({words for *_, words in found}) > 1
                else found[0][2]
                if found
                else 'not measured',
            )
        )
    return '## Targets\n\nOurs / theirs, medians.\n\n' + _table(
        ('', 'at most', 'measured', 'result'), '-:--', rows
    )


def _one_book(data, peers, suffix, title):
    names = [peer.name for peer in peers if peer.makes == suffix]
    runs = [run for run in data.get('runs', ()) if run['peer'] in names]
    tables = []
    for limit, of_limit in groupby(
        sorted(runs, key=lambda run: run['characters']), lambda run: run['limit']
    ):
        of_limit = list(of_limit)
        rows = [
            _row(
                name,
                ruby,
                runs_of(of_limit, names[0], limit, ruby),
                runs_of(of_limit, name, limit, ruby),
                name == names[0],
            )
            for ruby in (False, True)
            for name in names
            if runs_of(of_limit, name, limit, ruby)
        ]
        tables.append(
            f'### {title}, {of_limit[0]["characters"]:,} characters\n\n'
            + _table(
                (
                    '',
                    'ruby',
                    'rounds',
                    's',
                    'ours / theirs',
                    'processor s',
                    'ours / theirs',
                    'memory, MB',
                    'ours / theirs',
                    'file, MB',
                    'ours / theirs',
                    'pages',
                ),
                '-' + 11 * ':',
                rows,
            )
        )
    if not tables:
        return ''
    return '\n\n'.join(
        [
            f'## {title}\n\nMedians; of ratios, taken round by round, also the least and the '
            'greatest.',
            *tables,
        ]
    )


def _row(name, ruby, ours, theirs, is_ours):
    cells = [name, 'yes' if ruby else 'no', str(len(theirs))]
    for field, unit, form in _COLUMNS:
        cells.append(form.format(Spread.of(run[field] * unit for run in theirs).median))
        cells.append('' if is_ours else _spread(ratio(ours, theirs, field)))
    pages = theirs[0]['pages']
    return *cells, '' if pages is None else str(pages)


def _rebuilding(rounds):
    if not rounds:
        return ''
    names = {
        'full': 'EPUB and PDF anew',
        'changed': '… one chapter changed',
        'pdf full': 'PDF anew',
        'pdf changed': '… one chapter changed',
        'nothing': '`make`, nothing changed',
    }
    rows = [
        (
            words,
            *(
                _spread(Spread.of(took[name][kind] for took in rounds if name in took))
                for kind in (0, 1)
            ),
        )
        for name, words in names.items()
        if any(name in took for took in rounds)
    ]
    return f'## Made again\n\nAll characters, with ruby; {len(rounds)} rounds.\n\n' + _table(
        ('', 's', 'processor s'), '-::', rows
    )


def _profiles(profiles):
    parts = []
    for name, shares in profiles.items():
        rows = [(f'`{part}`', f'{share:.0%}') for part, share in shares if share >= 0.02]
        parts.append(
            f'### {name}\n\n{_in_the_way(shares)}\n\n' + _table(('', 'share'), '-:', rows)
        )
    if not parts:
        return ''
    return '\n\n'.join(
        [
            '## Where the time goes\n\nAll characters, with ruby, in one process, under a '
            'profiler, which makes small functions dearer than they are. Each part with what is '
            'built into Python and called by it; those below 2 % are not listed.',
            *parts,
        ]
    )


def _in_the_way(shares):
    """What keeps a process from being quicker: whose work it does, and how much the most does."""
    own, weasyprint = (
        sum(share for part, share in shares if part.startswith(beginning))
        for beginning in ('tategumi/', 'weasyprint/')
    )
    part, largest = max(shares, key=lambda each: each[1])
    return (
        f'Work in Python on every paragraph, line and character: {own:.0%} of the time is the '
        f"press's own, {weasyprint:.0%} WeasyPrint's, the rest that of other packages. "
        f'Without the largest part, `{part}`, it would still take {1 - largest:.0%} of the '
        'time. What is quicker by its processor time is a compiled program.'
    )


def _library(library):
    if not library:
        return ''
    books = library['books']
    ways = {}
    for run in library['runs']:
        ways.setdefault(run['way'], []).append(run)
    rows = [
        (
            way,
            str(len(runs)),
            _spread(Spread.of(books / run['wall'] for run in runs)),
            _spread(Spread.of(run['cpu'] / books for run in runs)),
            f'{max(run["memory"] for run in runs) / 1e6:.0f}',
        )
        for way, runs in ways.items()
    ]
    return (
        f'## Many books\n\n{books} books of {library["characters"]:,} characters on average, EPUB '
        'and PDF each, from seeds to finished files; start and end of all processes are in it.'
        '\n\n'
        + _table(
            ('way', 'rounds', 'books a second', 'processor s a book', 'memory, MB'), '-::::', rows
        )
    )


def _spread(spread):
    if spread is None:
        return '–'
    if spread.least == spread.most:
        return f'{spread.median:.2f}'
    return f'{spread.median:.2f} ({spread.least:.2f} to {spread.most:.2f})'


def _table(heads, alignment, rows):
    """``alignment`` has ``-`` for a column of words and ``:`` for one of numbers."""
    rule = ['---:' if mark == ':' else '---' for mark in alignment]
    return '\n'.join(f'| {" | ".join(cells)} |' for cells in (heads, rule, *rows))
