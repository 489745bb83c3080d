"""Lines by Chromium, out of the boxes of its characters."""

import html
import json
import re
import subprocess
import tempfile
from pathlib import Path

from tategumi.kumihan import class_of
from tategumi.kumihan.classes import BODY

from .line import PeerLine

_EM = 20
_DOCUMENT = """<!DOCTYPE html>
<html lang="ja">
<meta charset="utf-8">
<style>
  html {{ writing-mode: vertical-rl }}
  body {{ margin: 0; font: {em}px/2 "Noto Serif CJK JP"; text-align: justify }}
  p {{
    height: {measure}em; margin: 0; text-indent: 1em; line-break: {strictness};
    text-spacing-trim: trim-start; text-autospace: normal;
  }}
</style>
{paragraphs}
<script>
  const range = document.createRange();
  const found = [...document.querySelectorAll('p')].map(p => {{
    const head = p.getBoundingClientRect().top, text = p.firstChild;
    return [...text.data].map((_, at) => {{
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = range.getBoundingClientRect();
      return [box.right, box.top - head, box.height];
    }});
  }});
  document.body.textContent = 'found' + JSON.stringify(found) + 'end';
</script>
"""


def lines_of(paragraphs, setting):
    """For each paragraph (``str``, of characters of the basic plane) its list of ``PeerLine``.

    Chromium knows no marks that hang. Raises ``CalledProcessError`` if it fails.
    """
    document = _DOCUMENT.format(
        em=_EM,
        measure=setting.measure,
        strictness='strict' if setting.strict_line_start else 'normal',
        paragraphs='\n'.join(f'<p>{html.escape(text, quote=False)}</p>' for text in paragraphs),
    )
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / 'text.html'
        page.write_text(document, encoding='utf-8')
        made = _run('--dump-dom', f'--user-data-dir={folder}/profile', page.as_uri())
    found = json.loads(re.search('found(.*)end', made)[1])
    return [_lines(text, boxes) for text, boxes in zip(paragraphs, found)]


def _run(*arguments):
    return subprocess.run(
        [
            *('chromium', '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'),
            *('--no-first-run', '--disable-background-networking', '--disable-component-update'),
            *('--disable-sync', *arguments),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def _lines(text, boxes):
    lines, start = [], 0
    for offset in range(1, len(text) + 1):
        # Each line is to the left of the one before; a space at its end has no box.
        is_end = offset == len(text)
        if not is_end and (text[offset] == '　' or boxes[offset][0] > boxes[start][0] - _EM):
            continue
        positions = {
            at: boxes[at][1] / _EM + _before_body(text[at], boxes[at][2] / _EM)
            for at in range(start, offset)
            if text[at] != '　'
        }
        lines.append(PeerLine(start, offset, positions))
        start = offset
    return lines


def _before_body(character, length):
    """How far the body of ``character`` is from the head of its box, ``length`` em long.

    What a mark has of space before it belongs to its box, if that is not trimmed.
    """
    number = class_of(character)
    if number == 1:
        return 0 if length < 0.9 else 1 - BODY[1]
    return (1 - BODY[5]) / 2 if number == 5 and length > 0.9 else 0


def version():
    """The version of Chromium."""
    return _run('--version').strip()
