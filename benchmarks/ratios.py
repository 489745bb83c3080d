"""Ours against theirs."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Spread:
    """Median, least and greatest of one or more numbers."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, numbers):
        """The ``Spread`` of an iterable, or ``None`` if it is empty."""
        numbers = sorted(numbers)
        return cls(median(numbers), numbers[0], numbers[-1]) if numbers else None


def runs_of(runs, peer, limit, ruby):
    """Those of ``runs`` that are of one entry."""
    return [run for run in runs if (run['peer'], run['limit'], run['ruby']) == (peer, limit, ruby)]


def ratio(ours, theirs, name):
    """The ``Spread`` of ours / theirs in field ``name`` over the rounds that both have."""
    by_round = {run['round']: run[name] for run in theirs}
    return Spread.of(
        run[name] / by_round[run['round']] for run in ours if by_round.get(run['round'])
    )
