"""The notes of Markdown seeds, each in the chapter that calls it.

A seed has its notes where it likes, most often at its end; the manuscript has
them in the chapter of their call, where an editor finds them and the press looks
for them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, TypeAlias

from ..cleaning.article import Article, Block
from ..seed.markdown import NOTE

_CALL_OR_CODE = re.compile(
    r'(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|(?<!\\)\[\^([^\s\[\]^]+)\]', re.DOTALL
)
_SET_IN = re.compile(r' {4}|\t')
_FENCE = re.compile(r'\s*(?:```|~~~)')


#: ``(Article, Block, levels below)``, the head first; and the place of one: chapter and entry.
_Chapter: TypeAlias = list[tuple[Article, Block, int]]
_Place: TypeAlias = tuple[int, int]


def settle_notes(
    chapters: list[_Chapter],
) -> list[_Chapter]:
    """``chapters`` with each note at the end of the chapter that calls it.

    A chapter is a list of ``(Article, Block, levels below)``, its head the first. A note that
    several chapters call is in each of them, one that none calls ends the chapter it is in.
    Where a seed has several notes of one label, a call calls the next;
    in one chapter no two have the same label.
    """
    chapters = [_parted(chapter) for chapter in chapters]
    notes = _notes(chapters)
    if not notes:
        return chapters
    calls = _calls(chapters, notes)
    called_in: defaultdict[int, set[_Place]] = defaultdict(set)
    for (number, _), by_label in calls.items():
        called_in[number] |= {*by_label.values()}
    called = {place for places in called_in.values() for place in places}
    beyond = {place for places in notes.values() for place in places}
    settled: list[_Chapter] = []
    for number, chapter in enumerate(chapters):
        labels = _labels(
            chapters,
            [
                note
                for note in notes
                if note in called_in[number] or note[0] == number and note not in called
            ],
        )
        settled.append(
            [
                (article, _calling(block, calls.get((number, entry), {}), labels), below)
                for entry, (article, block, below) in enumerate(chapter)
                if (number, entry) not in beyond
            ]
        )
        for note, label in labels.items():
            article, block, below = _at(chapters, note)
            text = NOTE.sub(lambda _: f'[^{label}]:', block.text, count=1)
            settled[-1] += [
                (article, replace(block, text=text), below),
                *(_at(chapters, place) for place in notes[note][1:]),
            ]
    return settled


def _at(chapters: Sequence[_Chapter], place: _Place) -> tuple[Article, Block, int]:
    return chapters[place[0]][place[1]]


def _parted(chapter: _Chapter) -> _Chapter:
    """``chapter`` with a block for each note, where several follow each other in one."""
    parted = []
    for article, block, below in chapter:
        lines = block.text.split('\n')
        if not _is_note(article, block) or len(lines) != len(block.lines):
            parted.append((article, block, below))
            continue
        starts = [number for number, line in enumerate(lines) if NOTE.match(line)]
        for start, end in zip(starts, [*starts[1:], len(lines)]):
            parted.append(
                (
                    article,
                    replace(block, text='\n'.join(lines[start:end]), lines=block.lines[start:end]),
                    below,
                )
            )
    return parted


def _is_note(article: Article, block: Block) -> bool:
    return _has_notes(article) and block.kind == 'notation' and bool(NOTE.match(block.text))


def _has_notes(article: Article) -> bool:
    return article is not None and article.notation == 'markdown'


def _notes(chapters: list[_Chapter]) -> dict[_Place, list[_Place]]:
    """``{place of a note: [its place and those of what goes on with it]}``.

    A place is the number of a chapter and that of a block in it.
    """
    notes: dict[_Place, list[_Place]] = {}
    last = None
    for number, chapter in enumerate(chapters):
        for entry, (article, block, _) in enumerate(chapter):
            if _is_note(article, block):
                last = number, entry
                notes[last] = [last]
            elif (
                last
                and block.kind == 'notation'
                and _SET_IN.match(block.text)
                and last[0] == number
                and chapter[last[1]][0] is article
            ):
                notes[last].append((number, entry))
            else:
                last = None
    return notes


def _calls(
    chapters: Sequence[_Chapter], notes: Mapping[_Place, Sequence[_Place]]
) -> dict[_Place, dict[str, _Place]]:
    """``{place of a block: {label: place of the note it calls}}``."""
    answers: defaultdict[tuple[Any, str], list[_Place]] = defaultdict(list)
    calls: defaultdict[_Place, dict[str, _Place]] = defaultdict(dict)
    for note in notes:
        article, block, _ = _at(chapters, note)
        answers[article.file, _label(block)].append(note)
    beyond = {place for places in notes.values() for place in places}
    for number, chapter in enumerate(chapters):
        for entry, (article, block, _) in enumerate(chapter):
            place = number, entry
            if place in beyond or not _has_notes(article) or _FENCE.match(block.text):
                continue
            for match in _CALL_OR_CODE.finditer(block.text):
                answering = answers.get((article.file, match[2]))
                if answering:
                    calls[place][match[2]] = next(
                        (note for note in answering if note > place), answering[-1]
                    )
    return calls


def _label(note: Block) -> str:
    match = NOTE.match(note.text)
    return match[1] if match else ''


def _labels(chapters: Sequence[_Chapter], notes: Iterable[_Place]) -> dict[_Place, str]:
    """``{place of a note: its label}``, each label once."""
    labels: dict[_Place, str] = {}
    given = set()
    for note in notes:
        label = _label(_at(chapters, note)[1])
        others = (f'{label}-{number}' for number in count(2))
        while label in given:
            label = next(others)
        given.add(label)
        labels[note] = label
    return labels


def _calling(block: Block, notes: Mapping[str, _Place], labels: Mapping[_Place, str]) -> Block:
    """``block`` with each label of a note in ``notes`` as it is in ``labels``."""

    def turned(match: re.Match[str]) -> str:
        note = notes.get(match[2])
        return f'[^{labels[note]}]' if note else match[0]

    return replace(block, text=_CALL_OR_CODE.sub(turned, block.text)) if notes else block
