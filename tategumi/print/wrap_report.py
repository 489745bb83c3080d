"""What of a cover cannot be, and what its printer or a shop would ask about."""

from collections.abc import Collection, Iterator

from ..errors import BadSettings, raise_all
from ..messages import Message
from ..page.kihon_hanmen import page_of
from ..settings import Settings, place_of
from .spine import SMALLEST

#: The longest side of a page of a PDF, in mm: 14,400 pt (ISO 32000-1, annex C.2).
_LONGEST = 5080


def refuse_sizes(settings: Settings, spine: float) -> None:
    """Raise ``BadInput`` for flaps wider and a band higher than the cover they are folded with.

    And for a ``spine`` (mm) with which the sheet is larger than a page of a PDF may be.
    """
    wrap, page = settings.wrap, page_of(settings)
    place = place_of(settings, 'wrap')
    faults = []
    if spine + 2 * (page.width + wrap.flaps) > _LONGEST - 100:
        faults.append(
            BadSettings(
                place,
                'the spine would be {spine:g} mm wide; "spine" and "cover_thickness" of wrap are '
                'in mm',
                spine=spine,
            )
        )
    if wrap.flaps > page.width:
        faults.append(
            BadSettings(
                place,
                '"flaps" of wrap are {flaps:g} mm wide, and the cover is {width:g} mm',
                flaps=wrap.flaps,
                width=page.width,
            )
        )
    if wrap.band > page.height:
        faults.append(
            BadSettings(
                place,
                '"band" of wrap is {band:g} mm high, and the cover is {height:g} mm',
                band=wrap.band,
                height=page.height,
            )
        )
    raise_all(faults)


def warnings_of_spine(
    settings: Settings, width: float, kinds: Collection[str]
) -> Iterator[Message]:
    """What of title, creators and publisher does not stand on the spine, ``width`` mm wide.

    ``kinds`` are those of its ``SpineLine``s.
    """
    if width > page_of(settings).width:
        yield Message('the spine is {width} mm wide, wider than the cover', width=width)
    if not kinds:
        yield Message('the spine is {width} mm wide, and nothing stands on it', width=width)
    elif 'title' not in kinds:
        yield Message('the title is too long for the spine, and does not stand on it')
    elif settings.creators and 'creator' not in kinds:
        yield Message('the spine has no room for who made the text beside the title')
    elif settings.publisher and 'publisher' not in kinds:
        yield Message('the spine has no room for the publisher')


def warnings_of_codes(settings: Settings) -> Iterator[Message]:
    """What shops miss in the bar codes."""
    wrap, isbn = settings.wrap, settings.colophon.isbn
    if not isbn and (wrap.c_code or wrap.price):
        yield Message('there are no bar codes without an ISBN: say "isbn" of the colophon')
    elif isbn and not wrap.c_code:
        yield Message('shops want a second bar code: say "c_code" and "price" of wrap')
    elif isbn and not wrap.price:
        yield Message('the second bar code says that the book has no price: say "price" of wrap')


def warnings_of_band(size: float) -> Iterator[Message]:
    """What to say of the band's text in ``size`` pt."""
    if size < SMALLEST:
        yield Message(
            'the text of the band is {size:.1f} pt, too small to read: part it into more lines',
            size=size,
        )
