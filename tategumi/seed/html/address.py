"""Where a page stands, as it says itself."""

from ..links import target_of
from .references import resolved


def address_of(tokens):
    """The address of the page, by its ``base`` or its canonical link, or ''."""
    found = {}
    for token in tokens:
        if token.kind == 'start' and token.tag in ('base', 'link'):
            kind = 'canonical' if token.tag == 'link' else 'base'
            href = token.attributes.get('href', '')
            if kind == 'base' or token.attributes.get('rel', '').lower() == kind:
                found.setdefault(kind, target_of(resolved(href)))
    return found.get('base') or found.get('canonical') or ''
