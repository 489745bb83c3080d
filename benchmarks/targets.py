"""What the press aims at, and whether it is there."""

from collections.abc import Callable
from dataclasses import dataclass

from .peers import chromium, jtypeset, luatexja, pandoc, this_press, vivliostyle
from .peers import weasyprint_horizontal as weasyprint
from .ratios import Spread, ratio, runs_of

_ALL, _SMALL = None, 100_000
#: How much longer all characters may take than the first hundred thousand.
_GROWTH = 6.8
_KINDS = (('', False), (', ruby', True))
_TIMES = (('by the clock', 'wall'), ('processor time', 'cpu'))


@dataclass(frozen=True)
class Target:
    """``most`` is what the numbers may be; ``numbers(data)`` finds them: ``{what: number}``."""

    name: str
    most: float
    numbers: Callable


def is_met(target, data):
    """Words on whether ``data`` (results.json) meets ``target``, number by number.

    ``[(what, number, words)]``; empty where it was not measured.
    """
    return [
        (
            what,
            number,
            'met' if number <= target.most else f'missed by {number / target.most - 1:.0%}',
        )
        for what, number in target.numbers(data).items()
    ]


def _against(ours, peer):
    def numbers(data):
        found = {
            f'{time}{kind}': ratio(
                runs_of(data.get('runs', ()), ours.name, _ALL, ruby),
                runs_of(data.get('runs', ()), peer.name, _ALL, ruby),
                field,
            )
            for time, field in _TIMES
            for kind, ruby in _KINDS
        }
        return {what: spread.median for what, spread in found.items() if spread}

    return numbers


def _sizes(data):
    found = {}
    for kind, ruby in _KINDS:
        ours = runs_of(data.get('runs', ()), this_press.PDF.name, _ALL, ruby)
        others = [
            run['size']
            for peer in (jtypeset, chromium, vivliostyle, luatexja, weasyprint)
            for run in runs_of(data.get('runs', ()), peer.PEER.name, _ALL, ruby)
        ]
        if ours and others:
            found[f'bytes{kind}'] = max(run['size'] for run in ours) / min(others)
    return found


def _growth(data):
    found = {}
    for time, field in _TIMES:
        for kind, ruby in _KINDS:
            large, small = (
                Spread.of(
                    run[field]
                    for run in runs_of(data.get('runs', ()), this_press.PDF.name, limit, ruby)
                )
                for limit in (_ALL, _SMALL)
            )
            if large and small:
                found[f'{time}{kind}'] = large.median / small.median / _GROWTH
    return found


def _memory(data):
    return {
        f'MB{kind}': max(run['memory'] for run in runs) / 1e6
        for kind, ruby in _KINDS
        if (runs := runs_of(data.get('runs', ()), this_press.PDF.name, _ALL, ruby))
    }


def _rebuilt(data):
    found = {}
    for name, words in (('', 'EPUB and PDF'), ('pdf ', 'PDF')):
        spread = Spread.of(
            took[f'{name}changed'][0] / took[f'{name}full'][0]
            for took in data.get('rebuilding', ())
        )
        if spread:
            found[f'{words}, by the clock'] = spread.median
    return found


def _nothing(data):
    spread = Spread.of(
        took['nothing'][0] for took in data.get('rebuilding', ()) if 'nothing' in took
    )
    return {'s': spread.median} if spread else {}


TARGETS = (
    Target('PDF, all characters, against jtypeset', 1.0, _against(this_press.PDF, jtypeset.PEER)),
    Target('… against Chromium', 0.5, _against(this_press.PDF, chromium.PEER)),
    Target('… against LuaTeX-ja', 0.1, _against(this_press.PDF, luatexja.PEER)),
    Target('… against Vivliostyle', 0.03, _against(this_press.PDF, vivliostyle.PEER)),
    Target('PDF, all characters, size against the smallest of the others', 0.6, _sizes),
    Target(f'PDF, time for all characters / ({_GROWTH} × time for 100,000)', 1.05, _growth),
    Target('EPUB, all characters, against pandoc', 0.7, _against(this_press.EPUB, pandoc.PEER)),
    Target('PDF, all characters, peak memory, MB', 500, _memory),
    Target('one chapter changed, made again, against all made anew', 0.25, _rebuilt),
    Target('`make` with nothing changed, s', 0.3, _nothing),
)
