"""WeasyPrint's inside is what the press takes it for; another WeasyPrint is refused.

One test a seam, its name the seam's. ``seams.yaml`` tells what is assumed of each.
"""

import subprocess
import sys
from pathlib import Path

import pytest
import weasyprint
import yaml

from .weasyprint_names import PRESS, as_used, definition, names_used

TABLE = yaml.safe_load(Path(__file__).with_name('seams.yaml').read_text(encoding='utf-8'))


@pytest.fixture(scope='module')
def used():
    return names_used()


def test_the_table_has_every_name_that_is_used_and_no_other(used):
    assert sorted(map(as_used, TABLE)) == sorted(used[0])


def test_what_is_replaced_says_when_it_may_go(used):
    assert {name for name, seam in TABLE.items() if seam.get('goes')} == used[1]


@pytest.mark.parametrize('name', sorted(TABLE))
def test_seam(name, used):
    names, replaced = used
    seam, is_replaced = TABLE[name], name in replaced
    try:
        signature, digest = definition(name, is_replaced)
    except LookupError as error:
        pytest.fail(_told(name, f'it is gone: {error}', names), pytrace=False)
    if signature != seam.get('signature', ''):
        pytest.fail(
            _told(name, f'it takes ({signature}), no longer ({seam.get("signature", "")})', names),
            pytrace=False,
        )
    if digest != seam['digest']:
        what = 'its source, or a call of it,' if is_replaced else 'its source'
        pytest.fail(_told(name, f"{what} has another digest, '{digest}'", names), pytrace=False)


def _told(name, change, names):
    version = weasyprint.__version__
    return (
        f'{name} has changed (WeasyPrint {version}): {change}\n'
        f'  assumed of it: {TABLE[name]["assumes"]}\n'
        f'  by: {", ".join(sorted(names[as_used(name)]))}'
    )


@pytest.mark.parametrize('command', ['pdf', 'epub', 'proof'])
def test_another_weasyprint_is_refused_in_one_line(command, tmp_path):
    (tmp_path / 'book' / 'chapters').mkdir(parents=True)
    (tmp_path / 'book' / 'chapters' / '01.md').write_text('# 章\n\n本文。\n', encoding='utf-8')
    run = subprocess.run(
        [
            sys.executable,
            '-c',
            (
                'import sys, weasyprint; weasyprint.__version__ = "70.1"; '
                'from tategumi.cli import main; sys.exit(main(sys.argv[1:]))'
            ),
            command,
            '--root',
            tmp_path,
        ],
        cwd=PRESS,
        capture_output=True,
        encoding='utf-8',
    )
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1] == (
        'weasyprint: is version 70.1; vertical writing needs 70.0 exactly: '
        'run "make" to install it'
    )
    assert 'Traceback' not in run.stderr and not list(tmp_path.glob('dist/*.pdf'))
