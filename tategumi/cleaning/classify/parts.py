"""Lines of 青空文庫 notation, by the part of the file they stand in."""

from dataclasses import replace

from ...seed.aozora import Indent
from ..rules import Catalogue
from .matching import Named, first_match


def name_by_part(rules: Catalogue, text: str, part: str, indent: Indent | None) -> Named | None:
    """The ``Named`` rule for a line in ``part``, set in by ``indent``, or ``None``."""
    # A head or a break that is set in is still one; a title may read like a head.
    wheres = ('anywhere', part) if part in ('indented', 'raised') else (part, 'anywhere')
    for where in wheres:
        found = first_match(rules, text, where, 'aozora')
        if found:
            return replace(found, indent=indent)
    return None
