"""Formats the cleaning record as one HTML page, without scripts or outside resources."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import resources
from pathlib import Path

from ..css import css_string
from ..html_page import html_page
from .differences import differences
from .record import CleaningRecord, LineRecord, SeedRecord, Summary, Suspicion, relative
from .rules import Catalogue, catalogue

#: So much of a line stands in the list of what to look at, where nothing of it was found amiss.
_SHOWN = 24


def record_html(
    record: CleaningRecord, root: Path | str = '.', rules: Catalogue | None = None
) -> str:
    """The ``CleaningRecord`` as HTML text; files are given relative to ``root``.

    Suspicions stand first, by kind, each linked to its line; then every line of
    every seed beside what is in the manuscript of it. A choice above the seeds
    shows the lines of one fate or one rule alone. All text of the seeds is escaped.
    """
    rules = rules or catalogue()
    names = [relative(seed.file, root) for seed in record.seeds]
    counts = Counter(
        rule for seed in record.seeds for line in seed.lines for rule in _rules_of(line)
    )
    # What the press does without a rule of the catalogue, its lines say.
    whys = {line.rule: line.why for seed in record.seeds for line in seed.lines if line.why}
    fates: Counter[str] = Counter(line.fate for seed in record.seeds for line in seed.lines)
    body = [
        '<h1>What became of the seeds</h1>',
        _suspicions(record, names),
        _summary(record.summary, rules, whys),
        _filter(fates, counts),
        _contents(names),
    ]
    body += [
        _seed(seed, name, number)
        for number, (seed, name) in enumerate(zip(record.seeds, names), 1)
    ]
    style = resources.files(__package__).joinpath('report.css').read_text('utf-8')
    return html_page(
        'What became of the seeds', f'{style}{_filter_style(fates, counts)}', '\n'.join(body)
    )


def _rules_of(line: LineRecord) -> dict[str, None]:
    """The names of the rules that had to do with the line."""
    return dict.fromkeys(
        filter(
            None,
            (
                line.rule,
                *(change.rule for change in line.changes),
                *(suspicion.rule for suspicion in line.suspicions),
            ),
        )
    )


def _summary(summary: Summary, rules: Catalogue, whys: Mapping[str, str]) -> str:
    rows = [
        ('', 'kept as they are', summary.kept),
        ('changed', 'kept, changed by a rule', summary.changed),
        ('suspect', 'kept, for an editor to look at', summary.suspect),
        ('metadata', 'taken for title, source or credits', summary.metadata),
        *(
            ('dropped', f'dropped: {_rule(name, rules, whys)}', count)
            for name, count in summary.dropped.items()
        ),
    ]
    changed = [
        ('changed', _rule(name, rules, whys), count) for name, count in summary.changed_by.items()
    ]
    return f'<h2>{summary.lines} lines</h2>\n{_counts(rows)}\n' + (
        f'<h2>Rules that changed lines</h2>\n{_counts(changed)}' if changed else ''
    )


def _rule(name: str, rules: Catalogue, whys: Mapping[str, str]) -> str:
    why = rules.why(name) or whys.get(name, '')
    return f'{name} ({why})' if why else name


def _counts(rows: Iterable[tuple[str, str, int]]) -> str:
    return (
        '<table>\n'
        + '\n'.join(
            f'<tr class="{kind}"><td class="count">{count}</td>'
            f'<td class="text">{escape(text)}</td></tr>'
            for kind, text, count in rows
        )
        + '\n</table>'
    )


def _filter(fates: Mapping[str, int], rules: Mapping[str, int]) -> str:
    return (
        '<h2>The seeds and the manuscript</h2>\n<fieldset><legend>Lines to show</legend>\n'
        '<p><label><input type="radio" name="only" checked> all</label>\n'
        f'{_choices("fate", fates)}</p>\n<p>{_choices("only", rules)}</p></fieldset>'
    )


def _choices(prefix: str, counts: Mapping[str, int]) -> str:
    return ''.join(
        f'<label><input type="radio" name="only" id="{prefix}-{escape(name)}"> '
        f'{escape(name)} {count}</label>\n'
        for name, count in sorted(counts.items())
    )


def _filter_style(fates: Iterable[str], rules: Iterable[str]) -> str:
    hidden = [(f'only-{rule}', f'[data-rules~={css_string(rule)}]') for rule in sorted(rules)]
    hidden += [(f'fate-{fate}', f'.{fate}') for fate in sorted(fates)]
    return ''.join(
        f'body:has([id={css_string(choice)}]:checked) .line:not({lines}) {{ display: none; }}\n'
        for choice, lines in hidden
    )


def _contents(names: Sequence[str]) -> str:
    """Links to the seeds, where there are several."""
    items = ''.join(
        f'<li><a href="#seed-{number}" lang="ja">{escape(name)}</a></li>\n'
        for number, name in enumerate(names, 1)
    )
    return f'<nav><ol>\n{items}</ol></nav>' if len(names) > 1 else ''


def _suspicions(record: CleaningRecord, names: Iterable[str]) -> str:
    by_kind: dict[str, list[str]] = {}
    for number, (seed, name) in enumerate(zip(record.seeds, names), 1):
        for place, line in enumerate(seed.lines, 1):
            for suspicion in line.suspicions:
                found = suspicion.found or line.text.strip()[:_SHOWN]
                by_kind.setdefault(suspicion.why, []).append(
                    f'<li><a href="#{_id(number, place)}" lang="ja">{escape(name)}:{line.line}'
                    f'</a> <span lang="ja">{escape(found)}</span></li>'
                )
    if not by_kind:
        return '<h2>Nothing to look at</h2>'
    return f'<h2>To look at ({sum(map(len, by_kind.values()))})</h2>\n' + '\n'.join(
        f'<details open><summary>{escape(why)} ({len(items)})</summary>\n'
        '<ul>\n' + '\n'.join(items) + '\n</ul></details>'
        for why, items in by_kind.items()
    )


def _seed(seed: SeedRecord, name: str, number: int) -> str:
    rows = '\n'.join(_line(line, _id(number, place)) for place, line in enumerate(seed.lines, 1))
    return (
        f'<h2 id="seed-{number}">{escape(name)} ({escape(seed.encoding)})</h2>\n'
        '<table class="seed-lines">\n<tr><th class="number">line</th><th class="fate">fate</th>'
        f'<th>seed</th><th>manuscript</th></tr>\n{rows}\n</table>'
    )


def _line(line: LineRecord, identifier: str) -> str:
    notes = [f'<span class="note why">{_said(suspicion)}</span>' for suspicion in line.suspicions]
    if line.rule:
        notes.append(
            _note(f'{line.rule}: {line.why}' + (f' → {line.field}' if line.field else ''))
        )
    rules = dict.fromkeys(change.rule for change in line.changes if change.rule != line.rule)
    if rules:
        notes.append(_note(', '.join(rules)))
    seed, kept = _texts(line)
    place = _note(f'→ {line.where}') if line.where else ''
    return (
        f'<tr id="{identifier}" class="line {line.fate}" '
        f'data-rules="{escape(" ".join(_rules_of(line)))}">'
        f'<td class="number">{line.line}</td><td class="fate">{line.fate}</td>'
        f'<td class="text"><span class="seed" lang="ja">{seed}</span>{"".join(notes)}</td>'
        f'<td class="text"><span class="manuscript" lang="ja">{kept}</span>{place}</td></tr>'
    )


def _texts(line: LineRecord) -> tuple[str, str]:
    """The line of the seed and what is kept of it, as HTML."""
    if line.fate == 'dropped':
        return escape(line.text), ''
    if not line.changes:
        return escape(line.text), escape(line.text)
    seed, kept = [], []
    for old, new in differences(line.text, line.result):
        seed.append(escape(old) if old == new or not old else f'<del>{escape(old)}</del>')
        kept.append(escape(new) if old == new or not new else f'<ins>{escape(new)}</ins>')
    return ''.join(seed), ''.join(kept)


def _said(suspicion: Suspicion) -> str:
    found = f': <span lang="ja">{escape(suspicion.found)}</span>' if suspicion.found else ''
    return f'{escape(suspicion.why)}{found}'


def _note(text: str) -> str:
    return f'<span class="note">{escape(text)}</span>'


def _id(seed_number: int, line_number: int) -> str:
    return f'seed-{seed_number}-line-{line_number}'
