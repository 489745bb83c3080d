"""The memory that a book takes grows little with its chapters."""

import subprocess
import sys
from pathlib import Path

import pytest

PRESS = Path(__file__).parents[1]
PROSE = 'その夜も港の灯は消えず、船を待つ人々の影が岸壁に長く延びていた。沖の船は動かない。\n\n'
FEW, MANY = 20, 120
#: Megabytes that a chapter may take. For the list of its pages an EPUB needs to know of each page
#: of the PDF where it begins, and no more.
A_CHAPTER = {'all': 0.3, 'epub': 0.11}


def megabytes(root, chapters, command):
    """What making a book of so many chapters takes at most, of one process."""
    folder = root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    for number in range(chapters):
        text = f'# 第{number + 1}章　港\n\n{PROSE * 6}'
        (folder / f'{number:04d}.md').write_text(text, encoding='utf-8')
    (root / 'book' / 'book.yaml').write_text('title: 港\n', encoding='utf-8')
    made = subprocess.run(
        [sys.executable, '-c', _MAKE, str(root), command],
        cwd=PRESS,
        capture_output=True,
        text=True,
        timeout=500,
    )
    assert made.returncode == 0, made.stderr
    return int(made.stderr.split()[-2]) / 1024


#: So few chapters are no more than what is swept away together.
_MAKE = """
import sys
from pathlib import Path
from tategumi import cli
from tategumi.pdf.segments import workers
workers._SWEPT = 5_000
status = cli.main([sys.argv[2], '--jobs', '1', '--root', sys.argv[1]])
told = Path('/proc/self/status').read_text()
print(told.partition('VmHWM:')[2].partition('\\n')[0], file=sys.stderr, flush=True)
sys.exit(status)
"""


@pytest.mark.skipif(not Path('/proc/self/status').is_file(), reason='processes are not told of')
@pytest.mark.parametrize('command', A_CHAPTER)
def test_a_chapter_more_takes_little(tmp_path, command):
    few, many = (
        megabytes(tmp_path / str(chapters), chapters, command) for chapters in (FEW, MANY)
    )
    assert many - few < A_CHAPTER[command] * (MANY - FEW)
