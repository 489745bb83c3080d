"""The press, and the others that make the same book; one a file, each a ``Peer``."""

from . import (
    calibre,
    chromium,
    jtypeset,
    luatexja,
    pandoc,
    this_press,
    vivliostyle,
    weasyprint_horizontal,
)
from .peer import Peer, Work

__all__ = ['NOT_PACKAGED', 'PEERS', 'Peer', 'Work']

PEERS = (
    this_press.PDF,
    jtypeset.PEER,
    chromium.PEER,
    vivliostyle.PEER,
    luatexja.PEER,
    weasyprint_horizontal.PEER,
    this_press.EPUB,
    this_press.EPUB_AND_COVER,
    pandoc.PEER,
    calibre.PEER,
)

#: Known, but in none of the package registries that ``make peers`` installs from.
NOT_PACKAGED = ('AozoraEpub3',)
