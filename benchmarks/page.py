"""The page that every typesetter is told alike: the press's A5."""

import subprocess

from tategumi.page.papers import PAPERS

PAPER = 'a5'
PAGE = PAPERS[PAPER]
FONT = 'Noto Serif CJK JP'

#: Lines a chapter's heading takes (行取り).
HEADING_LINES = 7

_MM = 25.4 / 72

#: The page box is as wide as all lines at their pitch, in mm; so are the margins
#: on the left and the right, the text standing in the middle of the paper.
EXTENT = PAGE.lines * PAGE.pitch * _MM
LINE_LENGTH = PAGE.line_length * _MM
SIDE = (PAGE.width - EXTENT) / 2
FOOT = PAGE.height - PAGE.head - LINE_LENGTH


def font_file():
    """The file of ``FONT``, and which of the faces in it."""
    file, face = subprocess.run(
        ['fc-match', '--format', '%{file}\n%{index}', FONT],
        check=True,
        capture_output=True,
        encoding='utf-8',
    ).stdout.splitlines()
    return file, int(face)
