"""The closing summary: what became of the text and what was made of it."""

from dataclasses import dataclass, field

#: So many warnings or suspicions are shown; the rest is counted.
_SHOWN = 12


@dataclass
class Summary:
    """Collects what the commands have to say; ``str()`` is the summary.

    ``facts`` are (name, text) lines; ``warnings`` one line each; ``files`` are
    the paths written, as the user would type them.
    """

    facts: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    files: list = field(default_factory=list)

    def add(self, name, text):
        self.facts.append((name, text))

    def __str__(self):
        width = max((len(name) for name, _ in self.facts), default=0)
        lines = [f'{name.ljust(width)}  {text}' for name, text in self.facts]
        if self.warnings:
            lines += ['', f'To look at ({len(self.warnings)}):']
            lines += [f'  {warning}' for warning in self.warnings[:_SHOWN]]
            if len(self.warnings) > _SHOWN:
                lines.append(f'  … and {len(self.warnings) - _SHOWN} more; '
                             'pipeline.py report lists all')
        if self.files:
            lines += ['', 'Written:', *(f'  {path}' for path in self.files)]
        return '\n'.join(lines)
