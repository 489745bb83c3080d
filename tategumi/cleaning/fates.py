"""The fate of every line, with what an editor should look at."""

from collections.abc import Sequence
from dataclasses import replace

from ..messages import Message
from .article import Block
from .decisions import HEADED, KEPT, WHY
from .drafts import Draft, Way
from .lexicon import fold
from .record import SeedRecord, Suspicion
from .sites import weight_of
from .suspicions import MARKS, NO_END, beside_the_sites, suspicions_of

_BESIDE = Suspicion(
    'beside-site-lines',
    Message("lines of the site stand around it: perhaps the site's or its readers'"),
)
_WORDS = Suspicion(
    'words-of-a-site',
    Message("sites have such words: perhaps the site's, and no line of the text"),
)
_PLACES = {'head', 'tail', 'label', 'profile', 'within'}


def record_of(how: Way, drafts: Sequence[Draft], blocks: Sequence[Block]) -> SeedRecord:
    """The ``SeedRecord`` of a seed: of lines that the editor settled nothing is suspected."""
    seed = how.seed
    found: dict[int, tuple[Suspicion, ...]] = {}
    for block, suspicions in zip(blocks, suspicions_of(blocks, seed.notation, how.rules)):
        last = block.lines[-1]
        if len(block.lines) > 1 and MARKS.fullmatch(drafts[last - 1].record.text):
            last = block.lines[-2]
        found[last] = found.get(last, ()) + tuple(suspicions)
    for line in seed.lines:
        if line.losses and not line.outside:
            lost = tuple(Suspicion(loss.rule, loss.why, loss.found) for loss in line.losses)
            found[line.number] = lost + found.get(line.number, ())
    for number in _beside_the_sites(how, drafts):
        others = [each for each in found.get(number, ()) if each.rule != NO_END]
        found[number] = (*others, _BESIDE)
    for number, draft in enumerate(drafts, 1):
        if draft.kind == 'paragraph' and number not in found and _has_a_sites_words(draft):
            found[number] = (_WORDS,)
    lines = []
    for number, draft in enumerate(drafts, 1):
        record = draft.record
        if how.decisions.settles(number):
            rule = HEADED if number in how.decisions.heading else KEPT
            record = replace(record, rule=rule, why=WHY)
        elif number in found:
            record = replace(record, suspicions=found[number])
        if record.fate == 'kept' and (record.suspicions or record.changes):
            record = replace(record, fate='suspect' if record.suspicions else 'changed')
        lines.append(record)
    return SeedRecord(seed.path, seed.encoding, tuple(lines))


def _has_a_sites_words(draft: Draft) -> bool:
    """Whether nothing but words of sites are on its line; figures and days alone are not."""
    text = draft.record.text
    return bool(weight_of(text)) and any(map(str.isalpha, fold(text)))


def _beside_the_sites(how: Way, drafts: Sequence[Draft]) -> list[int]:
    """The numbers of lines of text that lines of the site stand around."""
    texts = [draft.record.text for draft in drafts]
    sites = {rule.name for rule in how.rules.rules if _PLACES & {*rule.where}}
    return [
        index + 1
        for index in beside_the_sites(
            texts,
            {index for index, draft in enumerate(drafts) if draft.kind == 'paragraph'},
            {
                index
                for index, draft in enumerate(drafts)
                if draft.record.fate == 'dropped' and draft.record.rule in sites
            },
        )
    ]
