"""Elements without text to take: media."""

from collections.abc import Mapping

from ...messages import Message
from ..losses import Loss
from .missing import is_dot

_SHOWN = {
    'audio': Message('a sound'),
    'canvas': Message('a drawing that a program of the page makes'),
    'iframe': Message('another page within the page'),
    'noscript': Message('what the page shows without its programs'),
    'object': Message('an object within the page'),
    'svg': Message('a drawing within the page'),
    'video': Message('a film'),
}


def shown_loss(tag: str, attributes: Mapping[str, str], inside: str) -> Loss | None:
    """The ``Loss`` of an element, whose source is ``inside`` its tags, or ``None``.

    Nobody misses what has no size, and drawings and replacements that are empty, or that a page
    hides from those who listen (WAI-ARIA 1.2, ``aria-hidden``).
    """
    if tag not in _SHOWN or is_dot(attributes):
        return None
    if tag in ('svg', 'noscript'):
        is_seen = bool(inside.strip()) and attributes.get('aria-hidden') != 'true'
    else:
        is_seen = bool(inside.strip() or attributes)
    source = attributes.get('src') or attributes.get('data') or ''
    return Loss(f'{tag}-left-out', _SHOWN[tag], source) if is_seen else None
