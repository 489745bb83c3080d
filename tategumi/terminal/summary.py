"""The summary that a command prints at its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..printable import printable

#: So many warnings or suspicions are shown; the rest is counted.
_SHOWN = 12


@dataclass
class Summary:
    """Collects facts, warnings and files; ``str()`` formats them.

    ``facts`` are (name, text) lines; ``warnings`` one line each; ``files`` are
    the paths written, as the user would type them.
    """

    facts: list[tuple[str, object]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def add(self, name: str, text: object) -> None:
        self.facts.append((name, text))

    def add_cleaning(self, result: Any) -> None:
        """Tell of one cleaning (a ``CleaningResult``)."""
        counts = result.record.summary
        for seed in result.record.seeds:
            if bounds := seed.bounds:
                self.add(
                    'the text',
                    f'{seed.file.name}: lines {bounds.first}–{bounds.last} of {bounds.count}; '
                    f'{bounds.above} above and {bounds.below} below are left out',
                )
        kept = counts.kept + counts.changed + counts.suspect
        self.add('lines kept', f'{kept} of {counts.lines}')
        self.add('lines dropped', _by_rule(counts.dropped))
        self.add('changes', _by_rule(counts.changed_by))
        self.add('metadata', f'{counts.metadata} lines')
        for name, paths in (
            ('merged (edited)', result.merged),
            ('left alone (edited)', result.left_alone),
            ('kept beside', result.kept_aside),
            ('removed', result.removed),
        ):
            if paths:
                self.add(name, ', '.join(path.name for path in paths))
        if result.conflicts:
            self.add('conflicts to settle', result.conflicts)
        self.warnings += [f'{path}: {why}' for path, why in result.unread]
        self.warnings += [f'{place}: {suspicion}' for place, suspicion in result.record.suspicions]
        self.files += result.written

    def __bool__(self) -> bool:
        return bool(self.facts or self.warnings or self.files)

    def __str__(self) -> str:
        width = max((len(name) for name, _ in self.facts), default=0)
        lines = [f'{name.ljust(width)}  {printable(text)}' for name, text in self.facts]
        if self.warnings:
            lines += ['', f'To look at ({len(self.warnings)}):']
            lines += [f'  {printable(warning)}' for warning in self.warnings[:_SHOWN]]
            if len(self.warnings) > _SHOWN:
                lines.append(
                    f'  … and {len(self.warnings) - _SHOWN} more; the command report lists all'
                )
        if self.files:
            lines += ['', 'Written:', *(f'  {printable(path)}' for path in self.files)]
        return '\n'.join(lines)


def _by_rule(counts: Mapping[str, int]) -> str:
    """``{rule: lines}`` → ``3 (rule-a 2, rule-b 1)``."""
    if not counts:
        return '0'
    rules = ', '.join(
        f'{rule} {count}'
        for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
    return f'{sum(counts.values())} ({rules})'
