"""The summary that a command prints at its end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..east_asian import columns
from ..messages import ENGLISH, Language, Message, at
from ..printable import printable

#: So many warnings or suspicions are shown; the rest is counted.
_SHOWN = 12


@dataclass
class Summary:
    """Collects facts, warnings and files; ``str()`` formats them.

    ``facts`` are (name, what can be said) lines, the names templates of messages; ``warnings``
    one message each; ``files`` are the paths written, as the user would type them.
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
                    Message(
                        '{seed}: lines {first}–{last} of {count}; {above} above and {below} '
                        'below are left out',
                        seed=seed.file.name,
                        first=bounds.first,
                        last=bounds.last,
                        count=bounds.count,
                        above=bounds.above,
                        below=bounds.below,
                    ),
                )
        kept = counts.kept + counts.changed + counts.suspect
        self.add('lines kept', Message('{kept} of {all}', kept=kept, all=counts.lines))
        self.add('lines dropped', _by_rule(counts.dropped))
        self.add('changes', _by_rule(counts.changed_by))
        self.add(
            'metadata',
            Message(
                '{count} line' if counts.metadata == 1 else '{count} lines', count=counts.metadata
            ),
        )
        for name, paths in (
            (Message('merged (edited)'), result.merged),
            (Message('left alone (edited)'), result.left_alone),
            (Message('kept beside'), result.kept_aside),
            (Message('removed'), result.removed),
        ):
            self.add_files(name, paths)
        if result.conflicts:
            self.add('conflicts to settle', result.conflicts)
        self.warnings += [at(path, why) for path, why in result.unread]
        self.warnings += [question.message for question in result.questions]
        self.files += result.written

    def add_files(self, name: Message, paths: Iterable[Path]) -> None:
        """Tell of the files ``paths``, if there are any, what ``name`` says."""
        if names := [path.name for path in paths]:
            self.add(name, Message('{names}', names=names))

    def __bool__(self) -> bool:
        return bool(self.facts or self.warnings or self.files)

    def __str__(self) -> str:
        return self.said(ENGLISH)

    def said(self, language: Language) -> str:
        """Its lines in that language, as a terminal shows them."""
        facts = [
            (language.translate(name), printable(language.say(text))) for name, text in self.facts
        ]
        width = max((columns(name) for name, _ in facts), default=0)
        lines = [f'{name}{" " * (width - columns(name))}  {text}' for name, text in facts]
        if self.warnings:
            head = Message('To look at ({count}):', count=len(self.warnings))
            lines += ['', language.say(head)]
            lines += [f'  {printable(language.say(each))}' for each in self.warnings[:_SHOWN]]
            more = len(self.warnings) - _SHOWN
            if more > 0:
                rest = Message('… and {count} more; the command report lists all', count=more)
                lines.append(f'  {language.say(rest)}')
        if self.files:
            files = (f'  {printable(path)}' for path in self.files)
            lines += ['', language.translate('Written:'), *files]
        return '\n'.join(lines)


def _by_rule(counts: Mapping[str, int]) -> object:
    """``{rule: lines}`` → ``3 (rule-a 2, rule-b 1)``."""
    if not counts:
        return 0
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rules = [f'{rule} {count}' for rule, count in ordered]
    return Message('{count} ({rules})', count=sum(counts.values()), rules=rules)
