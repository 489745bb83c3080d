"""Learns what speaks for a line being the title of a text, and measures what is found.

usage: python -m benchmarks.titles [--measure | --write] FOLDER…

A FOLDER holds labelled pages as ``benchmarks.boundaries`` reads them; the title's line has the
label T. ``--measure`` learns from all sites but some and measures on those, in turn: how many
titles are found, and on how many pages another line is taken for it. ``--write`` learns from
all pages and writes ``tategumi/cleaning/boundaries/title.tsv``. Needs numpy and scipy.
"""

import argparse
import random
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from tategumi.cleaning.boundaries import strip
from tategumi.cleaning.boundaries.candidates import candidates_of

from .boundaries import read

_RIDGE, _FOLDS, _SEEN = 0.5, 5, 3


def examples_of(page):
    """``(candidates, right)``: what each candidate shows, and the title's place or ``None``."""
    inside = [place for place, line in enumerate(page.lines) if page.labels[line.index] == 'K']
    candidates = candidates_of(page.lines, inside[0], inside[-1] + 1, page.claims)
    titles = [place for place in candidates if page.labels[page.lines[place].index] == 'T']
    return candidates, titles[0] if titles else None


def learn(examples):
    """``{name: weight}``: a softmax over the candidates of a page and none of them."""
    seen = Counter(
        name for candidates, _ in examples for name in {n for e in candidates.values() for n in e}
    )
    names = {name: place for place, name in enumerate(sorted(n for n in seen if seen[n] >= _SEEN))}
    rows = []
    for candidates, right in examples:
        matrix = np.zeros((len(candidates) + 1, len(names) + 1))
        for row, each in enumerate(candidates.values()):
            for name in each:
                if name in names:
                    matrix[row, names[name]] = 1
        matrix[-1, -1] = 1
        rows.append((matrix, list(candidates).index(right) if right is not None else -1))

    def loss(vector):
        total, slope = _RIDGE * vector @ vector, 2 * _RIDGE * vector
        for matrix, right in rows:
            scores = matrix @ vector
            chances = np.exp(scores - np.logaddexp.reduce(scores))
            total -= np.log(chances[right])
            slope = slope + matrix.T @ chances - matrix[right]
        return total, slope

    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method='L-BFGS-B').x
    table = {name: round(float(best[place]), 3) for name, place in names.items()}
    return {**table, strip.NONE: round(float(best[-1]), 3)}


def found_on(page):
    """The place of the title that is found with the weights that hold now."""
    inside = [place for place, line in enumerate(page.lines) if page.labels[line.index] == 'K']
    return strip.strip_of(page.lines, inside[0], inside[-1] + 1, page.claims).title


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument('folders', type=Path, nargs='+', metavar='FOLDER')
    arguments.add_argument('--write', action='store_true')
    arguments.add_argument('--measure', action='store_true')
    options = arguments.parse_args()
    pages = [page for folder in options.folders for page in read(folder)]
    if options.measure:
        _measure(pages)
    if options.write:
        _write(learn([examples_of(page) for page in pages]))


def _measure(pages):
    sites = sorted({page.site for page in pages})
    random.Random(1).shuffle(sites)
    right = wrong = missed = whole = 0
    for fold in range(_FOLDS):
        away = set(sites[fold::_FOLDS])
        table = learn([examples_of(page) for page in pages if page.site not in away])
        strip.weights = lambda table=table: table
        for page in pages:
            if page.site not in away:
                continue
            title = next((i for i, label in enumerate(page.labels) if label == 'T'), None)
            place = found_on(page)
            found = '' if place is None else page.lines[place].text
            title = '' if title is None else page.texts[title].strip()
            whole += bool(title)
            right += found == title != ''
            missed += bool(title) > bool(found)
            wrong += bool(found) and found != title
            if found != title:
                print(f'{page.name}: {title[:50]!r}, found {found[:50]!r}')
    print(f'{right} of {whole} titles; none found {missed}, another line {wrong}')


def _write(table):
    place = Path(strip.__file__).with_name('title.tsv')
    rows = [f'{name}\t{number:g}' for name, number in sorted(table.items())]
    head = '# Learned by benchmarks/titles.py: how much speaks for a line being the title.'
    place.write_text('\n'.join([head, *rows]) + '\n', 'utf-8')


if __name__ == '__main__':
    main()
