"""Ace by DAISY's opinion of an EPUB: can people who cannot see read it?"""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from ..errors import BadInput

_MODULES = Path(__file__).parents[2] / 'node_modules'
_ACE = _MODULES / '@daisy' / 'ace' / 'bin' / 'ace-puppeteer.js'
_CHROMIUM = ('chromium', 'chromium-browser', 'google-chrome')


def has_ace():
    """Is there all that Ace needs: itself, Node.js and a Chromium?"""
    return _ACE.is_file() and shutil.which('node') is not None and chromium() is not None


def check_ace(path):
    """What Ace has against the EPUB at ``path``: a readable line a violation.

    Needs ``has_ace()``. Raises ``BadInput`` where Ace does not answer.
    """
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            ['node', str(_ACE), '--force', '--silent', '--outdir', folder, str(path)],
            env={**os.environ, 'PUPPETEER_EXECUTABLE_PATH': chromium()},
            stdin=subprocess.DEVNULL, capture_output=True, check=False)
        try:
            report = json.loads((Path(folder) / 'report.json').read_bytes())
        except (OSError, ValueError) as error:
            said = (run.stderr or run.stdout).decode(errors='replace').strip().splitlines()
            raise BadInput(
                path, f'Ace gave no answer{": " + said[-1] if said else ""}') from error
    return [
        _line(path, document['earl:testSubject']['url'], violation)
        for document in report['assertions'] for violation in document['assertions']]


def _line(path, document, violation):
    said = ' '.join(violation['earl:result']['dct:description'].split())
    rule, impact = violation['earl:test']['dct:title'], violation['earl:test']['earl:impact']
    return f'{path}: {document}: {impact} {rule}: {said}'


def chromium():
    """The path of a Chromium, or ``None``."""
    return next(filter(None, map(shutil.which, _CHROMIUM)), None)
