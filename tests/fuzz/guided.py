"""Seeds made by what the code does with them: atheris and libFuzzer.

    python -m tests.fuzz.guided SECONDS

A text that fails is printed, and what it was made of is left in dist/fuzz/.
"""

import sys
from pathlib import Path

import atheris
from hypothesis import given

with atheris.instrument_imports(include=['tategumi', 'markdown']):
    from .properties import PROPERTIES, bytes_become_chapters_or_one_clear_line


FOUND = Path('dist', 'fuzz')


def main(seconds):
    holds = bytes_become_chapters_or_one_clear_line
    FOUND.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            sys.argv[0],
            f'-max_total_time={seconds}',
            f'-artifact_prefix={FOUND}/',
            '-timeout=60',
            '-rss_limit_mb=4096',
            '-max_len=16384',
            '-len_control=0',
        ],
        given(**PROPERTIES[holds])(holds).hypothesis.fuzz_one_input,
    )
    atheris.Fuzz()


if __name__ == '__main__':
    main(int(sys.argv[1]))
