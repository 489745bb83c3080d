"""Draws the lines that end elsewhere, side by side, for those who look at them."""

import html

from tategumi.files import write_whole
from tategumi.kumihan import class_of
from tategumi.kumihan.classes import BODY_START

_EM = 18
_HEAD = f"""<!DOCTYPE html>
<meta charset="utf-8">
<style>
  body {{ font: {_EM}px/1 "Noto Serif CJK JP" }}
  .group {{ display: inline-block; margin: 8px; border-top: 1px solid red; vertical-align: top }}
  .line {{ display: inline-block; position: relative; width: {_EM * 1.6}px; vertical-align: top }}
  .line span {{ position: absolute; left: 0; writing-mode: vertical-rl }}
  .line i {{ position: absolute; left: 0; top: -1.2em; font: 9px sans-serif }}
</style>
"""


def draw(path, paragraphs, lines, measure):
    """Write an HTML page of every line that another than the first of ``lines`` ends elsewhere.

    ``lines`` are by typesetter, for each of ``paragraphs`` its ``PeerLine``s; the red rules are
    the line head and the line end at ``measure`` em.
    """
    first, *others = lines
    groups = []
    for number, text in enumerate(paragraphs):
        for line in lines[first][number]:
            theirs = {who: _at(lines[who][number], line.start) for who in others}
            if any(other and other.end != line.end for other in theirs.values()):
                shown = {first: line, **{who: other for who, other in theirs.items() if other}}
                drawn = ''.join(_line(who, text, each, measure) for who, each in shown.items())
                groups.append(f'<div class="group">{drawn}</div>')
    write_whole(path, (_HEAD + '\n'.join(groups)).encode())


def _at(lines, start):
    return next((line for line in lines if line.start == start), None)


def _line(who, text, line, measure):
    spans = ''.join(
        f'<span style="top: {(place - BODY_START.get(class_of(text[at]), 0)) * _EM:.2f}px">'
        f'{html.escape(text[at])}</span>'
        for at, place in line.positions.items()
    )
    style = f'height: {measure * _EM}px; border-bottom: 1px solid red; margin-bottom: {_EM * 2}px'
    return f'<div class="line" style="{style}"><i>{who[:9]}</i>{spans}</div>'
