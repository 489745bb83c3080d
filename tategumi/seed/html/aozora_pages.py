"""Pages of 青空文庫: what stands below the text, and characters as pictures.

The form is that of its XHTML files: the colophon is in an element of the class
``bibliographical_information``, 外字 are pictures whose words are their note.
"""

import re
from collections.abc import Iterable

from ..aozora.characters import resolve_gaiji
from .piece import Piece
from .tokens import Token

#: Parts of the page that are not of the work.
APART = frozenset(('bibliographical_information', 'notation_notes'))
_COLOPHON = 'bibliographical_information'
_CREDIT = re.compile(r'(底本の親本|底本|初出|入力|校正)[:：](.+)')
_GAIJI = re.compile(r'※[(（［](?:＃)?(.+)[)）］]')


def character_of(words: str) -> str | None:
    """The character that the ``words`` of a picture describe as 外字, or ``None``."""
    match = _GAIJI.fullmatch(words)
    character = resolve_gaiji(f'※［＃{match[1]}］') if match else words
    return character if match and len(character) <= 2 else None


def is_gaiji(words: str) -> bool:
    """Whether ``words`` describe a character."""
    return bool(_GAIJI.fullmatch(words))


def colophon_of(tokens: Iterable[Token], pieces: Iterable[Piece]) -> tuple[tuple[str, str], ...]:
    """``(label, text)`` of each line of the colophon that names a source or who made the file."""
    start = next(
        (
            token.start
            for token in tokens
            if token.kind == 'start' and _COLOPHON in token.attributes.get('class', '').split()
        ),
        None,
    )
    if start is None:
        return ()
    matches = (_CREDIT.fullmatch(piece.plain) for piece in pieces if piece.start >= start)
    return tuple((match[1], match[2].strip()) for match in matches if match)
