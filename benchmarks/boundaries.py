"""Learns the weights by which the main text of a page is found, and measures what they find.

usage: python -m benchmarks.boundaries [--measure | --write] FOLDER…

A FOLDER holds pages as text, one file each: ``LANGUAGE-NAME.tsv``, a line of it for each line of
the page, as LABEL, tab, text. Labels: K main text, D the site's, N what does not count, T the
title, A who wrote it, S its day (of no count either), ``-`` blank. Pages of one site have names
that differ in a number at their end alone. Folders after ``--with`` are learned from and never
measured. Besides the pages, mixtures of them are learned from: what is above the text of one, the
text of another, what is below that of a third.

``--measure`` learns from all sites but some and measures on those, in turn: precision is the
share of the text's letters and figures that is kept, recall that of the site's that is cut.
``--write`` learns from all pages and writes ``tategumi/cleaning/boundaries/weights.tsv``. The
same pages give the same weights. Needs numpy and scipy, which the press itself does not.
"""

import argparse
import random
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from tategumi.cleaning.boundaries import model, span, strip
from tategumi.cleaning.boundaries.core import core_of
from tategumi.cleaning.boundaries.evidence import evidence_of
from tategumi.cleaning.lines import facts_of
from tategumi.cleaning.structures import claims_of

#: What is around a line says where the text is, not where it begins: of no weight to the gaps.
_NOT_OF_GAPS = re.compile(
    'prose |known |about |dates|site |sites|core|above|below|hiragana|capitals'
)
#: So many mixtures of pages are learned from, so strongly weights are held near 0.
_MIXTURES, _RIDGE = 150, 1.0
_ROUNDS, _FOLDS = 80, 5
#: How many of the mixtures have lines of a site amid their text.
_INTERRUPTED = 0.35
#: No page of more lines is mixed from.
_PART = 300
#: What is seen on fewer pages has no weight.
_SEEN = 4


@dataclass
class Page:
    """A page: its lines and their labels, and what speaks for each."""

    name: str
    language: str
    texts: list[str]
    labels: list[str]
    matrix: csr_matrix | None = field(default=None, repr=False)

    def __post_init__(self):
        self.lines = facts_of(self.texts)
        self.claims = claims_of(self.texts)
        self.core = core_of(self.lines, self.claims)
        self.evidence = evidence_of(self.lines, self.core, self.claims)
        kinds = [self.labels[line.index] for line in self.lines]
        self.kinds = ['N' if kind in ('T', 'A', 'S') else kind for kind in kinds]
        self.states = _states(self.kinds)

    @property
    def site(self):
        return re.sub(r'-\d+$', '', self.name)


def read(folder):
    """The pages of ``folder``; those without a line of text are left out."""
    for path in sorted(folder.glob('*.tsv')):
        rows = [row.split('\t') for row in path.read_text('utf-8').split('\n')[:-1]]
        labels = ['' if row[0] == '-' else row[0] for row in rows]
        if 'K' in labels:
            yield Page(path.stem, path.stem[:2], ['\t'.join(row[1:]) for row in rows], labels)


def mixtures(pages, count, chance):
    """``count`` pages made of the parts of others in one language."""
    parts = defaultdict(list)
    for page in pages:
        inside = [index for index, label in enumerate(page.labels) if label == 'K']
        rows = list(zip(page.texts, page.labels))
        parts[page.language].append(
            (rows[: inside[0]], rows[inside[0] : inside[-1] + 1], rows[inside[-1] + 1 :])
        )
    languages = [each for each in ('ja', 'ja', 'ja', 'zh', 'en', 'en') if each in parts]
    for number in range(count):
        language = chance.choice(languages)
        above, text, below = (chance.choice(parts[language])[part] for part in range(3))
        above = _some_of(above[-_PART:], chance, slice(None, None, -1))
        below = _some_of(below[:_PART], chance, slice(None))
        if chance.random() < _INTERRUPTED:
            text = _interrupted(text, chance.choice([above, below]), chance)
        rows = [*above, *text, *below]
        way = chance.random()
        if way < 0.25:
            rows = [row for row in rows if row[0].strip()]
        if way < 0.1:
            rows = [each for row in rows for each in (row, ('', ''))]
        texts, labels = zip(*rows)
        yield Page(f'mixture-{number}', language, list(texts), list(labels))


