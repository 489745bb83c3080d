"""Compare the press with its peers: benchmarks/results.json and RESULTS.md.

    python -m benchmarks TEXT

TEXT is a work in Aozora Bunko's notation. What is not installed is named and left out.
"""

import argparse
import json
import sys
from pathlib import Path

from tategumi.files import write_whole

from . import library, one_book, rebuilding
from .corpus import novel_of
from .machine import machine
from .peers import NOT_PACKAGED, PEERS
from .profiling import profile
from .results import results_markdown

HERE = Path(__file__).parent


def main():
    options = _parser().parse_args()
    text = options.text.read_text(encoding='utf-8')
    kept = options.into / 'results.json'
    data = json.loads(kept.read_text(encoding='utf-8')) if kept.exists() else {}
    data['machine'] = machine()
    for part in options.parts:
        data.update(PARTS[part](text, options, data))
        # After each, lest a later one's end take it along.
        write_whole(kept, json.dumps(data, ensure_ascii=False, indent=1) + '\n')
        write_whole(options.into / 'RESULTS.md', results_markdown(data, PEERS))


def _pdf(text, options, data):
    return _one_book('.pdf', text, options, data)


def _epub(text, options, data):
    return _one_book('.epub', text, options, data)


def _one_book(makes, text, options, data):
    own = {peer.name for peer in PEERS if peer.makes == makes}
    peers, missing = one_book.installed([peer for peer in PEERS if peer.makes == makes])
    runs, failed = one_book.run_rounds(
        text, peers, options.limits, options.rounds, options.budget, options.longest, _tell
    )
    versions, left_out = (
        {name: said for name, said in data.get(key, {}).items() if name not in own}
        for key in ('versions', 'left_out')
    )
    return {
        'versions': {**versions, **{peer.name: version for peer, version in peers.items()}},
        'left_out': {
            **left_out,
            **missing,
            **failed,
            **{name: 'not in a package registry' for name in NOT_PACKAGED},
        },
        'runs': [*(run for run in data.get('runs', []) if run['peer'] not in own), *runs],
    }


def _rebuilding(text, options, data):
    return {'rebuilding': rebuilding.run_rounds(_whole(text, options), options.rounds, _tell)}


def _profiles(text, options, data):
    whole = _whole(text, options)
    return {'profiles': {name: profile(whole, name.lower()) for name in ('PDF', 'EPUB')}}


def _library(text, options, data):
    return {'library': library.run_rounds(text, options.books, options.library_rounds, _tell)}


PARTS = {
    'pdf': _pdf,
    'epub': _epub,
    'rebuilding': _rebuilding,
    'profiles': _profiles,
    'library': _library,
}


def _whole(text, options):
    return novel_of(text, options.limits[-1] or len(text), ruby=True)


def _parser():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument('text', type=Path, metavar='TEXT')
    parser.add_argument(
        '--parts',
        nargs='+',
        choices=PARTS,
        default=PARTS,
        metavar='PART',
        help=f'of {", ".join(PARTS)}; what is measured already of the others is kept (all)',
    )
    parser.add_argument(
        '--limits',
        type=_limit,
        nargs='+',
        default=[20_000, 100_000, None],
        metavar='N',
        help='characters set, or "all" (20000 100000 all)',
    )
    parser.add_argument('--rounds', type=int, default=5, help='rounds at most (5)')
    parser.add_argument(
        '--budget',
        type=float,
        default=45,
        metavar='SECONDS',
        help='for all rounds of one peer with one text; one round is always run (45)',
    )
    parser.add_argument(
        '--longest',
        type=float,
        default=200,
        metavar='SECONDS',
        help='what takes longer without ruby is not run with it (200)',
    )
    parser.add_argument('--books', type=int, default=500, help='of the library (500)')
    parser.add_argument('--library-rounds', type=int, default=1, help='of the library (1)')
    parser.add_argument(
        '--into', type=Path, default=HERE, metavar='DIR', help='where the results are written'
    )
    return parser


def _limit(text):
    return None if text == 'all' else int(text)


def _tell(line):
    print(line, file=sys.stderr, flush=True)


if __name__ == '__main__':
    main()
