"""Where a page stands, as it says itself."""

from collections.abc import Iterable

from ..links import target_of
from .references import resolved
from .tokens import Token


def address_of(tokens: Iterable[Token]) -> str:
    """The address of the page, by its ``base`` or its canonical link, or ''."""
    addresses: dict[str, str] = {}
    for token in tokens:
        if token.kind == 'start' and token.tag in ('base', 'link'):
            kind = 'canonical' if token.tag == 'link' else 'base'
            href = token.attributes.get('href', '')
            if kind == 'base' or token.attributes.get('rel', '').lower() == kind:
                addresses.setdefault(kind, target_of(resolved(href)))
    return addresses.get('base') or addresses.get('canonical') or ''
