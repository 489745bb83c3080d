"""Ruby and emphasis within a line."""

import re
from dataclasses import dataclass, replace
from typing import Any

_TOKEN = re.compile(
    r'［＃(?P<note>(?:[^［］]|［[^［］]*］)*)］'
    r'|｜(?P<base>[^｜《》]+)《(?P<marked>[^《》]+)》|《(?P<reading>[^《》]+)》'
)
# Without ｜ the base is the run of one script before the reading.
_BASE = re.compile(
    '[々〆〇ヶ仝\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+$'
    '|[ァ-ヺー]+$|[ぁ-ゖゝゞ]+$|[A-Za-zＡ-Ｚａ-ｚÀ-ɏ]+$'
)
# No word is longer, and a long line stays quick to go through.
_REACH = 60
_LINES = {
    '傍線': 'side-line',
    '二重傍線': 'side-line double',
    '鎖線': 'side-line dotted',
    '破線': 'side-line dashed',
    '波線': 'side-line wavy',
}
_STYLES: dict[str, dict[str, Any]] = {
    '傍点': {'bouten': True},
    '太字': {'strong': True},
    '割り注': {'warichu': True},
    **{name: {'side_line': line} for name, line in _LINES.items()},
    **{f'左に{name}': {'side_line': f'{line} left'} for name, line in _LINES.items()},
}
_NAMES_OF_LINES = '|'.join(_LINES)
_TARGET = re.compile(
    f'「(?P<target>.+)」(?:に(?P<line>{_NAMES_OF_LINES})|の(?P<left>左に(?:{_NAMES_OF_LINES}))'
    '|[には](?P<weight>太字)|[には](?:[白黒丸二重蛇の目三角ばつゴマ]*)(?P<dots>傍点))'
)


@dataclass(frozen=True)
class Run:
    """Text of one kind: its ruby ``reading``, or none; emphasized by ``bouten`` or ``strong``.

    ``side_line`` names the line beside it as the manuscript does (``side-line double``),
    or is ``''``; ``warichu`` says that it is a note in two small lines.
    """

    text: str
    reading: str = ''
    bouten: bool = False
    strong: bool = False
    side_line: str = ''
    warichu: bool = False


def runs_of(line: str) -> list[Run]:
    """The ``Run``s of ``line``; a note that says nothing a ``Run`` can say is text."""
    runs: list[Run] = []
    opened: dict[str, tuple[int, str]] = {}
    done = 0
    for match in _TOKEN.finditer(line):
        _append(runs, Run(line[done : match.start()]))
        done = match.end()
        if match['base']:
            runs.append(Run(match['base'], match['marked']))
        elif match['reading']:
            _read_back(runs, match)
        elif match['note'] in _STYLES:
            opened[match['note']] = (len(runs), match[0])
        elif match['note'].removesuffix('終わり') in opened:
            style = match['note'].removesuffix('終わり')
            start, _ = opened.pop(style)
            runs[start:] = [replace(run, **_STYLES[style]) for run in runs[start:]]
        elif match['note'] == '改行' and '割り注' in opened:
            # Where the second small line begins is the typesetter's work.
            continue
        elif not _emphasize(runs, match['note']):
            _append(runs, Run(match[0]))
    _append(runs, Run(line[done:]))
    # What was opened and never ended is a note like any other.
    for start, note in sorted(opened.values(), reverse=True):
        runs.insert(start, Run(note))
    return runs


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
    """Whether ``note`` emphasizes the text before it, which is then done."""
    match = _TARGET.fullmatch(note)
    if not match:
        return False
    rest, index = match['target'], len(runs)
    while rest and index:
        index -= 1
        text = runs[index].text
        if rest.endswith(text):
            rest = rest[: -len(text)]
        elif text.endswith(rest) and not runs[index].reading:
            before = replace(runs[index], text=text[: -len(rest)])
            runs[index : index + 1] = [before, replace(runs[index], text=rest)]
            index, rest = index + 1, ''
        else:
            return False
    if rest:
        return False
    style = _STYLES[next(filter(None, match.groups()[1:]))]
    runs[index:] = [replace(run, **style) for run in runs[index:]]
    return True
