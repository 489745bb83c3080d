"""What 青空文庫 notation and that of web novels say, in the notation of the manuscript."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from ..notation import (
    TATE_CHU_YOKO,
    bouten,
    escape_head_mark,
    escape_marks,
    fits_ruby,
    ruby,
    span,
    strong,
    struck,
)
from ..seed.aozora import Run

_MARKS = re.compile(r'[\[\]{}|\\`$*]')
_Escaped = Callable[[str], str]


def markdown_of(runs: list[Run], typed: bool = False) -> str:
    """The ``Run``s of a line as Markdown.

    Of a line that an editor ``typed`` the text is Markdown; of a seed it is text.

    Ruby, bouten, strong, side lines and warichu in the manuscript's notation, the
    rest as text. Within warichu, whose small lines have room for nothing beside
    them, readings stand in brackets and all emphasis is strong.
    """
    parts, escaped = [], str if typed else escape_marks
    for is_note, same in groupby(_taken_in(runs), lambda run: run.warichu):
        if is_note:
            text = _marked([_plainer(run) for run in same], escaped)
            inside = text.replace(']', '\\]')
            parts.append(span(inside, 'warichu') if text.strip() else text)
        else:
            parts.append(_marked(same, escaped))
    return ''.join(parts) if typed else escape_head_mark(''.join(parts))


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
    readings = [f'（{reading}）' for reading in (run.reading, run.left) if reading]
    return Run(''.join((run.text, *readings)), strong=is_strong)


def _marked(runs: Iterable[Run], escaped: _Escaped) -> str:
    parts: list[str] = []
    for bouten_of, same in groupby(runs, lambda run: (run.bouten, run.dots)):
        (has_dots, dots), text = bouten_of, ''
        for (is_strong, side_line, names), alike in groupby(same, _around):
            text += _spanned(_texts(list(alike), escaped), is_strong, side_line, names)
        if has_dots and not dots and parts and parts[-1].endswith('《'):
            parts[-1] = f'{parts[-1][:-1]}\\《'
        if has_dots:
            text = span(text, 'bouten', *dots.split()) if dots else bouten(text)
        parts.append(text)
    return ''.join(parts)


def _around(run: Run) -> tuple[bool, str, tuple[str, ...]]:
    return run.strong, run.side_line, run.spans


def _texts(runs: list[Run], escaped: _Escaped) -> str:
    """The Markdown of ``runs``, all of which stand in the same spans, within these."""
    texts = []
    is_in_span = any(run.side_line or run.spans or run.dots for run in runs)
    for is_plain, alike in groupby(runs, lambda run: not (run.reading or run.left or run.tcy)):
        if is_plain:
            # Together, as what one run ends with may begin notation with the next.
            text = escaped(''.join(run.text for run in alike))
            texts.append(text.replace(']', '\\]') if is_in_span else text)
        else:
            texts += [_read(run, escaped) for run in alike]
    return ''.join(texts)


def _spanned(text: str, is_strong: bool, side_line: str, names: Sequence[str]) -> str:
    for name in names:
        text = struck(text) if name == 'struck' else span(text, name)
    text = strong(text) if is_strong else text
    return span(text, *side_line.split()) if side_line else text


def _read(run: Run, escaped: _Escaped) -> str:
    """Text with a reading, or side by side."""
    if run.tcy:
        together = re.fullmatch(TATE_CHU_YOKO, f'^{run.text}^') and '\\' not in run.text
        return f'^{run.text}^' if together else escaped(run.text)
    readings = [reading for reading in (run.reading, run.left) if reading]
    # What an editor typed is Markdown, and has no form as the text of ruby.
    is_text = escaped is not str or not _MARKS.search(run.text + run.reading + run.left)
    if not (is_text and fits_ruby(run.text, *readings)):
        text = f'｜{run.text}《{run.reading}》' if run.reading else run.text
        return escaped(text + (f'（{run.left}）' if run.left else ''))
    if run.left and run.reading:
        # Behind a bar the reading is Markdown, and brackets and bars would end it.
        fits = escaped(run.left) == run.left and not _MARKS.search(run.left)
        both = ruby(run.text, run.reading)
        return (
            span(f'{both}|{run.left}', 'ruby-left') if fits else both + escaped(f'（{run.left}）')
        )
    return span(ruby(run.text, run.left), 'ruby-left') if run.left else ruby(run.text, run.reading)
