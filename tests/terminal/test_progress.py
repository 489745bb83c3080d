"""Progress is shown whatever the output is: a terminal, one without a size, or none."""

import io
import os

import pytest

from tategumi.language import language_of
from tategumi.messages import Message
from tategumi.terminal import Progress, progress


class NoTerminal(io.StringIO):
    def isatty(self):
        return False


@pytest.mark.skipif(not hasattr(os, 'openpty'), reason='no pseudo-terminals')
def test_a_terminal_that_tells_no_size_shows_a_bar():
    leader, follower = os.openpty()
    with open(follower, 'w', encoding='utf-8', closefd=True) as stream:
        assert os.get_terminal_size(stream.fileno()).columns == 0
        with Progress(stream).step('setting the PDF') as update:
            update(1, 2)
    shown = _all_of(leader)
    assert 'setting the PDF' in shown and '50 %' in shown


def _all_of(leader: int) -> str:
    """What was written to the other end, now closed; the kernel hands it over bit by bit."""
    shown = b''
    with open(leader, 'rb', buffering=0) as end:
        while True:
            try:
                part = end.read(100_000)
            except OSError:
                part = b''
            if not part:
                return shown.decode()
            shown += part


def test_without_a_terminal_a_line_comes_every_few_seconds(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(progress.time, 'monotonic', lambda: now[0])
    stream = NoTerminal()
    with Progress(stream, language_of('ja')).step('setting the PDF') as update:
        for done in range(100):
            now[0] += 0.2
            update(done, 100)
    lines = stream.getvalue().splitlines()
    assert lines[0] == 'PDFを組んでいます'
    assert lines[1:] == [f'PDFを組んでいます: {done} %' for done in (24, 49, 74, 99)]


def test_books_are_told_in_the_language_of_the_user():
    stream = NoTerminal()
    with Progress(stream, language_of('ja')).books(2) as show:
        show(Message('{folder}  {outcome}', folder='a', outcome=Message('failed')))
    assert stream.getvalue() == '1/2  a  失敗\n'
