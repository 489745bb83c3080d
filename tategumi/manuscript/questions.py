"""What is left for an editor to settle: suspicions about lines that nobody changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..cleaning import CleaningRecord, Suspicion
from ..cleaning.record import relative
from ..errors import Place
from ..messages import Message, at
from .alignment import aligned

#: So many characters of a line are shown.
_SHOWN = 24


@dataclass(frozen=True)
class Question:
    """Why an editor should look at the line ``place`` of a seed: ``suspicion``.

    ``text`` is the line; ``where`` its line in the manuscript as cleaning writes it, ``None``
    where none came of it; ``entry`` what ``book.yaml`` calls the line.
    """

    place: Place
    text: str
    suspicion: Suspicion
    where: Place | None
    entry: str

    @property
    def message(self) -> Message:
        """Where, why and of what, with the line of ``book.yaml`` that settles it."""
        suspicion = Message('{why}: {found}', why=self.suspicion.why, found=self.found)
        return Message(
            '{question} (to keep it, keep: [{entry}]; to leave it out, drop: with the same)',
            question=at(self.place, suspicion),
            entry=self.entry,
        )

    @property
    def found(self) -> str:
        """What was found, with … where more stands before it; else how the line begins."""
        text, found = self.text.strip(), self.suspicion.found
        if not found:
            return text if len(text) <= _SHOWN else f'{text[:_SHOWN]}…'
        return f'…{found}' if text.endswith(found) and text != found else found


def open_questions(
    record: CleaningRecord, root: Path, made: Mapping[str, str], now: Mapping[str, str]
) -> tuple[Question, ...]:
    """The ``Question``s of ``record``, without those whose line the editor changed.

    ``made`` are the chapters by name as cleaning makes them, ``now`` as they are; files are told
    relative to ``root``.
    """
    same = unchanged_lines(made, now)
    return tuple(
        question
        for question in all_questions(record, root)
        if question.where is None or not is_settled(question.where, same)
    )


def all_questions(record: CleaningRecord, root: Path) -> tuple[Question, ...]:
    """The ``Question``s of ``record``, as ``open_questions`` tells them, settled or not."""
    return tuple(
        Question(
            Place(seed.file, line.line),
            line.text,
            suspicion,
            line.where,
            f'{relative(seed.file, root)}:{line.line}',
        )
        for seed in record.seeds
        for line in seed.lines
        for suspicion in line.suspicions
    )


def unchanged_lines(made: Mapping[str, str], now: Mapping[str, str]) -> dict[str, frozenset[int]]:
    """Of each chapter that was changed, the lines, from 1, of ``made`` that are as they were.

    ``made`` and ``now`` are texts by the names of chapters.
    """
    return {
        name: _unchanged(text.split('\n'), now[name].split('\n'))
        for name, text in made.items()
        if name in now and now[name] != text
    }


def is_settled(where: Place, unchanged: Mapping[str, frozenset[int]]) -> bool:
    """Whether the line ``where`` was changed; ``unchanged`` is as of ``unchanged_lines``."""
    name = PurePosixPath(str(where.file)).name
    return where.line is not None and name in unchanged and where.line not in unchanged[name]


def _unchanged(made: Sequence[str], now: Sequence[str]) -> frozenset[int]:
    """The lines, from 1, of ``made`` that are as they were in ``now``."""
    return frozenset(old + 1 for old, new in aligned(made, now).items() if made[old] == now[new])
