"""What 青空文庫 notation and that of web novels say, in the notation of the manuscript."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from ..notation import bouten, escape_head_mark, escape_marks, ruby, span, strong
from ..seed.aozora import Run

# Marks that the manuscript's ruby notation would read as its own.
_UNFIT = re.compile(r'[\]{}|\\`]')


def markdown_of(runs: list[Run]) -> str:
    """The ``Run``s of a line as Markdown.

    Ruby, bouten, strong, side lines and warichu in the manuscript's notation, the
    rest as text. Within warichu, whose small lines have room for nothing beside
    them, readings stand in brackets and all emphasis is strong.
    """
    parts = []
    for is_note, same in groupby(_taken_in(runs), lambda run: run.warichu):
        if is_note:
            text = _marked([_plainer(run) for run in same])
            parts.append(span(text, 'warichu') if text.strip() else text)
        else:
            parts.append(_marked(same))
    return escape_head_mark(''.join(parts))


def _taken_in(runs: list[Run]) -> list[Run]:
    """``runs`` with the brackets around a warichu note as part of it."""
    runs = list(runs)
    for index in range(len(runs) - 1, 0, -1):
        before, run = runs[index - 1], runs[index]
        if run.warichu or not before.warichu or run.reading or run.text[0] != '）':
            continue
        start = index
        while start and runs[start - 1].warichu:
            start -= 1
        opening = runs[start - 1] if start else None
        if opening and not opening.reading and opening.text[-1] == '（':
            note = [Run('（', warichu=True), *runs[start:index], Run('）', warichu=True)]
            outside = [replace(opening, text=opening.text[:-1]), replace(run, text=run.text[1:])]
            runs[start - 1 : index + 1] = [outside[0], *note, outside[1]]
    return [run for run in runs if run.text]


def _plainer(run: Run) -> Run:
    is_strong = run.strong or run.bouten or bool(run.side_line)
    reading = f'（{run.reading}）' if run.reading else ''
    return Run(run.text + reading, strong=is_strong)


def _marked(runs: Iterable[Run]) -> str:
    parts: list[str] = []
    for (has_dots, is_strong, side_line), same in groupby(
        runs, lambda run: (run.bouten, run.strong, run.side_line)
    ):
        text = ''.join(map(_ruby, same))
        text = strong(text) if is_strong else text
        if has_dots and parts and parts[-1].endswith('《'):
            parts[-1] = f'{parts[-1][:-1]}\\《'
        text = bouten(text) if has_dots else text
        if side_line:
            text = span(text, *side_line.split())
        parts.append(text)
    return ''.join(parts)


def _ruby(run: Run) -> str:
    if not run.reading:
        return escape_marks(run.text)
    if _UNFIT.search(run.text + run.reading):
        return escape_marks(f'｜{run.text}《{run.reading}》')
    return ruby(run.text, run.reading)
