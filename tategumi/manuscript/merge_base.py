"""The merge base: chapters as cleaning last made them, in ``book/.ground/``."""

import os
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path

from ..files import bytes_of
from .merge import paragraphs_of
from .state import digest_of

FOLDER = '.ground'


def read_merge_base(book: Path, recorded: dict[str, str]) -> dict[str, str]:
    """``{name: text}`` of the chapters whose text here is what was ``recorded`` by digest.

    Any other, or one that is gone, would mislead a merge.
    """
    texts = {}
    for name, digest in recorded.items():
        path = book / FOLDER / name
        if os.path.isfile(path) and digest_of(bytes_of(path)) == digest:
            # What cleaning wrote is UTF-8; with anything else nothing can be merged.
            with suppress(UnicodeDecodeError):
                texts[name] = bytes_of(path).decode()
    return texts


def common_paragraphs(edited: str, new: str) -> str:
    """The paragraphs that two versions share, in place of a merge base that is lost.

    On it nothing of either version falls away: what only one has is taken
    over, and where they differ both stay.
    """
    one, other = paragraphs_of(edited), paragraphs_of(new)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return '\n\n'.join(
        paragraph for block in blocks for paragraph in one[block.a : block.a + block.size]
    )
