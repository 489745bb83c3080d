"""The memory that a book takes grows little with its chapters."""

import subprocess
import sys
from pathlib import Path

PRESS = Path(__file__).parents[1]
#: Megabytes.
A_CHAPTER = 0.3
PROSE = 'その夜も港の灯は消えず、船を待つ人々の影が岸壁に長く延びていた。沖の船は動かない。\n\n'


def megabytes(root, chapters):
    """What making both books of so many chapters takes at most, of one process."""
    folder = root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    for number in range(chapters):
        text = f'# 第{number + 1}章　港\n\n{PROSE * 6}'
        (folder / f'{number:04d}.md').write_text(text, encoding='utf-8')
    (root / 'book' / 'book.yaml').write_text('title: 港\n', encoding='utf-8')
    made = subprocess.run(
        [sys.executable, '-c', _MAKE, str(root)],
        cwd=PRESS,
        capture_output=True,
        text=True,
        timeout=500,
    )
    assert made.returncode == 0, made.stderr
    return int(made.stderr.split()[-1]) / 1024


_MAKE = """
import resource, sys
from tategumi import cli
status = cli.main(['all', '--jobs', '1', '--root', sys.argv[1]])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr, flush=True)
sys.exit(status)
"""


def test_a_chapter_more_takes_little(tmp_path):
    few, many = 60, 260
    grown = megabytes(tmp_path / 'many', many) - megabytes(tmp_path / 'few', few)
    assert grown < A_CHAPTER * (many - few)
