"""Formats the cleaning record as one HTML page, without scripts or outside resources."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import resources
from pathlib import Path

from ..css import css_string
from ..html_page import html_page
from ..messages import ENGLISH, Language, Message
from .decisions import REPLACED, WHY
from .differences import differences
from .record import CleaningRecord, LineRecord, SeedRecord, Summary, Suspicion, relative
from .rules import Catalogue, catalogue

#: So much of a line stands in the list of what to look at, where nothing of it was found amiss.
_SHOWN = 24

_TITLE = Message('What became of the seeds')
#: What the fates of lines are called.
FATES = {
    'kept': Message('kept'),
    'changed': Message('changed'),
    'suspect': Message('suspect'),
    'metadata': Message('metadata'),
    'dropped': Message('dropped'),
}


def record_html(
    record: CleaningRecord,
    root: Path | str = '.',
    rules: Catalogue | None = None,
    language: Language = ENGLISH,
) -> str:
    """The ``CleaningRecord`` as HTML text in ``language``; files are given relative to ``root``.

    Suspicions stand first, by kind, each linked to its line; then every line of
    every seed beside what is in the manuscript of it. A choice above the seeds
    shows the lines of one fate or one rule alone. All text of the seeds is escaped.
    """
    return _Report(record, root, rules or catalogue(), language).page()


class _Report:
    """The page of one record."""

    def __init__(
        self, record: CleaningRecord, root: Path | str, rules: Catalogue, language: Language
    ) -> None:
        self._record, self._rules, self._language = record, rules, language
        self._names = [relative(seed.file, root) for seed in record.seeds]

    def _said(self, message: object) -> str:
        """``message`` in words, as HTML."""
        return escape(self._language.say(message))

    def page(self) -> str:
        """The page as HTML."""
        record = self._record
        counts = Counter(
            rule for seed in record.seeds for line in seed.lines for rule in _rules_of(line)
        )
        fates: Counter[str] = Counter(line.fate for seed in record.seeds for line in seed.lines)
        body = [
            f'<h1>{self._said(_TITLE)}</h1>',
            self._suspicions(),
            self._summary(record.summary),
            self._filter(fates, counts),
            _contents(self._names),
        ]
        body += [
            self._seed(seed, name, number)
            for number, (seed, name) in enumerate(zip(record.seeds, self._names), 1)
        ]
        style = resources.files(__package__).joinpath('report.css').read_text('utf-8')
        return html_page(
            self._language.say(_TITLE),
            f'{style}{_filter_style(fates, counts)}',
            '\n'.join(body),
            language=self._language.tag,
        )

    def _summary(self, summary: Summary) -> str:
        # What the press does without a rule of the catalogue, its lines say.
        lines = [line for seed in self._record.seeds for line in seed.lines]
        whys = {line.rule: line.why for line in lines if line.why}

        def ruled(name: str) -> Message:
            why = self._rules.why(name) or whys.get(name, WHY if name == REPLACED else '')
            return Message('{rule} ({why})' if why else '{rule}', rule=name, why=why)

        rows: list[tuple[str, Message, int]] = [
            ('', Message('kept as they are'), summary.kept),
            ('changed', Message('kept, changed by a rule'), summary.changed),
            ('suspect', Message('kept, for an editor to look at'), summary.suspect),
            ('metadata', Message('taken for title, source or credits'), summary.metadata),
            *(
                ('dropped', Message('dropped: {rule}', rule=ruled(name)), count)
                for name, count in summary.dropped.items()
            ),
        ]
        changed = [('changed', ruled(name), count) for name, count in summary.changed_by.items()]
        head = Message(
            '{count} line' if summary.lines == 1 else '{count} lines', count=summary.lines
        )
        text = f'<h2>{self._said(head)}</h2>\n{self._counts(rows)}\n'
        if changed:
            head = Message('Rules that changed lines')
            text += f'<h2>{self._said(head)}</h2>\n{self._counts(changed)}'
        return text

    def _counts(self, rows: Iterable[tuple[str, Message, int]]) -> str:
        return (
            '<table>\n'
            + '\n'.join(
                f'<tr class="{kind}"><td class="count">{count}</td>'
                f'<td class="text">{self._said(text)}</td></tr>'
                for kind, text, count in rows
            )
            + '\n</table>'
        )

    def _filter(self, fates: Mapping[str, int], rules: Mapping[str, int]) -> str:
        head, legend = Message('The seeds and the manuscript'), Message('Lines to show')
        return (
            f'<h2>{self._said(head)}</h2>\n<fieldset><legend>{self._said(legend)}</legend>\n'
            f'<p><label><input type="radio" name="only" checked> {self._said(Message("all"))}'
            f'</label>\n{self._choices("fate", fates)}</p>\n'
            f'<p>{self._choices("only", rules)}</p></fieldset>'
        )

    def _choices(self, prefix: str, counts: Mapping[str, int]) -> str:
        return ''.join(
            f'<label><input type="radio" name="only" id="{prefix}-{escape(name)}"> '
            f'{self._said(FATES.get(name, name) if prefix == "fate" else name)} {count}'
            '</label>\n'
            for name, count in sorted(counts.items())
        )

    def _suspicions(self) -> str:
        by_kind: dict[str, list[str]] = {}
        for number, (seed, name) in enumerate(zip(self._record.seeds, self._names), 1):
            for place, line in enumerate(seed.lines, 1):
                for suspicion in line.suspicions:
                    found = suspicion.found or line.text.strip()[:_SHOWN]
                    by_kind.setdefault(suspicion.why, []).append(
                        f'<li><a href="#{_id(number, place)}" lang="ja">{escape(name)}:'
                        f'{line.line}</a> <span lang="ja">{escape(found)}</span></li>'
                    )
        if not by_kind:
            return f'<h2>{self._said(Message("Nothing to look at"))}</h2>'
        head = Message('To look at ({count})', count=sum(map(len, by_kind.values())))
        return f'<h2>{self._said(head)}</h2>\n' + '\n'.join(
            f'<details open><summary>{self._said(why)} ({len(items)})</summary>\n'
            '<ul>\n' + '\n'.join(items) + '\n</ul></details>'
            for why, items in by_kind.items()
        )

    def _seed(self, seed: SeedRecord, name: str, number: int) -> str:
        rows = '\n'.join(
            self._line(line, _id(number, place)) for place, line in enumerate(seed.lines, 1)
        )
        columns = (
            ('number', Message('line')),
            ('fate', Message('fate')),
            ('', Message('seed')),
            ('', Message('manuscript')),
        )
        heads = ''.join(
            f'<th class="{kind}">{self._said(text)}</th>'
            if kind
            else f'<th>{self._said(text)}</th>'
            for kind, text in columns
        )
        return (
            f'<h2 id="seed-{number}">{escape(name)} ({escape(seed.encoding)})</h2>\n'
            f'<table class="seed-lines">\n<tr>{heads}</tr>\n{rows}\n</table>'
        )

    def _line(self, line: LineRecord, identifier: str) -> str:
        notes = [
            f'<span class="note why">{self._suspected(suspicion)}</span>'
            for suspicion in line.suspicions
        ]
        if line.rule:
            field = f' → {line.field}' if line.field else ''
            notes.append(_note(f'{escape(line.rule)}: {self._said(line.why)}{escape(field)}'))
        rules = dict.fromkeys(change.rule for change in line.changes if change.rule != line.rule)
        if rules:
            notes.append(_note(escape(', '.join(rules))))
        seed, kept = _texts(line)
        place = _note(escape(f'→ {line.where}')) if line.where else ''
        return (
            f'<tr id="{identifier}" class="line {line.fate}" '
            f'data-rules="{escape(" ".join(_rules_of(line)))}">'
            f'<td class="number">{line.line}</td>'
            f'<td class="fate">{self._said(FATES[line.fate])}</td>'
            f'<td class="text"><span class="seed" lang="ja">{seed}</span>{"".join(notes)}</td>'
            f'<td class="text"><span class="manuscript" lang="ja">{kept}</span>{place}</td></tr>'
        )

    def _suspected(self, suspicion: Suspicion) -> str:
        found = f': <span lang="ja">{escape(suspicion.found)}</span>' if suspicion.found else ''
        return f'{self._said(suspicion.why)}{found}'


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


def _note(html: str) -> str:
    return f'<span class="note">{html}</span>'


def _id(seed_number: int, line_number: int) -> str:
    return f'seed-{seed_number}-line-{line_number}'
