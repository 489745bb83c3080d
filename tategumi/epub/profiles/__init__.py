"""The EPUB as stores ask for it: for another, add a module and name it in ``PROFILES``.

``rule``         what a profile is
``publication``  the files of an EPUB, taken apart
``steps``        what several profiles do
``ebpaj``, ``kindle``, ``kobo``, ``apple``, ``google``  a store, or a guide that stores go by
"""

import re
import unicodedata
import zlib
from collections.abc import Mapping

from ...settings import Settings, figures_of
from .apple import PROFILE as APPLE
from .ebpaj import PROFILE as EBPAJ
from .google import PROFILE as GOOGLE
from .kindle import PROFILE as KINDLE
from .kobo import PROFILE as KOBO
from .publication import Publication
from .rule import Profile, Rule

#: By the names that book.yaml has for them. ``plain`` is the EPUB without one.
PROFILES = {profile.name: profile for profile in (EBPAJ, KINDLE, KOBO, APPLE, GOOGLE)}

__all__ = ['PROFILES', 'Profile', 'Rule', 'ascii_name', 'in_profile']


def in_profile(files: Mapping[str, bytes], name: str, settings: Settings) -> dict[str, bytes]:
    """``files`` (content by name) of an EPUB as the profile ``name`` has them."""
    publication = Publication(files)
    PROFILES[name].apply(publication, settings)
    return publication.written()


def ascii_name(settings: Settings) -> str:
    """What the files of a book are called that are handed to stores, in ASCII alone.

    Its slug, where that is such; else its ISBN, else its title in Latin letters, else a figure
    made of its identifier, which is the same while that is.
    """
    if settings.slug.isascii():
        return settings.slug
    isbn = figures_of(settings.colophon.isbn)
    latin = unicodedata.normalize('NFKD', settings.title_romanized).encode('ascii', 'ignore')
    words = '-'.join(re.findall('[a-z0-9]+', latin.decode().lower()))[:40].strip('-')
    return isbn or words or f'book-{zlib.crc32(settings.identifier.encode()):08x}'
