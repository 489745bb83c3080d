"""The keys of ``book.yaml`` for what a printer gets, and what of them cannot be.

As in ``schema``, a field is a key with its type, its default and what it decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..messages import Message
from .keys import setting

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


def unusable(print_settings: Print) -> Iterator[Message]:
    """What of ``print_settings`` cannot be."""
    if not 0 <= print_settings.bleed <= _MOST_BLEED:
        yield Message('"bleed" of print must be from 0 to {most} mm', most=_MOST_BLEED)
    if print_settings.signature not in _SIGNATURES:
        yield Message(
            '"signature" of print must be one of {choices}', choices=[*map(str, _SIGNATURES)]
        )
    if print_settings.icc:
        return
    if print_settings.profile == 'pdf/x-4':
        yield Message(
            'pdf/x-4 holds the profile of its printing condition (ISO 15930-7): ask the printer '
            'for it and name it under "icc" of print, or take pdf/x-1a'
        )
    elif print_settings.condition not in CONDITIONS:
        yield Message(
            '"condition" of print must be a registered one ({names}) where there is no "icc", '
            'not {condition}',
            names=[*CONDITIONS],
            condition=print_settings.condition,
        )
