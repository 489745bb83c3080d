"""What ``book/book.yaml`` says of the book."""

from .load import FOUND, load_settings, place_of, slug_of
from .roles import role_label
from .schema import (
    UNTITLED,
    Creator,
    Credit,
    Epub,
    Fonts,
    HouseStyle,
    KihonHanmen,
    Replacement,
    Series,
    Settings,
)

__all__ = [
    'FOUND',
    'UNTITLED',
    'Creator',
    'Credit',
    'Epub',
    'Fonts',
    'HouseStyle',
    'KihonHanmen',
    'Replacement',
    'Series',
    'Settings',
    'load_settings',
    'place_of',
    'role_label',
    'slug_of',
]
