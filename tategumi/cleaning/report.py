"""The record as one HTML page for an editor's eyes: no script, nothing from elsewhere."""

import difflib
from html import escape

from .record import relative
from .rules import catalogue

_STYLE = '''
:root { color-scheme: light dark; --quiet: #6b6b6b; --line: #d8d4cc;
  --changed: #8a5a00; --dropped: #8c8c8c; --metadata: #00636b; --suspect: #a8201a; }
@media (prefers-color-scheme: dark) { :root { --quiet: #a5a5a5; --line: #444;
  --changed: #e0b050; --dropped: #8a8a8a; --metadata: #5cc4cc; --suspect: #ff8f85; } }
body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem;
  font: 1rem/1.7 "Hiragino Mincho ProN", "Noto Serif CJK JP", "Noto Serif JP", serif; }
h1, h2, th, .fate, nav, footer { font-family: system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; }
th { text-align: start; font-size: .8rem; font-weight: 600; color: var(--quiet); }
th, td { padding: .3rem .6rem .3rem 0; vertical-align: top; border-top: 1px solid var(--line); }
td.number { text-align: end; color: var(--quiet); font-variant-numeric: tabular-nums; }
td.text { overflow-wrap: anywhere; white-space: pre-wrap; width: 100%; }
td.count { font-variant-numeric: tabular-nums; }
.fate { font-size: .8rem; white-space: nowrap; }
.changed .fate { color: var(--changed); } .dropped .fate { color: var(--dropped); }
.metadata .fate { color: var(--metadata); } .suspect .fate { color: var(--suspect); }
.dropped .text > .seed { color: var(--dropped); text-decoration: line-through; }
.note { display: block; font: .8rem/1.5 system-ui, sans-serif; color: var(--quiet); }
.suspect .note.why { color: var(--suspect); }
del { color: var(--suspect); background: color-mix(in srgb, var(--suspect) 14%, transparent); }
ins { color: var(--metadata); background: color-mix(in srgb, var(--metadata) 14%, transparent);
  text-decoration: none; }
tr:target td { background: color-mix(in srgb, var(--changed) 12%, transparent); }
'''
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# Beyond this, comparing letter by letter costs more than it shows.
_COMPARED = 4_000


def record_html(record, root='.', rules=None):
    """The ``CleaningRecord`` as HTML text; files are given relative to ``root``.

    Suspicions stand first, each linked to its line; then every line of every
    seed with its fate. All text of the seeds is escaped.
    """
    names = [relative(seed.file, root) for seed in record.seeds]
    body = [
        '<h1>What became of the seeds</h1>', _suspicions(record, names),
        _summary(record.summary, rules or catalogue())]
    body += [
        _seed(seed, name, number)
        for number, (seed, name) in enumerate(zip(record.seeds, names), 1)]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f'<title>What became of the seeds</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n'
        + '\n'.join(body) + '\n</body>\n</html>\n')


def _summary(summary, rules):
    rows = [
        ('', 'kept as they are', summary.kept),
        ('changed', 'kept, changed by a rule', summary.changed),
        ('suspect', 'kept, for an editor to look at', summary.suspect),
        ('metadata', 'taken for title, source or credits', summary.metadata),
        *(('dropped', f'dropped: {_rule(name, rules)}', count)
          for name, count in summary.dropped.items())]
    changed = [
        ('changed', _rule(name, rules), count) for name, count in summary.changed_by.items()]
    return (
        f'<h2>{summary.lines} lines</h2>\n{_counts(rows)}\n'
        + (f'<h2>Rules that changed lines</h2>\n{_counts(changed)}' if changed else ''))


def _rule(name, rules):
    why = rules.why(name)
    return f'{name} ({why})' if why else name


def _counts(rows):
    return '<table>\n' + '\n'.join(
        f'<tr class="{kind}"><td class="count">{count}</td>'
        f'<td class="text">{escape(text)}</td></tr>' for kind, text, count in rows) + '\n</table>'


def _suspicions(record, names):
    items = [
        f'<li><a href="#{_id(number, place)}">{escape(name)}:{line.line}</a> '
        f'{_said(suspicion)}</li>'
        for number, (seed, name) in enumerate(zip(record.seeds, names), 1)
        for place, line in enumerate(seed.lines, 1) for suspicion in line.suspicions]
    if not items:
        return '<h2>Nothing to look at</h2>'
    return '<h2>To look at</h2>\n<ul>\n' + '\n'.join(items) + '\n</ul>'


def _seed(seed, name, number):
    rows = '\n'.join(
        _line(line, _id(number, place)) for place, line in enumerate(seed.lines, 1))
    return (
        f'<h2>{escape(name)} ({escape(seed.encoding)})</h2>\n<table>\n'
        f'<tr><th>line</th><th>fate</th><th>text</th></tr>\n{rows}\n</table>')


def _line(line, identifier):
    notes = [f'<span class="note why">{_said(suspicion)}</span>' for suspicion in line.suspicions]
    if line.fate in ('dropped', 'metadata'):
        notes.append(_note(f'{line.rule}: {line.why}' + (
            f' → {line.field}' if line.field else '')))
    rules = dict.fromkeys(
        change.rule for change in line.changes if change.rule != line.rule)
    if rules:
        notes.append(_note(', '.join(rules)))
    if line.where:
        notes.append(_note(f'→ {line.where}'))
    return (
        f'<tr id="{identifier}" class="{line.fate}">'
        f'<td class="number">{line.line}</td><td class="fate">{line.fate}</td>'
        f'<td class="text"><span class="seed" lang="ja">{_text(line)}</span>'
        f'{"".join(notes)}</td></tr>')


def _text(line):
    if not line.changes or line.fate == 'dropped':
        return escape(line.text)
    after = line.changes[-1].after
    if len(line.text) > _COMPARED:
        return f'<del>{escape(line.text)}</del><ins>{escape(after)}</ins>'
    parts = []
    matcher = difflib.SequenceMatcher(None, line.text, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == 'equal':
            parts.append(escape(line.text[start:end]))
            continue
        if end > start:
            parts.append(f'<del>{escape(line.text[start:end])}</del>')
        if new_end > new_start:
            parts.append(f'<ins>{escape(after[new_start:new_end])}</ins>')
    return ''.join(parts)


def _said(suspicion):
    found = f': <span lang="ja">{escape(suspicion.found)}</span>' if suspicion.found else ''
    return f'{escape(suspicion.why)}{found}'


def _note(text):
    return f'<span class="note">{escape(text)}</span>'


def _id(seed_number, line_number):
    return f'seed-{seed_number}-line-{line_number}'
