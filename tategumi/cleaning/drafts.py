"""What becomes of each line by itself: a draft of its record and of its part of the article."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..messages import Message
from ..seed import SeedLine, SeedText
from ..seed.aozora import Indent
from ..seed.aozora.notes import AT_LINE_END
from ..seed.pictures import PICTURE
from .changes import Change, side_by_side
from .classify import Named, fenced_lines
from .decisions import DROPPED, HEADED, WHY, Decisions
from .readings import reading, why_unprinted
from .record import LineRecord
from .rewriting import rewrite, rewrite_code
from .rules import EDGE, Catalogue
from .structures import Claim

_PLACED = 'picture-beside-seed'
_HEAD_MARKS = re.compile(r'\s*#{1,6}\s+')
_MARK = re.compile(r'\{: [^{}]*\}\s*')
_OWN_SCENE = re.compile(r'(?:[◆◇■□●○◎★☆▲△▼▽※†‡§❖✦✧♦♢⁂✽✻✿❀][ 　]*)+')
_AT_LINE_END = 'aozora-line-end'
_CAPTIONS_DROPPED = 'caption-dropped-by-book-yaml'


@dataclass(frozen=True)
class Draft:
    """A line on its way: its record so far, and what it becomes of the article.

    ``text`` has a line for each of its blocks. A head has a ``rank`` among those of the seed, or
    the ``level`` that the editor says. Where ``raised`` is not ``None``, the last of
    them stands at the line end, or so many characters before it. Drafts that have the same lines
    ``together`` are lines of one block; a head that ``goes_on`` is the title of that above it, and
    a step has its number there.
    """

    record: LineRecord
    kind: str = ''
    text: str = ''
    rank: int | None = None
    level: int | None = None
    label: str = ''
    together: tuple[int, ...] = ()
    part: bool = False
    goes_on: bool = False
    indent: Indent | None = None
    raised: int | None = None


@dataclass(frozen=True)
class Way:
    """A seed, and all that decides how it is cleaned."""

    seed: SeedText
    rules: Catalogue
    decisions: Decisions
    keep_captions: bool
    parts: Callable
    calls: frozenset[str]


def drafts_of(how: Way, named: Iterable[Named | None]) -> list[Draft]:
    """The ``Draft`` of each line of a seed, by the rule that names it, if one does."""
    drafts: list[Draft] = []
    below_picture = False
    marked = _marked_lines(how.seed)
    for line, found, fenced in zip(how.seed.lines, named, fenced_lines(how.seed)):
        # How far a line of verse stands in, its spaces say.
        spaces = _spaces(line.content) if line.place in marked and found is None else ''
        drafts.append(_draft(how, line, found, fenced, below_picture, spaces))
        if drafts[-1].kind:
            below_picture = drafts[-1].kind == 'picture'
    return drafts


def _draft(
    how: Way,
    line: SeedLine,
    found: Named | None,
    fenced: bool,
    below_picture: bool,
    spaces: str = '',
) -> Draft:
    number, column = line.place
    record = LineRecord(number, line.text, line.end, 'kept', column=column)
    if line.markdown is not None:
        if not line.markdown or line.outside and not how.decisions.settles(line.number):
            return Draft(_dropped(record, *why_unprinted(how.seed, line)))
        record = replace(
            record, changes=(Change.between(reading(how.seed, line), line.text, line.markdown),)
        )
    if line.number in how.decisions.drop:
        return Draft(_dropped(record, DROPPED, WHY))
    if line.number in how.decisions.heading:
        return _head(how, record, line)
    if fenced:
        text, changes = rewrite_code(line.content, how.seed.notation, how.rules)
        return Draft(replace(record, changes=record.changes + changes), 'notation', text)
    reads = how.seed.placed(line.content) if how.seed.is_markdown else line.content
    if reads != line.content:
        record = replace(
            record, changes=(*record.changes, Change.between(_PLACED, line.content, reads))
        )
    if _is_picture(how.seed, reads) and (found is None or found.rule.does == 'caption'):
        return Draft(record, 'picture', reads.strip(EDGE))
    if spaces:
        return _keep(how, record, 'paragraph', reads, spaces)
    if found is None or line.number in how.decisions.keep:
        return _keep_parts(how, record, reads)
    if found.rule.does == 'caption' and not (how.keep_captions or below_picture):
        return Draft(
            _dropped(
                record,
                _CAPTIONS_DROPPED,
                Message('book.yaml says to leave out the words under pictures'),
            )
        )
    return _by_rule(how, record, found, reads)


def _head(how: Way, record: LineRecord, line: SeedLine) -> Draft:
    """A line that the editor says is a head."""
    text = _HEAD_MARKS.sub('', line.content).strip(EDGE)
    if text != line.content:
        record = replace(
            record, changes=(*record.changes, Change.between(HEADED, line.content, text))
        )
    return replace(_keep(how, record, 'head', text), level=how.decisions.heading[line.number])


def _by_rule(how: Way, record: LineRecord, found: Named, reads: str) -> Draft:
    rule, claim = found.rule, found.claim
    if rule.does == 'drop':
        why = (
            Message('{why}: {reasons}', why=rule.why, reasons=found.reasons)
            if found.reasons
            else rule.why
        )
        return Draft(_dropped(record, rule.name, why))
    text = _text_of(found, reads, how.seed.is_markdown)
    if text != reads:
        record = replace(record, changes=(*record.changes, Change.between(rule.name, reads, text)))
    if rule.does == 'scene-break':
        return Draft(record, 'scene-break', text)
    if rule.does in ('table', 'list'):
        cells = _keep_cells(how, record, rule.does, text, claim or Claim('item'))
        return replace(cells, goes_on=bool(claim and claim.kind == 'step'))
    draft = _keep(how, record, rule.does, text, _spaces_before(text, found))
    if rule.does == 'indent':
        return replace(draft, indent=_indent(found))
    if rule.does == 'metadata':
        return replace(
            draft,
            label=found.group('label') or rule.label,
            record=replace(
                draft.record, fate='metadata', field=rule.of, rule=rule.name, why=rule.why
            ),
        )
    if rule.does == 'head':
        return replace(
            draft,
            rank=_rank(found),
            part=bool(claim and claim.part),
            goes_on=bool(claim and claim.kind == 'head-title'),
        )
    if rule.does == 'line-end':
        raised = found.indent.raised if found.indent else None
        return replace(draft, rank=int(found.group('raised') or raised or 0))
    return draft


def _marked_lines(seed: SeedText) -> set[tuple[int, int]]:
    """The places of the lines of Markdown with a mark such as ``{: .verse }`` below them."""
    places: set[tuple[int, int]] = set()
    block: list[SeedLine] = []
    for line in seed.lines if seed.is_markdown else ():
        if _MARK.fullmatch(line.content):
            places.update(each.place for each in block)
        block = [*block, line] if line.content.strip() else []
    return places


def _indent(found: Named) -> Indent | None:
    figure = int(found.group('indent') or found.rule.of or 0)
    return Indent(figure, figure) if figure else found.indent


def _is_picture(seed: SeedText, text: str) -> bool:
    match = PICTURE.fullmatch(text.strip(EDGE)) if seed.pictures else None
    return match is not None and match['source'] in seed.addresses


def _text_of(found: Named, line: str, is_markdown: bool) -> str:
    if found.rule.does == 'scene-break':
        text = line.strip(EDGE)
        # An author's own marks stand in the book; lines and stars are a break without one.
        is_own = _OWN_SCENE.fullmatch(text) or is_markdown and text in ('===', '＊', '†')
        return text if is_own else '* * *'
    if found.claim:
        return found.claim.text
    parts = [found.group('number'), found.group('text')]
    text = '　'.join(part for part in parts if part) or found.match.groupdict().get('text', line)
    if found.rule.does == 'indent' and text:
        # How far it stands in beside the other lines of its block, full-width spaces say.
        spaces = _spaces(text) or _spaces(line.lstrip('\ufeff \t'))
        return spaces + text.strip(EDGE)
    return text


def _spaces(text: str) -> str:
    """The full-width spaces before ``text``."""
    return text[: len(text) - len(text.lstrip('\u3000'))]


def _spaces_before(text: str, found: Named) -> str:
    return _spaces(text) if found.rule.does == 'indent' else ''


def _rank(found: Named) -> int | None:
    if found.claim:
        return found.claim.rank or None
    if found.rule.of == 'marks':
        return len(found.group('marks'))
    return int(found.rule.of) if found.rule.of else None


def _keep_parts(how: Way, record: LineRecord, text: str) -> Draft:
    """A paragraph, or those that were glued into one: each is a line of the draft's text."""
    at_end = AT_LINE_END.fullmatch(text.strip(EDGE)) if how.seed.notation == 'aozora' else None
    rule, parts = (_AT_LINE_END, at_end.group('before', 'text')) if at_end else how.parts(text)
    if not rule:
        return _keep(how, record, 'paragraph', text)
    texts = [part.strip(EDGE) for part in parts]
    parted = Change.between(rule, text, '\n'.join(texts))
    after, changes = _rewritten_each(how, texts)
    return Draft(
        replace(record, changes=(*record.changes, parted, *changes)),
        'paragraph',
        '\n'.join(after),
        raised=int(at_end['raised'] or 0) if at_end else None,
    )


