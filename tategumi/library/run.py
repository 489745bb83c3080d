"""All books of a library."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from .cluster import on_cluster
from .outcome import Outcome
from .processes import in_processes


def make_library(
    roots: Sequence[Path],
    jobs: int,
    scheduler: str = '',
    resume: bool = False,
    tell: Callable[[str], None] | None = None,
    cached: bool = True,
    limit: float = 0,
) -> dict[Path, Outcome]:
    """``{folder: Outcome}`` of the books in the folders ``roots``, in their order.

    ``jobs`` processes of this machine make them, or the workers of the Dask
    cluster ``scheduler``; ``resume`` and ``cached`` are as ``make`` has them. A book that
    takes longer than ``limit`` seconds fails; 0 is no limit.
    ``tell(line)`` is called for each book as it is done. Raises ``BadInput``
    where there is no such cluster.
    """
    # A worker may be at home in another folder.
    places = [os.path.realpath(root) for root in roots]
    made = (
        on_cluster(places, scheduler, jobs, resume, cached, limit)
        if scheduler
        else in_processes(places, jobs, resume, cached, limit)
    )
    outcomes = {}
    for index, outcome in made:
        outcomes[index] = outcome
        if tell:
            tell(f'{roots[index]}  {outcome}')
    return {root: outcomes[index] for index, root in enumerate(roots)}