def _interrupted(text, sites, chance):
    """``text`` with some of a site's lines amid it, as a box or a bar of buttons is."""
    if len(sites) < 4 or len(text) < 4:
        return text
    start, place = chance.randrange(len(sites) - 2), chance.randrange(1, len(text))
    box = [(line, label and 'D') for line, label in sites[start : start + chance.randint(2, 9)]]
    return [*text[:place], ('', ''), *box, ('', ''), *text[place:]]


def _some_of(rows, chance, way):
    """All of ``rows`` or those next to the text, or none; ``way`` has these first."""
    share = chance.random()
    if share < 0.1:
        return []
    if share < 0.55 or len(rows) < 6:
        return rows
    return rows[way][: chance.randrange(len(rows) // 3, len(rows))][way]


def _states(kinds):
    """For each line whether it may be above the text, in it, below it."""
    inside = [place for place, kind in enumerate(kinds) if kind == 'K']
    first, last = inside[0], inside[-1]
    allowed = np.zeros((3, len(kinds)), bool)
    for place in range(len(kinds)):
        if place < first:
            allowed[0, place] = True
            allowed[1, place] = set(kinds[place:first]) == {'N'}
        elif place > last:
            allowed[2, place] = True
            allowed[1, place] = set(kinds[last + 1 : place + 1]) == {'N'}
        else:
            allowed[1, place] = True
    return allowed


def _chain(rows, ends, allowed=None):
    """The logarithm of the sum over all cuts, and the chances of each beginning and end."""
    count = len(rows)
    inside, outside = model.LOUDEST * np.tanh(rows[:, 0] / model.LOUDEST), np.zeros(count)
    above, below = outside, outside
    if allowed is not None:
        above, inside, below = (
            np.where(may, value, -1e9) for may, value in zip(allowed, (above, inside, below))
        )
    begin = np.concatenate([[ends[0]], rows[:-1, 1]]) + rows[:, 2]
    end = rows[:, 3] + np.concatenate([rows[1:, 4], [ends[1]]])
    sums = [np.concatenate([[0], np.cumsum(each)]) for each in (above, inside, below)]
    begin = sums[0][:-1] + begin - sums[1][:-1]
    end = sums[1][1:] + end + sums[2][-1] - sums[2][1:]
    so_far = np.logaddexp.accumulate(begin)
    to_come = np.logaddexp.accumulate(end[::-1])[::-1]
    whole = np.logaddexp.reduce(so_far + end)
    return whole, np.exp(begin + to_come - whole), np.exp(so_far + end - whole)


def learn(pages):
    """``{name: numbers}``, as ``model.weights`` has them."""
    seen = Counter(
        name for page in pages for name in {n for names in page.evidence for n in names}
    )
    names = sorted(name for name, count in seen.items() if count >= _SEEN)
    places = {name: place for place, name in enumerate(names)}
    for page in pages:
        pairs = [
            (row, places[name])
            for row, each in enumerate(page.evidence)
            for name in each
            if name in places
        ]
        rows, columns = zip(*pairs)
        page.matrix = csr_matrix(
            (np.ones(len(rows)), (rows, columns)), shape=(len(page.evidence), len(names))
        )
    everything = vstack([page.matrix for page in pages]).tocsr()
    turned = everything.T.tocsr()
    starts = np.cumsum([0] + [len(page.evidence) for page in pages])
    silent = np.array([bool(_NOT_OF_GAPS.match(name)) for name in names])
    shape = (len(names), len(model.COLUMNS))
    size = shape[0] * shape[1]

    def loss(vector):
        rows = everything @ vector[:size].reshape(shape)
        slopes, ends, total = np.zeros_like(rows), np.zeros(2), 0.0
        for page, start, stop in zip(pages, starts, starts[1:]):
            of_page = rows[start:stop]
            free, begin, end = _chain(of_page, vector[size:])
            right, right_begin, right_end = _chain(of_page, vector[size:], page.states)
            total += right - free
            begin, end = right_begin - begin, right_end - end
            text = np.cumsum(begin) - np.concatenate([[0], np.cumsum(end)[:-1]])
            slope = slopes[start:stop]
            slope[:, 0] = text * (1 - np.tanh(of_page[:, 0] / model.LOUDEST) ** 2)
            slope[:-1, 1], slope[:, 2] = begin[1:], begin
            slope[:, 3], slope[1:, 4] = end, end[:-1]
            ends += begin[0], end[-1]
        slopes = turned @ slopes
        slopes[silent, 1:] = 0
        return (
            _RIDGE * (vector @ vector) - total,
            2 * _RIDGE * vector - np.concatenate([slopes.ravel(), ends]),
        )

    best = minimize(
        loss, np.zeros(size + 2), jac=True, method='L-BFGS-B', options={'maxiter': _ROUNDS}
    ).x
    table = {
        name: tuple(round(float(number), 3) for number in row)
        for name, row in zip(names, best[:size].reshape(shape))
        if np.abs(row).max() >= 0.0005
    }
    table[model.TOP] = (0.0, round(float(best[size]), 3), 0.0, 0.0, 0.0)
    table[model.BOTTOM] = (0.0, 0.0, 0.0, 0.0, round(float(best[size + 1]), 3))
    return table


def measure(page):
    """``(text, kept, site's, cut)`` in letters and figures, with the weights that hold now."""
    found = span.span_of(page.lines, len(page.texts), page.claims)
    inside = [place for place, line in enumerate(page.lines) if line.index in found]
    title = strip.strip_of(page.lines, inside[0], inside[-1] + 1, page.claims)
    found = strip.below_title(found, title, page.lines)
    counts = [0] * 4
    for index, label in enumerate(page.labels):
        size = sum(unicodedata.category(mark)[0] in 'LN' for mark in page.texts[index])
        if label == 'K':
            counts[0] += size
            counts[1] += size * (index in found)
        elif label == 'D':
            counts[2] += size
            counts[3] += size * (index not in found)
    return counts


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument('folders', type=Path, nargs='+', metavar='FOLDER')
    arguments.add_argument('--with', dest='besides', type=Path, nargs='+', default=[])
    arguments.add_argument('--write', action='store_true')
    arguments.add_argument('--measure', action='store_true')
    arguments.add_argument('--mixtures', type=int, default=_MIXTURES)
    options = arguments.parse_args()
    pages = [page for folder in options.folders for page in read(folder)]
    besides = [page for folder in options.besides for page in read(folder)]
    if options.measure:
        _measure(pages, besides, options.mixtures)
    if options.write:
        _write(learn(_to_learn_from(pages + besides, options.mixtures)))


def _to_learn_from(pages, count):
    return [*pages, *mixtures(pages, count, random.Random(5))]


def _measure(pages, besides, count):
    sites = sorted({page.site for page in pages})
    random.Random(1).shuffle(sites)
    totals = defaultdict(lambda: np.zeros(4))
    for fold in range(_FOLDS):
        away = set(sites[fold::_FOLDS])
        table = learn(_to_learn_from([p for p in pages if p.site not in away] + besides, count))
        model.weights = lambda table=table: table
        for page in pages:
            if page.site in away:
                counts = measure(page)
                totals[page.language] += counts
                if counts[0] != counts[1] or counts[2] - counts[3] > 0.3 * counts[2]:
                    print(
                        f'{page.name}: lost {counts[0] - counts[1]} of {counts[0]}, '
                        f'left {counts[2] - counts[3]} of {counts[2]}',
                        flush=True,
                    )
    for language, (text, kept, sites_own, cut) in sorted(totals.items()):
        print(f'{language}: precision {kept / text:.4f}, recall {cut / sites_own:.4f}')


def _write(table):
    place = Path(model.__file__).with_name('weights.tsv')
    rows = [
        '\t'.join([name, *(f'{number:g}' for number in table[name])]) for name in sorted(table)
    ]
    head = '# Learned by benchmarks/boundaries.py. Columns: name, ' + ', '.join(model.COLUMNS)
    place.write_text('\n'.join([head, *rows]) + '\n', 'utf-8')


if __name__ == '__main__':
    main()
