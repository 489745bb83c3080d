"""The same book by every peer in turn, round after round."""

import tempfile
from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pypdfium2

from .corpus import novel_of
from .measuring import Failed, measure

#: Characters of the book made once before anything counts: fonts and programs are
#: read from the disk, and caches that outlive a run are filled.
_WARMING = 2000


@dataclass(frozen=True)
class Entry:
    """One peer making the first ``limit`` characters (``None``: all), with ruby or without."""

    peer: str
    limit: int | None
    ruby: bool


def installed(peers):
    """``({peer: its version} of those that are here, {name of another: why not})``."""
    versions = {peer: peer.version() for peer in peers}
    return (
        {peer: version for peer, version in versions.items() if version},
        {peer.name: 'not installed' for peer, version in versions.items() if not version},
    )


def is_due(entry, spent, budget, longest):
    """Whether ``entry`` is tried once more.

    ``spent`` has the seconds of each run so far, by ``Entry``. The first time it is,
    but with ruby only where it took no more than ``longest`` seconds without; then
    as long as all its runs take no more than ``budget`` seconds.
    """
    if took := spent.get(entry):
        return sum(took) + max(took) <= budget
    return not entry.ruby or max(spent.get(replace(entry, ruby=False), [0])) <= longest


def run_rounds(text, peers, limits, rounds, budget, longest, tell):
    """Measure each ``Entry``, all in turn, round after round: ``(runs, {name: why left out})``.

    ``text`` is in Aozora Bunko's notation; ``budget`` and ``longest`` are as in ``is_due``.
    ``tell`` is called with a line about each run. A run is a dict: the fields of
    ``Entry`` and of ``Measured``, its ``round``, the ``characters`` of the novel, the
    ``size`` of the file in bytes and its ``pages`` (``None`` for an EPUB).
    """
    novels = {
        (limit, ruby): novel_of(text, limit or len(text), ruby)
        for limit in limits
        for ruby in (False, True)
    }
    runs, left_out, spent = [], {}, defaultdict(list)
    for peer in peers:
        _try(peer, novel_of(text, _WARMING, ruby=True), left_out)
    for number in range(rounds):
        for (limit, ruby), novel in novels.items():
            for peer in peers:
                entry = Entry(peer.name, limit, ruby)
                # What the first round left out stays out, so that rounds are comparable.
                known = not number or entry in spent
                if peer.name in left_out or not known or not is_due(entry, spent, budget, longest):
                    continue
                run = _try(peer, novel, left_out)
                if run:
                    spent[entry].append(run['wall'])
                    runs.append({**asdict(entry), 'round': number, **run})
                    tell(
                        f'round {number + 1}: {peer.name}, {novel.characters} characters'
                        f'{", ruby" if ruby else ""}: {run["wall"]:.2f} s, '
                        f'{run["cpu"]:.2f} s of processor time'
                    )
    return runs, left_out


def _try(peer, novel, left_out):
    """The run as a dict, or ``None`` and the reason in ``left_out``."""
    with tempfile.TemporaryDirectory() as folder:
        work = peer.prepare(novel, Path(folder))
        try:
            measured = measure(work.command, folder)
        except Failed as failure:
            left_out[peer.name] = f'failed, {failure}'
            return None
        if not work.made.is_file():
            left_out[peer.name] = 'made nothing'
            return None
        pages = len(pypdfium2.PdfDocument(work.made)) if peer.makes == '.pdf' else None
        return {
            **asdict(measured),
            'characters': novel.characters,
            'size': work.made.stat().st_size,
            'pages': pages,
        }
