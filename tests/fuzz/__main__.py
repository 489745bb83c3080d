"""Seeds and folders that nobody meant to write, tried for as long as there is time.

    python -m tests.fuzz [--minutes 60] [--no-growth] [--no-attacks]

First the attacks of attacks.py with every command, signals at every file that is written and
little memory; then the growth of time with the length of texts of many shapes; for a quarter of
the time, what long runs of short patterns cost; then what properties.py says, from a new seed of
chance every few hundred texts. Where atheris is installed, half of that time goes to texts that it
makes by what the code does with them. What fails is printed whole; the exit status is 1.
"""

import argparse
import importlib.util
import itertools
import random
import subprocess
import sys
import time
import traceback

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as starting_from

from . import runs
from .growth import growth
from .long import long_form
from .properties import PROPERTIES

_BATCH = settings(
    max_examples=300,
    deadline=None,
    database=None,
    derandomize=False,
    print_blob=False,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[*HealthCheck],
)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--minutes', type=float, default=60)
    parser.add_argument('--no-growth', action='store_true')
    parser.add_argument('--no-attacks', action='store_true')
    options = parser.parse_args()
    failed = 0 if options.no_attacks else _attacks()
    failed += 0 if options.no_growth else _growth()
    seconds = options.minutes * 45
    failed += _runs(options.minutes * 15)
    if importlib.util.find_spec('atheris'):
        seconds /= 2
        failed += (
            subprocess.run(
                [sys.executable, '-m', 'tests.fuzz.guided', str(int(seconds))]
            ).returncode
            != 0
        )
    else:
        print('atheris is not installed; all texts are made by chance')
    failed += _by_chance(seconds)
    print(f'{failed} failures')
    return failed > 0


def _attacks():
    failed = 0
    for tried, has_failed in long_form():
        failed += has_failed
        print(f'{tried:<70} {"FAILED" * has_failed}', flush=True)
    return failed


def _growth():
    failed = 0
    for shape, seconds, grows in growth():
        failed += grows
        times = ' '.join(f'{each:8.3f}' for each in seconds)
        print(f'{shape:<40} {times} {"grows faster than the text" * grows}', flush=True)
    return failed


def _runs(seconds):
    end, failed, tried = time.monotonic() + seconds, 0, 0
    for pattern in runs.patterns():
        if time.monotonic() > end:
            break
        for name, frame in itertools.product(('a.txt', 'a.md'), runs.FRAMES):
            cost = runs.cost(name, runs.run_of(pattern, frame))
            tried += 1
            if cost is None or cost[0] > runs.SECONDS or cost[1] > runs.MEGABYTES:
                failed += 1
                told = 'fails' if cost is None else f'{cost[0]:.1f} s, {cost[1]:.0f} MB'
                print(f'{name}: runs of {pattern!r} within {frame}: {told}', flush=True)
    print(f'{tried} runs, {failed} failures', flush=True)
    return failed


def _by_chance(seconds):
    end, failed, tried = time.monotonic() + seconds, 0, 0
    while time.monotonic() < end:
        start = random.getrandbits(64)
        for holds, seeds in PROPERTIES.items():
            try:
                starting_from(start)(_BATCH(given(**seeds)(holds)))()
            except Exception:
                failed += 1
                traceback.print_exc()
        tried += _BATCH.max_examples * len(PROPERTIES)
        print(
            f'{tried} texts, {failed} failures, {max(0, end - time.monotonic()):.0f} s to go',
            flush=True,
        )
    return failed


if __name__ == '__main__':
    sys.exit(main())
