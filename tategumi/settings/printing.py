"""The keys of ``book.yaml`` for what a printer gets, and what of them cannot be.

As in ``schema``, a field is a key with its type, its default and what it decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ..messages import Message
from .isbn import is_c_code
from .keys import setting
from .stocks import STOCKS

#: Names of printing conditions in the registry of the ICC.
CONDITIONS = ('JC200103', 'JCN2002', 'JCW2003', 'FOGRA39', 'FOGRA51', 'FOGRA52')

#: In mm; no printer asks for more.
_MOST_BLEED = 20

#: Pages of a signature.
_SIGNATURES = (1, 2, 4, 8, 16, 32)


@dataclass(frozen=True)
class Print:
    """The PDF for a printer."""

    profile: Literal['pdf/x-1a', 'pdf/x-4'] = setting(
        'pdf/x-1a',
        'pdf/x-1a (all opaque) or pdf/x-4 (needs icc)',
        'PDF/X-1a:2003 (ISO 15930-4) or PDF/X-4 (ISO 15930-7).',
    )
    condition: str = setting(
        'JC200103',
        'the printing condition as the printer calls it; without icc by its name in the registry '
        'of the ICC',
        'Registered are JC200103 (Japan Color 2001 Coated), JCN2002 (2002 Newspaper), JCW2003 '
        '(2003 Web Coated), FOGRA39, FOGRA51 (coated paper) and FOGRA52 (uncoated).',
    )
    icc: str = setting(
        '',
        "the printer's CMYK profile below book/, by which colours become inks; empty: what is in "
        'colour is refused',
        'Grey becomes black ink alone in any case.',
    )
    marks: Literal['crop', 'none'] = setting(
        'crop',
        "crop (printer's marks トンボ around the page) or none",
        'Corners with double lines, for trim and bleed, and a cross in the middle of each side.',
    )
    bleed: float = setting(3, 'how far what touches the edge goes on beyond it 塗り足し, in mm')
    hidden_folios: Literal['auto', 'all', 'none'] = setting(
        'auto',
        'folios in the gutter 隠しノンブル: auto (of pages without another), all or none',
    )
    signature: int = setting(
        4,
        'the number of pages is a multiple of it; blank pages at the end fill it up: 1, 2, 4, 8…',
    )
    total_ink: int = setting(
        300, 'more ink in one place is warned of, in per cent', 'All four inks together.'
    )
    resolution: int = setting(350, 'pictures of fewer pixels an inch are warned of')
    line_art_resolution: int = setting(
        600, 'the same of pictures in black and white alone, without greys'
    )


@dataclass(frozen=True)
class Wrap:
    """The cover around the book, as one sheet."""

    stock: str = setting(
        '',
        'the paper of the inside, by which the spine is reckoned',
        'docs/print.md says how thick each is. Half as many leaves as pages.',
        choices=['', *STOCKS],
    )
    spine: float = setting(0, 'or how thick the book is, in mm; 0: by its paper')
    cover_thickness: float = setting(
        0, 'how thick the paper of the cover itself is, in mm: it counts twice'
    )
    flaps: float = setting(0, 'flaps 袖, as wide as this in mm; 0: none')
    band: float = setting(0, 'a band 帯 as high as this in mm; 0: none')
    band_text: str = setting('', 'what stands on the band, over the front')
    c_code: str = setting(
        '', 'the C-code of the book, as C0193; with the ISBN of the colophon it is a bar code'
    )
    price: int = setting(0, 'its price without tax, in yen', 'More than 99,999 is 0 there.')


@dataclass(frozen=True)
class Sample:
    """The first chapters of the book, for readers to try."""

    chapters: int = setting(1, 'how many chapters it has')
    heading: str = setting('見本はここまでです', 'the heading of the note after them')
    text: str = setting(
        '続きは本編でお読みください。',
        'what the note says, written as the manuscript is',
        'The chapters that follow are listed below it.',
    )


def unusable(settings: Any) -> Iterator[tuple[str, Message]]:
    """What cannot be of ``print`` and ``wrap`` of ``settings``, by those keys."""
    for message in _unprintable(settings.print):
        yield 'print', message
    if settings.wrap.c_code and not is_c_code(settings.wrap.c_code):
        yield (
            'wrap',
            Message(
                '"c_code" of wrap must be C and four figures, such as C0193, not {code}',
                code=settings.wrap.c_code,
            ),
        )


def _unprintable(print_settings: Print) -> Iterator[Message]:
    if not 0 <= print_settings.bleed <= _MOST_BLEED:
        yield Message('"bleed" of print must be from 0 to {most} mm', most=_MOST_BLEED)
    if print_settings.signature not in _SIGNATURES:
        yield Message(
            '"signature" of print must be one of {choices}', choices=[*map(str, _SIGNATURES)]
        )
    if not print_settings.condition.strip():
        yield Message('"condition" of print must name the printing condition, as the printer does')
    if print_settings.icc:
        return
    if print_settings.profile == 'pdf/x-4':
        yield Message(
            'pdf/x-4 holds the profile of its printing condition (ISO 15930-7): ask the printer '
            'for it and name it under "icc" of print, or take pdf/x-1a'
        )
    elif print_settings.condition.strip() and print_settings.condition not in CONDITIONS:
        yield Message(
            '"condition" of print must be a registered one ({names}) where there is no "icc", '
            'not {condition}',
            names=[*CONDITIONS],
            condition=print_settings.condition,
        )
