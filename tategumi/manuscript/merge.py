"""A new scrape and an editor's changes in one chapter, paragraph by paragraph."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

#: Lines around the two versions of a conflict: the editor's first, then the new scrape's.
OURS, BETWEEN, THEIRS = '<<<<<<< 編集', '=======', '>>>>>>> 再取得'
_PARAGRAPHS = re.compile(r'\n{2,}')


def merge(base: str, edited: str, new: str) -> tuple[str, int]:
    """``(text, conflicts)``: what the editor and the new scrape changed of ``base``.

    All are Markdown. What one of the two changed is taken over; where both
    changed the same paragraphs in different ways, both versions stay, between
    the marks above, and count as one conflict.
    """
    texts = [paragraphs_of(text) for text in (base, edited, new)]
    shared = texts[0]
    in_edited, in_new = _matches(shared, texts[1]), _matches(shared, texts[2])
    parts: list[str] = []
    conflicts = 0
    done = [0, 0, 0]
    for index in range(len(shared) + 1):
        if index == len(shared):
            places = (index, len(texts[1]), len(texts[2]))
        elif index in in_edited and index in in_new:
            places = (index, in_edited[index], in_new[index])
        else:
            continue
        chunk, is_conflict = _settle(
            *(text[start:end] for text, start, end in zip(texts, done, places))
        )
        parts += chunk
        conflicts += is_conflict
        if index < len(shared):
            parts.append(shared[index])
        done = [place + 1 for place in places]
    return '\n\n'.join(parts) + '\n', conflicts


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of Markdown ``text``, as what is between blank lines."""
    return [part for part in _PARAGRAPHS.split(text.strip('\n')) if part]


def conflict_line(text: str) -> int | None:
    """The line of ``text``, from 1, where the first conflict begins; ``None`` without one."""
    lines = text.split('\n')
    return lines.index(OURS) + 1 if OURS in lines else None


def _matches(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + offset: block.b + offset for block in blocks for offset in range(block.size)}


def _settle(base: list[str], edited: list[str], new: list[str]) -> tuple[list[str], bool]:
    if edited in (base, new):
        return new, False
    if new == base:
        return edited, False
    return [OURS, *edited, BETWEEN, *new, THEIRS], True
