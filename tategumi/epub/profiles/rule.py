"""What a profile is."""

from collections.abc import Callable
from dataclasses import dataclass

from ...settings import Settings
from .publication import Publication


@dataclass(frozen=True)
class Rule:
    """What a store asks for: ``what``, where it says so, and what is ``done`` about it."""

    what: str
    source: str
    done: str


@dataclass(frozen=True)
class Profile:
    """The EPUB as a store asks for it: ``apply(publication, settings)`` changes it in place."""

    name: str
    rules: tuple[Rule, ...]
    apply: Callable[[Publication, Settings], None]
