"""What ``book/book.yaml`` says of the book."""

from .found import FOUND, UNWRITABLE, read_found
from .listing import book_yaml
from .load import load_settings, place_of, slug_of
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
from .yaml_file import composed, place_of_key, value_of

__all__ = [
    'FOUND',
    'UNTITLED',
    'UNWRITABLE',
    'Creator',
    'Credit',
    'Epub',
    'Fonts',
    'HouseStyle',
    'KihonHanmen',
    'Replacement',
    'Series',
    'Settings',
    'book_yaml',
    'composed',
    'load_settings',
    'place_of',
    'place_of_key',
    'read_found',
    'role_label',
    'slug_of',
    'value_of',
]
