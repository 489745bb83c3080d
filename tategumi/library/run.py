"""All books of a library."""

import os

from .cluster import on_cluster
from .processes import in_processes


def make_library(roots, jobs, scheduler='', resume=False, tell=None, cached=True, limit=0):
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