def _keep_cells(how: Way, record: LineRecord, kind: str, text: str, claim: Claim) -> Draft:
    """A row of a table, with a tab between its cells, or an item of a list."""
    cells, changes = _rewritten_each(how, text.split('\t'))
    record = replace(record, changes=(*record.changes, *changes))
    return Draft(record, kind, '\t'.join(cells), claim.rank, together=claim.lines)


def _rewritten_each(how: Way, texts: Sequence[str]) -> tuple[list[str], tuple[Change, ...]]:
    """The ``texts`` rewritten, and the changes of those with one character between them."""
    made = [(text, *_rewritten(how, text)) for text in texts]
    return [after for _, after, _ in made], tuple(
        side_by_side([(before, changes) for before, _, changes in made])
    )


def _keep(how: Way, record: LineRecord, kind: str, text: str, spaces: str = '') -> Draft:
    """``spaces`` are what stays before ``text`` as it is."""
    text, changes = _rewritten(how, text.removeprefix(spaces))
    if spaces and text:
        text = spaces + text
        changes = tuple(change.shifted(len(spaces)) for change in changes)
    if changes:
        record = replace(record, changes=(*record.changes, *changes))
    if not text:
        last = record.changes[-1].rule
        return Draft(_dropped(record, last, how.rules.why(last) or WHY))
    return Draft(record, kind, text)


def _rewritten(how: Way, text: str) -> tuple[str, tuple[Change, ...]]:
    text, changes = rewrite(text, how.seed.notation, how.rules, how.seed.addresses, how.calls)
    text, replaced = how.decisions.replaced(text)
    return text, changes + replaced


def _dropped(record: LineRecord, rule: str, why: str) -> LineRecord:
    return replace(record, fate='dropped', rule=rule, why=why)
