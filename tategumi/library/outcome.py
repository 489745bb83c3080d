"""The outcome of making one book of a library."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

State = Literal['made', 'unchanged', 'failed']


@dataclass(frozen=True)
class Outcome:
    """One book. ``files`` are paths in its folder, ``fault`` one line on why it failed.

    ``code`` names the kind of fault, as docs/faults.md does. ``warnings`` are what an editor
    should look at, one line each. An unchanged book was made before, and is as it was made then.
    """

    state: State
    title: str = ''
    chapters: int = 0
    pages: int = 0
    files: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    fault: str = ''
    code: str = ''

    def __str__(self) -> str:
        if self.state == 'failed':
            return f'failed     {self.fault}'
        line = f'{self.state:<9}  {self.title}: {self.chapters} chapters, {self.pages} pages'
        return f'{line}, {len(self.warnings)} to look at' if self.warnings else line


def count_states(outcomes: Iterable[Outcome]) -> dict[State, int]:
    """``{state: number of Outcomes}`` with every state."""
    counts = Counter(outcome.state for outcome in outcomes)
    return {state: counts[state] for state in get_args(State)}
