"""Modules that are imported when something of them is first used.

The one way in which the press leaves out what a command does not need: WeasyPrint, which an
EPUB without page list does without, takes longer to load than a short book takes to make.
"""

from importlib import import_module
from types import ModuleType
from typing import Any


class _Lazy(ModuleType):
    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


def lazy(name: str) -> ModuleType:
    """The module of that absolute ``name``, imported when an attribute is first read.

    Raises what importing it raises, there.
    """
    return _Lazy(name)
