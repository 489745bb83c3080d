"""Every peer in turn, as often as there is time; who is not there is named."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.one_book import Entry, installed, is_due, run_rounds
from benchmarks.peers import Peer, Work

TEXT = '題\n作者\n\n' + '　雨が降《ふ》っていた。\n' * 300 + '\n底本：「題」\n'


def peer(name, program, version='1'):
    def prepare(novel, folder):
        (folder / 'text').write_text(
            ''.join(
                base + reading
                for chapter in novel.chapters
                for parts in chapter.paragraphs
                for base, reading in parts
            ),
            encoding='utf-8',
        )
        return Work((sys.executable, '-c', program), folder / 'book.epub')

    return Peer(name, '.epub', lambda: version, prepare)


COPIES = 'import shutil; shutil.copy("text", "book.epub")'


def test_who_is_not_installed_is_left_out():
    here, away = peer('here', COPIES), peer('away', COPIES, None)
    found, missing = installed([here, away])
    assert found == {here: '1'}
    assert missing == {'away': 'not installed'}


def test_rounds_are_interleaved_and_who_fails_is_named():
    peers = [
        peer('a', COPIES),
        peer('fails', 'exit("no font")'),
        peer('idle', ''),
        peer('b', COPIES),
    ]
    runs, left_out = run_rounds(TEXT, peers, [100, None], 2, 60, 60, lambda line: None)
    assert list(left_out) == ['fails', 'idle']
    assert 'no font' in left_out['fails']
    assert [run['peer'] for run in runs] == ['a', 'b'] * 8
    assert [run['round'] for run in runs] == [0] * 8 + [1] * 8
    for run in runs:
        # A paragraph has 8 characters of 3 bytes, and one of ruby where ruby is asked for.
        paragraphs = 13 if run['limit'] else 300
        assert run['characters'] == paragraphs * 8
        assert run['size'] == paragraphs * 3 * (9 if run['ruby'] else 8)


@given(took=st.lists(st.floats(0.1, 100), min_size=1, max_size=5), budget=st.floats(1, 200))
def test_no_entry_is_tried_beyond_its_budget(took, budget):
    entry = Entry('a', None, False)
    assert is_due(entry, {}, budget, 1)
    assert is_due(entry, {entry: took}, budget, 1) == (sum(took) + max(took) <= budget)


def test_what_takes_too_long_without_ruby_is_not_run_with_it():
    with_ruby, without = Entry('a', None, True), Entry('a', None, False)
    assert not is_due(with_ruby, {without: [300]}, 45, 200)
    assert is_due(with_ruby, {without: [100]}, 45, 200)
    assert is_due(without, {}, 45, 200)
