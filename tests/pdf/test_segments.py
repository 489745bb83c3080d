"""A book set segment by segment is the book set in one piece, however many processes set it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest
from PIL import ImageChops

from tategumi import pool
from tategumi.check.glyphs import read_pages
from tategumi.pdf import build_pdf, page_starts
from tategumi.settings import load_settings

from .conftest import PRESS, Press

LONG = '永東国酬今' * 300
NOTED = (
    '# 注の章\n\n本文[^1]。' + '永東国酬今' * 90 + '[^2]\n\n'
    '[^1]: 一つ目の注。\n\n[^2]: ' + '長い注。' * 60
)
CHAPTERS = (
    '# 港\n{: .part }',
    f'# 夜\n\n{LONG}\n\n## 節\n\n[節](#節)へ。',
    '# 山\n{: .part }',
    f'# 道\n\n{LONG}{LONG}\n\n- 一\n- 二',
    NOTED,
    '石だけの章。',
    NOTED,
)

#: What a book's own sheet may say that one chapter takes from another.
REACHING = {
    'a counter': """
        body { counter-reset: chapter }
        .chapter > h1 { counter-increment: chapter }
        .chapter > h1::before { content: counter(chapter) "　" }""",
    'a folio in the text': '.chapter > p > a::after { content: target-counter(attr(href), page) }',
    'no break between chapters': '.chapter { break-before: auto; page: auto }',
    'the first chapter': '.part ~ .chapter:nth-of-type(5) > h1 { font-size: 2em }',
    'every third page': '@page :nth(3n) { height: 60mm }',
    'a heading in the margin': """
        .part > h1 { position: running(part) }
        @page { @bottom-left { content: element(part) } }""",
}


def seen(built):
    """What a reader has of a PDF: pages as pictures, bookmarks, labels, glyphs, page starts."""
    document = pypdfium2.PdfDocument(built.content)
    return {
        'pages': [page.render(scale=0.5).to_pil() for page in document],
        'bookmarks': [
            (mark.level, mark.get_title(), mark.get_dest().get_index(), mark.get_dest().get_view())
            for mark in document.get_toc()
        ],
        'labels': [document.get_page_label(index) for index in range(len(document))],
        'glyphs': [
            Counter(glyph.character for glyph in page) for page in read_pages(built.content)
        ],
        'starts': page_starts(built.frames),
        'warnings': sorted(built.warnings),
    }


def assert_the_same(apart, whole):
    apart, whole = seen(apart), seen(whole)
    pages, others = apart.pop('pages'), whole.pop('pages')
    assert [page.size for page in pages] == [page.size for page in others]
    # Lengths are written with six digits after the point, from another corner of the page.
    assert all(
        high <= 4
        for page, other in zip(pages, others)
        for _, high in ImageChops.difference(page, other).getextrema()
    )
    for name in whole:
        assert apart[name] == whole[name], name


@pytest.mark.parametrize(
    'settings',
    [
        {},
        {'notes': 'side'},
        {'notes': 'side', 'chapter_start': 'recto'},
        {'chapter_title': 'naka-tobira', 'contents_depth': 0},
        {'pdf_variant': 'pdf/a-3u'},
    ],
    ids=str,
)
def test_the_segments_joined_are_the_book_in_one_piece(press, settings):
    whole = press.set_in_one_piece(*CHAPTERS, page='shinsho', **settings)
    assert_the_same(press.set(*CHAPTERS, page='shinsho', **settings), whole)
    starts = press.starts(*CHAPTERS, page='shinsho', **settings)
    assert starts == page_starts(whole.frames)


def test_the_showcase_is_the_same_in_one_piece(tmp_path):
    press = Press(PRESS / 'tests' / 'books' / 'showcase')
    press.root, folder = tmp_path, press.root
    (tmp_path / 'book').symlink_to(folder / 'book')
    settings = load_settings(tmp_path)
    from tategumi.manuscript import read_chapters
    from tategumi.markup import mark_up

    chapters = [mark_up(chapter, settings) for chapter in read_chapters(settings)]
    assert_the_same(
        *(
            build_pdf(settings, chapters, PRESS / 'styles', in_one_piece=in_one_piece)
            for in_one_piece in (False, True)
        )
    )


@pytest.mark.parametrize('rule', REACHING)
def test_what_reaches_from_chapter_to_chapter_is_found(press, rule):
    press.add_rules(REACHING[rule])
    whole = press.set_in_one_piece(*CHAPTERS)
    assert_the_same(press.set(*CHAPTERS), whole)
    assert press.starts(*CHAPTERS) == page_starts(whole.frames)


def test_several_processes_set_the_same_bytes(press, monkeypatch):
    monkeypatch.setattr(pool, '_WORTH_A_PROCESS', 1)
    settings, chapters = press.book(*CHAPTERS)
    alone, shared = (build_pdf(settings, chapters, PRESS / 'styles', jobs=jobs) for jobs in (1, 3))
    assert alone.content == shared.content and alone.warnings == shared.warnings
    assert page_starts(alone.frames) == page_starts(shared.frames)


def test_a_process_that_dies_costs_no_book(press, monkeypatch):
    monkeypatch.setattr(pool, '_WORTH_A_PROCESS', 1)
    settings, chapters = press.book(*CHAPTERS)
    alone = build_pdf(settings, chapters, PRESS / 'styles')
    killed = []

    def kill_one():
        while not killed:
            for child in multiprocessing.active_children():
                os.kill(child.pid, signal.SIGKILL)
                killed.append(child)
            time.sleep(0.01)

    killer = Thread(target=kill_one)
    killer.start()
    assert build_pdf(settings, chapters, PRESS / 'styles', jobs=2).content == alone.content
    killer.join()


def _seconds_of(process):
    """The seconds that the processor had for it, or ``None`` where it has ended."""
    try:
        figures = Path('/proc', process, 'stat').read_text().rpartition(')')[2].split()
    except FileNotFoundError:
        return None
    return None if figures[0] == 'Z' else int(figures[11]) / os.sysconf('SC_CLK_TCK')


def _below(process):
    """The processes that ``process`` started, and those they did."""
    try:
        children = Path(f'/proc/{process}/task/{process}/children').read_text().split()
    except OSError:
        return []
    return [*children, *(below for child in children for below in _below(child))]


@pytest.mark.skipif(sys.platform != 'linux', reason='one process sets the book')
def test_processes_end_with_the_one_that_started_them(tmp_path):
    (tmp_path / 'book' / 'chapters').mkdir(parents=True)
    for number in range(40):
        (tmp_path / 'book' / 'chapters' / f'{number}.md').write_text(
            f'# 章\n\n{"港の灯。" * 9_000}\n', encoding='utf-8'
        )
    press = subprocess.Popen(
        [sys.executable, PRESS / 'pipeline.py', 'pdf', '--root', tmp_path, '--jobs', '3'],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # Longer than it takes to start: the process that works, and those that set pages for it.
    while (
        len(
            started := [
                process for process in _below(press.pid) if (_seconds_of(process) or 0) > 1
            ]
        )
        < 3
    ):
        assert press.poll() is None
        time.sleep(0.01)
    press.kill()
    press.wait()
    last = time.monotonic() + 60
    while any(_seconds_of(child) is not None for child in started):
        assert time.monotonic() < last
        time.sleep(0.01)
