"""Checks the accessibility of an EPUB with Ace by DAISY."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from ..errors import Unavailable
from ..messages import ENGLISH, Language, Message
from .chromium import chromium
from .fault import Fault, Severity

_MODULES = Path(__file__).parents[2] / 'node_modules'
#: By the impact on a reader that Ace tells of.
_SEVERITIES: dict[str, Severity] = {'critical': 'error', 'serious': 'error'}

_ACE = _MODULES / '@daisy' / 'ace' / 'bin' / 'ace-puppeteer.js'


def has_ace() -> bool:
    """Whether Ace, Node.js and a Chromium are installed."""
    return _ACE.is_file() and shutil.which('node') is not None and chromium() is not None


def lacks_ace() -> str:
    """Why Ace cannot be run here, for the summary; empty where it can."""
    if has_ace():
        return ''
    return Message(
        'accessibility, by Ace: "make ace" in the folder of the press sets it up for '
        '"make check" there'
    )


def check_ace(path: Path, language: Language = ENGLISH, limit: float = 1800) -> list[Fault]:
    """Run Ace on the EPUB at ``path``: a ``Fault`` for each violation, in ``language``.

    Needs ``has_ace()``. Raises ``BadInput`` where Ace does not answer, or not
    within ``limit`` seconds.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = _run_ace(path, folder, language.tag, limit)
        try:
            report = json.loads((Path(folder) / 'report.json').read_bytes())
        except (OSError, ValueError) as error:
            raise Unavailable(
                path, 'Ace gave no answer: {said}', said=output[-1] if output else '–'
            ) from error
    return [
        _fault(path, document['earl:testSubject']['url'], violation)
        for document in report['assertions']
        for violation in document['assertions']
    ]


def _run_ace(path: Path, folder: str, tag: str, limit: float) -> list[str]:
    """The lines Ace says, its report left in ``folder``."""
    # A session of its own, so that the browsers Ace starts end with it.
    with subprocess.Popen(
        ['node', str(_ACE), '--force', '--silent', '--lang', tag, '--outdir', folder, str(path)],
        env={**os.environ, 'PUPPETEER_EXECUTABLE_PATH': chromium() or ''},
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as ace:
        try:
            output, errors = ace.communicate(timeout=limit)
        except subprocess.TimeoutExpired as error:
            _end(ace)
            raise Unavailable(
                path, 'Ace gave no answer within {limit} seconds', limit=limit
            ) from error
    return (errors or output).decode(errors='replace').strip().splitlines()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process, and those it started where the system knows groups of them."""
    if hasattr(os, 'killpg'):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _fault(path: Path, document: str, violation: dict[str, Any]) -> Fault:
    description = ' '.join(violation['earl:result']['dct:description'].split())
    rule, impact = violation['earl:test']['dct:title'], violation['earl:test']['earl:impact']
    return Fault(rule, _SEVERITIES.get(impact, 'warning'), f'{path}: {document}', description)
