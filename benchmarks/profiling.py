"""Where the time of setting a book goes, by the part of the press or of its libraries."""

import pstats
import re
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path

from .peers.this_press import PROJECT, press, write_book

#: The command itself: ``pipeline.py`` runs it in a process that it supervises.
_PROFILED = """
import cProfile, sys
profile = cProfile.Profile()
profile.enable()
from tategumi.cli import main
main(sys.argv[2:])
profile.dump_stats(sys.argv[1])
"""

_PACKAGE = re.compile(r'site-packages/(\w+)/(?:(\w+)/)?')


def profile(novel, command):
    """The shares of time by part, the largest first: ``[[part, share], …]``.

    ``command`` of the press is run in one process under ``cProfile``, which makes it
    several times slower and small functions dearer than they are; only functions' own
    time counts.
    """
    with tempfile.TemporaryDirectory() as folder:
        write_book(novel, Path(folder))
        python, _, *arguments = press(command, folder)
        stats_path = str(Path(folder, 'stats'))
        subprocess.run(
            (python, '-c', _PROFILED, stats_path, *arguments, '--jobs', '1'),
            cwd=PROJECT,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        stats = pstats.Stats(stats_path)
    times = defaultdict(float)
    for (file, _, function), (_, _, own, _, callers) in stats.stats.items():
        if file != '~' or not callers:
            times[_part(file)] += own
            continue
        # The time of what is built in goes to those who called it.
        for (caller, _, _), (_, _, own_for, _) in callers.items():
            times[_part(caller)] += own_for
    total = sum(times.values())
    shares = [[part, time / total] for part, time in times.items()]
    return sorted(shares, key=lambda share: (-share[1], share[0]))


def _part(file):
    path = Path(file)
    if path.is_relative_to(PROJECT / 'tategumi'):
        return '/'.join(path.relative_to(PROJECT).parent.parts)
    if found := _PACKAGE.search(file):
        return '/'.join(filter(None, found.groups()))
    return 'Python, frozen' if file.startswith('<') else f'Python, {path.stem}'
