"""Lazy imports and patterns: imported and compiled when an attribute is first used.

The one way in which the press leaves out what a command does not need: WeasyPrint, which an
EPUB without page list does without, takes longer to load than a short book takes to make.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, cast


class _Lazy(ModuleType):
    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(import_module(self.__name__), name, value)


def lazy(name: str) -> Any:
    """A stand-in for the module ``name`` (absolute), imported at the first use of an attribute.

    Raises what importing it raises, there.
    """
    return _Lazy(name)


def lazy_names(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a ``package`` by which its names come of the modules in ``homes``."""

    def __getattr__(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f'module {package!r} has no attribute {name!r}')
        return getattr(import_module(f'{package}.{homes[name]}'), name)

    return __getattr__


class _Late(ModuleType):
    """A module whose functions import it when they are called."""

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any, **more: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*arguments, **more)

        return call


@contextmanager
def loaded_late(names: Iterable[str]) -> Iterator[None]:
    """Inside this context others import modules of these ``names`` without loading them.

    They are loaded when one of their functions is called.
    """
    late = {name: _Late(name) for name in names if name not in sys.modules}
    sys.modules.update(late)
    try:
        yield
    finally:
        for name in late:
            del sys.modules[name]


class _Pattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self._made = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._made), name)
        setattr(self, name, found)
        return found


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` makes of these, at the first use of it.

    A book has few of the notations that the press knows; to compile the patterns of all takes
    longer than to read a short book.
    """
    return cast(re.Pattern[str], _Pattern(pattern, flags))
