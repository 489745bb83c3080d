"""What shapes text on this machine: its fonts and libraries, told by files alone.

To ask fontconfig for them takes longer than much of what is made of the answer: so the answer is
kept, with the size and time of all it came from.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

#: Paths, each with its size and time; of one that is not there, alone.
State: TypeAlias = list[list[str | int]]

#: What tells fontconfig, Pango and HarfBuzz of languages and places.
_TELLING = ('FC_', 'FONTCONFIG_', 'XDG_', 'PANGO', 'HB_', 'LC_', 'LANG', 'HOME')

#: Folders and further files in a configuration (fonts.conf(5)).
_NAMED = re.compile(r'<(?:dir|include)\b([^>]*)>([^<]+)</')

#: What the process has loaded, where the system tells (proc(5)).
_LOADED = Path('/proc/self/maps')


def environment() -> dict[str, str]:
    """The variables by which text may be shaped otherwise."""
    return {name: value for name, value in os.environ.items() if name.startswith(_TELLING)}


def libraries() -> list[str]:
    """The files of all libraries that are loaded; ``[]`` where nobody tells."""
    try:
        lines = _LOADED.read_text(encoding='utf-8', errors='surrogateescape').splitlines()
    except OSError:
        return []
    paths = (line.split(None, 5)[-1] for line in lines)
    return [path for path in dict.fromkeys(paths) if path.startswith('/') and '.so' in path]


def state_of_fonts(fonts: Iterable[str], configuration: Iterable[str]) -> State:
    """The state of ``fonts`` and of all files of their ``configuration``, by their paths.

    With them of what the configuration names, there or not, and of all folders in it that fonts
    are in: where a file comes in or goes, they are of another time.
    """
    fonts, configuration = list(fonts), list(configuration)
    named = [place for file in configuration for place in _places(file)]
    folders = {str(folder) for font in fonts for folder in Path(font).parents}
    inside = [folder for folder in folders if any(map(Path(folder).is_relative_to, named))]
    return state_of([*configuration, *named, *sorted(inside), *fonts])


def state_of(paths: Iterable[str]) -> State:
    """The state of the files and folders at ``paths``."""
    return [[path, *_size_and_time(path)] for path in dict.fromkeys(paths)]


def is_as_it_was(state: State) -> bool:
    """Whether all in ``state`` is so still."""
    return all([path, *_size_and_time(str(path))] == [path, *was] for path, *was in state)


def _size_and_time(path: str) -> tuple[int, ...]:
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_size, found.st_mtime_ns


def _places(file: str) -> Iterator[str]:
    """Every place that a configuration may mean by the names in it."""
    try:
        text = Path(file).read_text(encoding='utf-8', errors='replace')
    except OSError:
        # A folder of such files.
        return
    home = os.path.expanduser('~')
    for attributes, name in _NAMED.findall(text):
        yield os.path.join(os.path.dirname(file), os.path.expanduser(name.strip()))
        if 'xdg' in attributes:
            for variable, usual in (
                ('XDG_DATA_HOME', f'{home}/.local/share'),
                ('XDG_CONFIG_HOME', f'{home}/.config'),
                ('XDG_DATA_DIRS', '/usr/local/share:/usr/share'),
            ):
                for base in (os.environ.get(variable) or usual).split(':'):
                    yield os.path.join(base, name.strip())
