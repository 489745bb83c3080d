"""Ruby, emphasis and the other notes within a line."""

import re
from dataclasses import dataclass, replace
from typing import Any

from ...notation import KANJI
from .characters import GAIJI, character_of
from .notes import style_of_range, style_of_target

_TOKEN = re.compile(
    rf'{GAIJI}|［＃(?P<note>(?:[^［］]|［[^［］]*］)*)］'
    r'|｜(?P<base>[^｜《》]+)《(?P<marked>[^《》]+)》|《(?P<reading>[^《》]+)》'
)
# Without ｜ the base is the run of one script before the reading.
_BASE = re.compile(
    f'(?:{KANJI}|[仝〱-〵])+$|[ァ-ヺー〱-〵]+$|[ぁ-ゖゝゞ〱-〵]+$|[A-Za-zＡ-Ｚａ-ｚÀ-ɏ]+$|[0-9０-９]+$'
)
# No word is longer, and a long line stays quick to go through.
_REACH = 60
_TARGET = re.compile('「(?P<target>.+?)」(?P<how>[はにの].*)')
_KAERITEN = re.compile('[一二三四五六七八九十上中下甲乙丙丁天地人]?レ?')
_OKURIGANA = re.compile('（([ァ-ヺー〱-〵ぁ-ゖ]{1,8})）')


@dataclass(frozen=True)
class Run:
    """Text of one kind: its ruby ``reading``, or none; emphasized by ``bouten`` or ``strong``.

    ``dots`` says which dots, as the manuscript does (``open-circle left``), or is ``''`` for the
    usual; ``side_line`` names the line beside it (``side-line double``), or is ``''``; ``warichu``
    says that it is a note in two small lines. ``left`` is the reading on its left, ``spans`` are
    the names of other spans of the manuscript, ``tcy`` says that it stands side by side.
    """

    text: str
    reading: str = ''
    bouten: bool = False
    strong: bool = False
    side_line: str = ''
    warichu: bool = False
    dots: str = ''
    left: str = ''
    spans: tuple[str, ...] = ()
    tcy: bool = False


def runs_of(line: str) -> list[Run]:
    """The ``Run``s of ``line``; a note that says nothing a ``Run`` can say is text."""
    runs: list[Run] = []
    opened: list[tuple[str, int, str]] = []
    done = 0
    for match in _TOKEN.finditer(line):
        _append(runs, Run(line[done : match.start()]))
        done = match.end()
        if match['base']:
            runs.append(Run(match['base'], match['marked']))
        elif match['reading']:
            _read_back(runs, match)
        elif match['note'] is None:
            _append(runs, Run(character_of(match) or match[0]))
        else:
            _take(runs, opened, match['note'], match[0])
    _append(runs, Run(line[done:]))
    # What was opened and never ended is a note like any other.
    for _, start, note in reversed(opened):
        runs.insert(start, Run(note))
    return runs


def _take(runs: list[Run], opened: list[tuple[str, int, str]], note: str, written: str) -> None:
    """Do what ``note`` says to ``runs``, or add it as text; ``opened`` ranges are not ended."""
    name, style = style_of_range(note)
    if style is not None and name not in (each for each, _, _ in opened):
        opened.append((name, len(runs), written))
        return
    end, ended = style_of_range(note, [name for name, _, _ in opened])
    if ended is not None:
        index = next(index for index, (name, _, _) in enumerate(opened) if name == end)
        _, start, _ = opened.pop(index)
        if _is_free(runs[start:], ended):
            runs[start:] = [_styled(run, ended) for run in runs[start:]]
        else:
            _append(runs, Run(written))
    elif note == '改行' and any(name == '割り注' for name, _, _ in opened):
        # Where the second small line begins is the typesetter's work.
        return
    elif note and _KAERITEN.fullmatch(note):
        runs.append(Run(note, spans=('kaeriten',)))
    elif okurigana := _OKURIGANA.fullmatch(note):
        runs.append(Run(okurigana[1], spans=('okurigana',)))
    elif not _emphasize(runs, note):
        _append(runs, Run(written))


def _styled(run: Run, style: dict[str, Any]) -> Run:
    return replace(run, **{**style, 'spans': (*run.spans, *style.get('spans', ()))})


def _is_free(runs: list[Run], style: dict[str, Any]) -> bool:
    """Whether all ``runs`` can take ``style``: a reading wants one run without."""
    if not {'reading', 'left', 'tcy'} & {*style}:
        return True
    sides = [side for side in ('reading', 'left') if side in style or 'tcy' in style]
    return len(runs) == 1 and not any(getattr(runs[0], side) for side in sides)


def _append(runs: list[Run], run: Run) -> None:
    if run.text:
        runs.append(run)


def _read_back(runs: list[Run], match: re.Match[str]) -> None:
    last = runs[-1] if runs else Run('')
    base = None if last.reading else _BASE.search(last.text[-_REACH:])
    if not base:
        _append(runs, Run(match[0]))
        return
    runs.pop()
    _append(runs, replace(last, text=last.text[: -len(base[0])]))
    runs.append(replace(last, text=base[0], reading=match['reading']))


def _emphasize(runs: list[Run], note: str) -> bool:
    """Whether ``note`` says something of the text before it, which is then done."""
    match = _TARGET.fullmatch(note)
    style = style_of_target(match['how']) if match else None
    if not match or style is None:
        return False
    rest, index, taken = match['target'], len(runs), list(runs)
    while rest and index:
        index -= 1
        text = taken[index].text
        if rest.endswith(text):
            rest = rest[: -len(text)]
        elif text.endswith(rest) and not taken[index].reading:
            before = replace(taken[index], text=text[: -len(rest)])
            taken[index : index + 1] = [before, replace(taken[index], text=rest)]
            index, rest = index + 1, ''
        else:
            return False
    if rest or not _is_free(taken[index:], style):
        return False
    runs[:] = [*taken[:index], *(_styled(run, style) for run in taken[index:])]
    return True
