"""See to the parts of the system that no Python package brings.

Usage: ``system_parts.py press`` (what ``make`` needs), ``system_parts.py check`` (what
EPUBCheck needs), ``system_parts.py desk`` (what the tests of the desk need),
``system_parts.py plates`` (what the tests of the plates of ink need),
``system_parts.py readers`` (what the reading systems in a browser need),
``system_parts.py applications`` (the others) or ``system_parts.py peers`` (what ``make
bench`` compares the press with). Missing
parts are installed where apt-get is there and root or password-less sudo allows
it. Elsewhere, and when that fails, the commands to install them are printed and
the exit status is 1.

Runs before there is a ``.venv``: standard library only.
"""

import ctypes
import importlib.util
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PRESS = Path(__file__).parent.parent / 'tategumi'
FAMILIES = PRESS / 'settings' / 'families.py'
CHROMIUM = PRESS / 'check' / 'chromium.py'


@dataclass(frozen=True)
class Part:
    """One part: how to see it, and the packages that bring it on each system."""

    name: str
    is_there: Callable[[], bool]
    apt: tuple[str, ...]
    dnf: tuple[str, ...]
    brew: tuple[str, ...]


def main(arguments):
    """Return the exit status: 0 when every part is there at the end."""
    if len(arguments) != 1 or arguments[0] not in PARTS:
        print(f'usage: system_parts.py {"|".join(PARTS)}', file=sys.stderr)
        return 2
    missing = missing_of(PARTS[arguments[0]])
    # A program that ran short of memory may have noted for all that their folder is empty.
    if FONTS in missing and succeeds('fc-cache', '--force'):
        missing = missing_of(missing)
    if missing and (apt_get := apt_get_command()):
        print(f'setup: installing {names(missing)}', flush=True)
        apt_install(apt_get, missing)
        missing = missing_of(missing)
    if missing:
        print(advice(missing), file=sys.stderr)
        return 1
    return 0


def missing_of(parts):
    """Return the parts that are not on this machine."""
    return [part for part in parts if not part.is_there()]


def advice(missing):
    """Return the text that tells a person how to install ``missing``."""
    packages = {
        system: ' '.join(package for part in missing for package in getattr(part, system))
        for system in ('apt', 'dnf', 'brew')
    }
    return (
        f'setup: missing: {names(missing)}. Install and run make again:\n'
        f'  Debian, Ubuntu:    sudo apt-get update && sudo apt-get install {packages["apt"]}\n'
        f'  Fedora:            sudo dnf install {packages["dnf"]}\n'
        f'  macOS (Homebrew):  brew install {packages["brew"]}'
    )


def names(parts):
    """Return the names of ``parts`` as one list to read."""
    return ', '.join(part.name for part in parts)


def apt_get_command():
    """Return how to call apt-get with the right to install, or ``None``."""
    if not shutil.which('apt-get'):
        return None
    environment = ['env', 'DEBIAN_FRONTEND=noninteractive']
    apt_get = ['apt-get', '--quiet=2', '--option', 'DPkg::Lock::Timeout=300']
    if os.geteuid() == 0:
        return [*environment, *apt_get]
    if shutil.which('sudo') and succeeds('sudo', '-n', 'true'):
        return ['sudo', '-n', *environment, *apt_get]
    return None


def apt_install(apt_get, parts):
    """Install the Debian packages of ``parts``; apt-get's own words are shown if it fails."""
    packages = [package for part in parts for package in part.apt]
    for command in (['update'], ['install', '--yes', '--no-install-recommends', *packages]):
        run = subprocess.run(
            [*apt_get, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding='utf-8',
            errors='replace',
        )
        if run.returncode:
            print(run.stdout, file=sys.stderr)


def succeeds(*command):
    """Return whether ``command`` exists and exits with 0; its output is not shown."""
    try:
        return (
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            ).returncode
            == 0
        )
    except OSError:
        return False


def has_libraries(*names):
    """Return whether each shared library loads; ``names`` as in ``pango-1.0.so.0``."""
    for name in names:
        if sys.platform == 'darwin':
            stem, version = name.split('.so.')
            name = f'{stem}.{version}.dylib'
        try:
            ctypes.CDLL(f'lib{name}')
        except OSError:
            return False
    return True


