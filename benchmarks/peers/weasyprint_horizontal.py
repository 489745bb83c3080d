"""WeasyPrint's own layout, which knows no vertical writing: on the same paper, turned."""

import sys
from importlib.metadata import version

from ..html import html_of
from .peer import Peer, Work


def _prepare(novel, folder):
    (folder / 'book.html').write_text(html_of(novel, horizontal=True), encoding='utf-8')
    return Work((sys.executable, '-m', 'weasyprint', 'book.html', 'book.pdf'), folder / 'book.pdf')


PEER = Peer(
    'WeasyPrint, horizontal',
    '.pdf',
    lambda: version('weasyprint'),
    _prepare,
    'as it is, on the paper turned; without contents or running heads',
)
