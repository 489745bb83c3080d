"""The pages of a book → the PDF for its printer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..epub.modified import said_moment
from ..errors import BadSettings, raise_all
from ..files import bytes_of
from ..frames.frame import BookPage
from ..messages import Message
from ..settings import CONDITIONS, UNKNOWN, Settings, place_of
from ..writers.fonts import Load
from ..writers.lettering import Lettering
from ..writers.pdfx import AboutPrint
from ..writers.printed import write_print
from .colours import BadProfile, Colours
from .inks import InkSetter
from .pages import print_pages

#: So many faults are told at once.
_MOST = 20


@dataclass(frozen=True)
class BuiltPrint:
    """A finished PDF: its bytes, how many ``pages`` it has, and what a printer would ask about."""

    content: bytes
    pages: int
    warnings: tuple[Message, ...]


def build_print(settings: Settings, pages: Sequence[BookPage], load: Load) -> BuiltPrint:
    """The PDF for the printer of ``pages`` (``BookPage``), those of the cover's leaf left out.

    ``load`` gives the files of their fonts, as in ``write_book``. The same input gives the same
    bytes. Raises ``BadInput`` for what cannot be printed as ``settings.print`` asks, with the
    pages it is on, and for a profile that cannot be read or is none.
    """
    asked = settings.print
    icc = icc_of(settings)
    setter = ink_setter(settings, icc)
    uses = (use for page in pages for use in (*page.fonts, *page.segment.fonts))
    lettering = Lettering(next(use for use in uses if use.face.has_outlines), load)
    printed = print_pages(pages, asked, setter, lettering)
    refuse(settings, setter.report.faults.values())
    content = write_print(printed, about_print(settings, icc), load)
    return BuiltPrint(content, len(printed), tuple(setter.report.warnings.values()))


def icc_of(settings: Settings) -> bytes | None:
    """The profile that the book's ``print`` names, below book/; ``None`` where it names none.

    Raises ``BadInput`` where it is outside of the book's folder or cannot be read.
    """
    named = settings.print.icc
    if not named:
        return None
    path, folder = (settings.book / named).resolve(), settings.book.resolve()
    if Path(named).is_absolute() or not path.is_relative_to(folder):
        raise BadSettings(
            place_of(settings, 'print'), '"icc" must be a file below book/, not {name}', name=named
        )
    return bytes_of(settings.book / named)


def ink_setter(settings: Settings, icc: bytes | None) -> InkSetter:
    """What makes inks by the profile ``icc``. Raises ``BadInput`` where it is none."""
    try:
        colours = Colours(icc)
    except BadProfile as error:
        raise BadSettings(
            settings.book / settings.print.icc,
            'is no ICC profile of a press with four inks (CMYK, of the class prtr)',
        ) from error
    return InkSetter(colours, settings.print)


def about_print(settings: Settings, icc: bytes | None) -> AboutPrint:
    """What a file for the printer says of itself."""
    asked = settings.print
    return AboutPrint(
        settings.title,
        tuple(creator.name for creator in settings.creators),
        settings.identifier.encode(),
        said_moment(settings) or UNKNOWN,
        asked.profile,
        asked.condition,
        asked.condition in CONDITIONS,
        icc,
    )


def refuse(settings: Settings, faults: Iterable[Message]) -> None:
    """Raise ``BadInput`` for ``faults``, if there are any."""
    place = place_of(settings, 'print')
    raise_all([BadSettings(place, fault) for fault in [*faults][:_MOST]])