def has_fonts():
    """Return whether a default family is there for each role that ``book.yaml`` knows."""
    try:
        listed = subprocess.run(
            ['fc-list', ':lang=ja', 'family'],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            encoding='utf-8',
            errors='replace',
        ).stdout
    except OSError:
        return False
    families = {name.strip() for line in listed.splitlines() for name in line.split(',')}
    wanted = runpy.run_path(str(FAMILIES))
    return not any(families.isdisjoint(wanted[role]) for role in ('SERIF', 'SANS'))


def has_ensurepip():
    """Return whether this Python can make virtual environments (Debian splits it off)."""
    return importlib.util.find_spec('ensurepip') is not None


NODE = Part(
    'Node.js and npm',
    lambda: succeeds('node', '--version') and succeeds('npm', '-v'),
    apt=('nodejs', 'npm'),
    dnf=('nodejs', 'nodejs-npm'),
    brew=('node',),
)
BROWSER = Part(
    'Chromium',
    lambda: runpy.run_path(str(CHROMIUM))['chromium']() is not None,
    apt=('chromium',),
    dnf=('chromium',),
    brew=('chromium',),
)
FONTS = Part(
    'Japanese serif and sans fonts',
    has_fonts,
    apt=('fonts-noto-cjk',),
    dnf=('google-noto-serif-cjk-fonts', 'google-noto-sans-cjk-fonts'),
    brew=('font-noto-serif-cjk-jp', 'font-noto-sans-cjk-jp'),
)
CALIBRE = Part(
    'calibre',
    lambda: shutil.which('ebook-convert') is not None,
    apt=('calibre',),
    dnf=('calibre',),
    brew=('calibre',),
)

PARTS = {
    'press': (
        Part(
            'venv for Python',
            has_ensurepip,
            apt=(f'python3.{sys.version_info.minor}-venv',),
            dnf=('python3',),
            brew=('python',),
        ),
        Part(
            'Pango',
            lambda: has_libraries('pango-1.0.so.0', 'pangoft2-1.0.so.0'),
            apt=('libpango-1.0-0', 'libpangoft2-1.0-0'),
            dnf=('pango',),
            brew=('pango',),
        ),
        Part(
            'HarfBuzz',
            lambda: has_libraries('harfbuzz.so.0', 'harfbuzz-subset.so.0'),
            apt=('libharfbuzz-subset0',),
            dnf=('harfbuzz',),
            brew=('harfbuzz',),
        ),
        Part(
            'fontconfig',
            lambda: shutil.which('fc-list') is not None,
            apt=('fontconfig',),
            dnf=('fontconfig',),
            brew=('fontconfig',),
        ),
        FONTS,
    ),
    'check': (
        Part(
            'Java',
            lambda: succeeds('java', '-version'),
            apt=('default-jre-headless',),
            dnf=('java-latest-openjdk-headless',),
            brew=('temurin',),
        ),
    ),
    'desk': (NODE, BROWSER),
    'plates': (
        Part(
            'Ghostscript',
            lambda: shutil.which('gs') is not None,
            apt=('ghostscript',),
            dnf=('ghostscript',),
            brew=('ghostscript',),
        ),
    ),
    'readers': (NODE, BROWSER),
    'applications': (
        CALIBRE,
        Part(
            'MuPDF',
            lambda: shutil.which('mutool') is not None,
            apt=('mupdf-tools',),
            dnf=('mupdf',),
            brew=('mupdf-tools',),
        ),
    ),
    'peers': (
        NODE,
        BROWSER,
        CALIBRE,
        Part(
            'pandoc',
            lambda: shutil.which('pandoc') is not None,
            apt=('pandoc',),
            dnf=('pandoc',),
            brew=('pandoc',),
        ),
        Part(
            'LuaTeX-ja with the class jlreq',
            lambda: succeeds('kpsewhich', 'jlreq.cls') and succeeds('kpsewhich', 'everyhook.sty'),
            apt=('texlive-luatex', 'texlive-lang-japanese', 'texlive-latex-extra'),
            dnf=('texlive-luatexja', 'texlive-jlreq', 'texlive-everyhook'),
            brew=('texlive',),
        ),
    ),
}


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
