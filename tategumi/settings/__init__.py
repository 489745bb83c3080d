"""The settings of a book: ``book/book.yaml``."""

from .isbn import figures_of
from .listing import book_yaml
from .load import load_settings, place_of, slug_of
from .printing import CONDITIONS, Print, Sample, Wrap
from .records import (
    PLAIN,
    PROFILES,
    Colophon,
    Creator,
    Credit,
    Epub,
    Fonts,
    HouseStyle,
    KihonHanmen,
    Replacement,
    Series,
)
from .releases import UNKNOWN, first_made, with_releases_of, without_releases
from .roles import role_label
from .schema import UNTITLED, Settings
from .state_file import STATE_FILE, UNWRITABLE, read_state_file
from .stocks import STOCKS
from .yaml_file import parse_yaml, place_of_key, value_of

__all__ = [
    'PLAIN',
    'PROFILES',
    'CONDITIONS',
    'STATE_FILE',
    'UNKNOWN',
    'UNTITLED',
    'STOCKS',
    'UNWRITABLE',
    'Colophon',
    'Creator',
    'Credit',
    'Epub',
    'Fonts',
    'HouseStyle',
    'KihonHanmen',
    'Print',
    'Replacement',
    'Sample',
    'Series',
    'Settings',
    'Wrap',
    'book_yaml',
    'figures_of',
    'first_made',
    'parse_yaml',
    'load_settings',
    'place_of',
    'place_of_key',
    'read_state_file',
    'role_label',
    'slug_of',
    'value_of',
    'with_releases_of',
    'without_releases',
]
