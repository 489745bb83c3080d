"""The page of results says what was measured and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.peers import PEERS, jtypeset, this_press
from benchmarks.ratios import Spread, ratio
from benchmarks.results import results_markdown

OURS, THEIRS = this_press.PDF.name, jtypeset.PEER.name


def run(peer, number, wall, limit=None, ruby=False):
    return {
        'peer': peer,
        'round': number,
        'limit': limit,
        'ruby': ruby,
        'wall': wall,
        'cpu': 2 * wall,
        'memory': 300_000_000,
        'size': 2_000_000,
        'pages': 700,
        'characters': limit or 650_000,
    }


def data(*runs, **parts):
    return {'machine': {'memory': '1 GiB'}, 'versions': {}, 'left_out': {}, 'runs': runs, **parts}


def row(page, start):
    return next(line for line in page.splitlines() if line.startswith(f'| {start}'))


@given(st.lists(st.tuples(st.floats(0.1, 100), st.floats(0.1, 100)), min_size=1, max_size=5))
def test_a_ratio_is_taken_within_a_round(pairs):
    ours = [run(OURS, number, mine) for number, (mine, _) in enumerate(pairs)]
    theirs = [run(THEIRS, number, their) for number, (_, their) in enumerate(pairs)][:-1]
    found = ratio(ours, theirs, 'wall')
    ratios = sorted(mine / their for mine, their in pairs[:-1])
    if not ratios:
        assert found is None
    else:
        assert (found.least, found.most) == (ratios[0], ratios[-1])
        assert found.least <= found.median <= found.most


def test_the_middle_of_an_even_number_is_between_both():
    assert Spread.of([4, 1, 2, 3]) == Spread(2.5, 1, 4)


def test_ratios_have_median_and_spread():
    runs = [run(OURS, 0, 1.0), run(THEIRS, 0, 2.0), run(OURS, 1, 3.0), run(THEIRS, 1, 2.0)]
    page = results_markdown(data(*runs), PEERS)
    assert '| jtypeset | no | 2 | 2.00 | 1.00 (0.50 to 1.50) |' in page
    assert '### PDF, 650,000 characters' in page


@pytest.mark.parametrize('seconds, told', [(0.9, 'met'), (1.2, 'missed by 20%')])
def test_targets_are_met_or_missed_by_so_much(seconds, told):
    page = results_markdown(data(run(OURS, 0, seconds), run(THEIRS, 0, 1.0)), PEERS)
    assert row(page, 'PDF, all characters, against jtypeset').endswith(f'| {told} |')


def test_a_target_met_in_part_says_which_part_is_not():
    runs = [
        run(OURS, 0, 0.5),
        run(THEIRS, 0, 1.0),
        run(OURS, 0, 3.0, ruby=True),
        run(THEIRS, 0, 1.0, ruby=True),
    ]
    told = row(results_markdown(data(*runs), PEERS), 'PDF, all characters, against jtypeset')
    assert 'by the clock met' in told
    assert 'by the clock, ruby missed by 200%' in told


def test_what_was_not_measured_is_not_told():
    page = results_markdown(data(), PEERS)
    assert row(page, '… against Chromium').endswith('| – | not measured |')
    assert '## PDF' not in page
    assert '## Many books' not in page


def test_growth_is_that_of_this_press_over_both_texts():
    runs = [run(OURS, 0, 6.8), run(OURS, 0, 1.0, limit=100_000), run(THEIRS, 0, 50.0)]
    told = row(results_markdown(data(*runs), PEERS), 'PDF, time for all')
    assert told.endswith('| by the clock 1; processor time 1 | met |')


def test_who_is_left_out_is_named():
    told = data() | {'left_out': {'AozoraEpub3': 'not installed'}}
    assert '- AozoraEpub3: not installed' in results_markdown(told, PEERS)


def test_made_again_and_a_library_are_told():
    page = results_markdown(
        data(
            rebuilding=[
                {
                    'full': [8, 10],
                    'changed': [2, 2],
                    'pdf full': [6, 8],
                    'pdf changed': [3, 3],
                    'nothing': [0.1, 0.1],
                }
            ],
            library={
                'books': 20,
                'characters': 1000,
                'runs': [{'way': '1 process', 'round': 0, 'wall': 10, 'cpu': 8, 'memory': 1e8}],
            },
        ),
        PEERS,
    )
    told = row(page, 'one chapter changed')
    assert 'EPUB and PDF, by the clock 0.25; PDF, by the clock 0.5' in told
    assert 'EPUB and PDF, by the clock met; PDF, by the clock missed by 100%' in told
    assert row(page, '`make` with nothing changed').endswith('| s 0.1 | met |')
    assert '| 1 process | 1 | 2.00 | 0.40 | 100 |' in page
