"""The outcome of making one book of a library."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from ..east_asian import columns
from ..messages import ENGLISH, Language, Message

State = Literal['made', 'unchanged', 'failed']

#: What the states are called.
STATES: dict[str, Message] = {
    'made': Message('made'),
    'unchanged': Message('unchanged'),
    'failed': Message('failed'),
}
#: Columns of a terminal that they take.
_COLUMNS = 9


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
        return self.said(ENGLISH)

    def said(self, language: Language) -> str:
        """Its line in that language."""
        state = language.say(STATES[self.state])
        state += ' ' * (_COLUMNS - columns(state))
        if self.state == 'failed':
            return f'{state}  {language.say(self.fault)}'
        made = Message(
            '{title}: {chapters} chapter, {pages} pages'
            if self.chapters == 1
            else '{title}: {chapters} chapters, {pages} pages',
            title=self.title,
            chapters=self.chapters,
            pages=self.pages,
        )
        if self.warnings:
            made = Message('{made}, {count} to look at', made=made, count=len(self.warnings))
        return f'{state}  {language.say(made)}'


def count_states(outcomes: Iterable[Outcome]) -> dict[State, int]:
    """``{state: number of Outcomes}`` with every state."""
    counts = Counter(outcome.state for outcome in outcomes)
    return {state: counts[state] for state in get_args(State)}
