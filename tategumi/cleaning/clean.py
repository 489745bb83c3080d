"""One seed to its article and the record of its lines."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from ..errors import BadInput
from ..notation import printed_text
from ..seed import SeedText
from ..seed.aozora import Indent
from ..seed.notation import LINE_BY_LINE, plain_text
from ..seed.pictures import PICTURE
from ..settings import Creator, Credit
from .article import Article, Block
from .calls import calls_with_notes
from .changes import Change, side_by_side
from .classify import fenced_lines, name_lines
from .decisions import DROPPED, KEPT, WHY, Decisions
from .protected import begins_notation
from .record import LineRecord, SeedRecord, Suspicion
from .rewriting import rewrite, rewrite_code
from .rules import EDGE, Catalogue, catalogue
from .split_paragraphs import paragraph_splitter
from .suspicions import beside_the_sites, suspicions_of
from .unwrap import SOFT_HYPHEN, continued_lines, without_hyphens

#: What the label of a creator says of the part they had (MARC relator codes).
_ROLES = {'[訳譯]|Transl': 'trl', '編': 'edt'}
# What reading a page or BBCode does, in the words of a rule.
_ELEMENTS = {True: 'html-element', False: 'bbcode-tag'}
_MARKUP = {
    True: ('html-markup', 'tags, scripts and space of the page, which print nothing'),
    False: ('bbcode-markup', 'tags of the forum, which print nothing'),
}
_PLACED = 'picture-beside-seed'
_NOTE = 'aozora-block'
_SPACES = re.compile('　*')
_AT_LINE_END = 'aozora-line-end'
_LINE_END = re.compile(
    '(?P<before>[^［］].*)［＃地(?:付き|(?:から|より)(?P<raised>[0-9０-９]{1,3})字上げ)］'
    '(?P<text>[^［］]+)'
)
#: A line that is left empty in HTML, as it stands in other texts.
_EMPTY = re.compile(
    r'(?:<br\s*/?>|</?(?:p|div)>|&(?:nbsp|emsp|#12288|#x3000|#160|#xa0);|\s)*', re.IGNORECASE
)
_HYPHEN = 'hyphen-at-line-end'
_OUTSIDE = ('outside-article', 'it is not of the article, by its block, links and the page itself')
#: No more blocks stand at the foot of a page.
_FOOT = 20
_NO_END = 'no-sentence-end'
_BESIDE = Suspicion(
    'beside-site-lines', "lines of the site stand around it: perhaps the site's or its readers'"
)
_PLACES = {'head', 'tail', 'label', 'profile', 'within'}
_CAPTIONS_DROPPED = 'caption-dropped-by-book-yaml'


@dataclass(frozen=True)
class _Draft:
    """A line on its way: its record so far, and what it becomes of the article.

    ``text`` has a line for each of its blocks. Where ``raised`` is not ``None``, the last of
    them stands at the line end, or so many characters before it. Drafts that have the same lines
    ``together`` are lines of one block; a head that ``goes_on`` is the title of that above it.
    """

    record: LineRecord
    kind: str = ''
    text: str = ''
    rank: int | None = None
    label: str = ''
    together: tuple[int, ...] = ()
    part: bool = False
    goes_on: bool = False
    indent: Indent | None = None
    raised: int | None = None


def clean_seed(seed, keep_captions=True, rules=None, decisions=None):
    """``(Article, SeedRecord)`` of a ``SeedText``; no place in the manuscript is known yet.

    ``rules`` is a ``Catalogue``, the press's own if not given, ``decisions``
    are the editor's. Raises ``BadInput`` naming the file when no prose is left,
    so that a seed of buttons alone does not become an empty book.
    """
    how = _How(
        seed,
        rules or catalogue(),
        decisions or Decisions(),
        keep_captions,
        paragraph_splitter(
            [line.text for line in seed.lines] if seed.notation in LINE_BY_LINE else []
        ),
        not seed.has_bbcode,
        calls_with_notes([line.content for line in seed.lines]),
    )
    drafts, blocks = _cleaned(how, name_lines(seed, how.rules, bounds=how.decisions.text))
    if not blocks:
        drafts, blocks = _cleaned(how, name_lines(seed, how.rules, False, how.decisions.text))
    if not blocks:
        raise BadInput(seed.path, 'holds no prose: every line is a button, a credit or blank')
    return _article(seed, drafts, blocks), _record(how, drafts, blocks)


@dataclass(frozen=True)
class _How:
    """A seed, and all that decides how it is cleaned."""

    seed: SeedText
    rules: Catalogue
    decisions: Decisions
    keep_captions: bool
    parts: Callable
    has_html: bool
    calls: frozenset[str]


def _cleaned(how, named):
    drafts = _drafts(how, named)
    cut = _cut_lines(how.seed, drafts)
    drafts = _with_whole_words(drafts, cut)
    return drafts, _blocks(how.seed, drafts, cut)


def _drafts(how, named):
    drafts, below_picture = [], False
    for line, found, fenced in zip(how.seed.lines, named, fenced_lines(how.seed)):
        drafts.append(_draft(how, line, found, fenced, below_picture))
        if drafts[-1].kind:
            below_picture = drafts[-1].kind == 'picture'
    return drafts


def _draft(how, line, found, fenced, below_picture):
    number, column = line.place
    record = LineRecord(number, line.text, line.end, 'kept', column=column)
    if line.markdown is not None:
        if not line.markdown or line.outside and line.number not in how.decisions.keep:
            return _Draft(_dropped(record, *(_OUTSIDE if line.outside else _MARKUP[how.has_html])))
        rule = _NOTE if how.seed.notation == 'aozora' else _ELEMENTS[how.has_html]
        record = replace(record, changes=(Change.between(rule, line.text, line.markdown),))
    if line.number in how.decisions.drop:
        return _Draft(_dropped(record, DROPPED, WHY))
    if fenced:
        text, changes = rewrite_code(line.content, how.seed.notation, how.rules)
        return _Draft(replace(record, changes=record.changes + changes), 'notation', text)
    reads = how.seed.placed(line.content) if how.seed.is_markdown else line.content
    if reads != line.content:
        record = replace(
            record, changes=(*record.changes, Change.between(_PLACED, line.content, reads))
        )
    if _is_picture(how.seed, reads) and (found is None or found.rule.does == 'caption'):
        return _Draft(record, 'picture', reads.strip(EDGE))
    if found is None or line.number in how.decisions.keep:
        return _keep_parts(how, record, reads)
    rule = found.rule
    if rule.does == 'drop':
        why = f'{rule.why}: {found.reasons}' if found.reasons else rule.why
        return _Draft(_dropped(record, rule.name, why))
    if rule.does == 'caption' and not (how.keep_captions or below_picture):
        return _Draft(
            _dropped(
                record, _CAPTIONS_DROPPED, 'book.yaml says to leave out the words under pictures'
            )
        )
    text = _text_of(found, reads)
    if text != reads:
        record = replace(record, changes=(*record.changes, Change.between(rule.name, reads, text)))
    if rule.does == 'scene-break':
        return _Draft(record, 'scene-break', text)
    if rule.does in ('table', 'list'):
        return _keep_cells(how, record, rule.does, text, found.claim)
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
        claim = found.claim
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


def _indent(found):
    figure = int(found.group('indent') or found.rule.of or 0)
    return Indent(figure, figure) if figure else found.indent


def _is_picture(seed, text):
    match = PICTURE.fullmatch(text.strip(EDGE)) if seed.pictures else None
    return bool(match) and match['source'] in seed.addresses


def _text_of(found, line):
    if found.rule.does == 'scene-break':
        return '* * *'
    if found.claim:
        return found.claim.text
    parts = [found.group('number'), found.group('text')]
    text = '　'.join(part for part in parts if part) or found.match.groupdict().get('text', line)
    if found.rule.does == 'indent' and text:
        # How far it stands in beside the other lines of its block, full-width spaces say.
        spaces = _SPACES.match(text)[0] or _SPACES.match(line.lstrip('\ufeff \t'))[0]
        return spaces + text.strip(EDGE)
    return text


def _spaces_before(text, found):
    return _SPACES.match(text)[0] if found.rule.does == 'indent' else ''


def _rank(found):
    if found.claim:
        return found.claim.rank or None
    if found.rule.of == 'marks':
        return len(found.group('marks'))
    return int(found.rule.of) if found.rule.of else None


def _keep_parts(how, record, text):
    """A paragraph, or those that were glued into one: each is a line of the draft's text."""
    at_end = _LINE_END.fullmatch(text.strip(EDGE)) if how.seed.notation == 'aozora' else None
    rule, parts = (_AT_LINE_END, at_end.group('before', 'text')) if at_end else how.parts(text)
    if not rule:
        return _keep(how, record, 'paragraph', text)
    texts = [part.strip(EDGE) for part in parts]
    parted = Change.between(rule, text, '\n'.join(texts))
    after, changes = _rewritten_each(how, texts)
    return _Draft(
        replace(record, changes=(*record.changes, parted, *changes)),
        'paragraph',
        '\n'.join(after),
        raised=int(at_end['raised'] or 0) if at_end else None,
    )


def _keep_cells(how, record, kind, text, claim):
    """A row of a table, with a tab between its cells, or an item of a list."""
    cells, changes = _rewritten_each(how, text.split('\t'))
    record = replace(record, changes=(*record.changes, *changes))
    return _Draft(record, kind, '\t'.join(cells), claim.rank, together=claim.lines)


def _rewritten_each(how, texts):
    """The ``texts`` rewritten, and the changes of those with one character between them."""
    made = [(text, *_rewritten(how, text)) for text in texts]
    return [after for _, after, _ in made], side_by_side(
        [(before, changes) for before, _, changes in made]
    )


def _keep(how, record, kind, text, spaces=''):
    """``spaces`` are what stays before ``text`` as it is."""
    text, changes = _rewritten(how, text.removeprefix(spaces))
    if spaces and text:
        text = spaces + text
        changes = [change.shifted(len(spaces)) for change in changes]
    record = replace(record, changes=(*record.changes, *changes))
    if not text:
        last = record.changes[-1].rule
        return _Draft(_dropped(record, last, how.rules.why(last) or WHY))
    return _Draft(record, kind, text)


def _rewritten(how, text):
    text, changes = rewrite(text, how.seed.notation, how.rules, how.seed.addresses, how.calls)
    text, replaced = how.decisions.replaced(text)
    return text, changes + replaced


def _dropped(record, rule, why):
    return replace(record, fate='dropped', rule=rule, why=why)


@dataclass
class _Growing:
    """A block whose lines still come in."""

    kind: str
    level: int
    parts: list[str]
    lines: list[int]
    indent: Indent | None
    apart: int
    part: bool = False

    def add(self, link, text, number):
        self.parts += [link, text]
        self.lines.append(number)

    def finish(self):
        text, lines = ''.join(self.parts), tuple(self.lines)
        return Block(self.kind, text, lines, self.level, self.indent, self.apart, self.part)


def _blocks(seed, drafts, cut):
    ranks = {
        draft.rank for draft in drafts if draft.kind == 'head' and draft.rank is not None
    } or {1}
    levels = {rank: level for level, rank in enumerate(sorted(ranks), 1)}
    blocks, apart, before = [], 0, ()
    for line, draft in zip(seed.lines, drafts):
        number = line.number
        apart = _blank_lines(seed, line, draft, apart)
        whole = _begun(blocks, cut[number - 1]) if number - 1 in cut else None
        if whole and whole.kind == draft.kind:
            whole.add(_link(drafts[whole.lines[-1] - 1], draft), draft.text, number)
            continue
        joins = (
            line.continues
            and blocks
            and (seed.is_html or blocks[-1].lines[-1] == number - 1)
            and {blocks[-1].kind, draft.kind} <= {'paragraph', 'notation'}
        )
        if draft.goes_on and blocks and blocks[-1].kind == 'head':
            blocks[-1].add('　', draft.text, number)
        elif joins or draft.together and draft.together == before:
            blocks[-1].add('\n', draft.text, number)
        elif draft.kind in ('', 'metadata'):
            continue
        else:
            is_notation = (
                seed.is_markdown and draft.kind != 'scene-break' and begins_notation(draft.text)
            )
            kind = 'notation' if is_notation else draft.kind
            level = levels[draft.rank or min(ranks)] if kind == 'head' else draft.rank or 0
            blocks += [
                _Growing(kind, level, [text], [number], draft.indent, apart or 0, draft.part)
                for text in draft.text.split('\n')
            ]
            if draft.raised is not None:
                blocks[-1].kind, blocks[-1].level = 'line-end', draft.raised
            apart = 0
        before = draft.together if draft.kind else before
    return tuple(block.finish() for block in blocks)


def _blank_lines(seed, line, draft, above):
    """How many lines are empty down to this one, ``above`` are so many.

    Where a site's own lines were left out, their blank ones say nothing of the text (``None``);
    notes of 青空文庫 that are left out stand between lines of the book, and of a page most
    pieces print nothing.
    """
    if seed.is_html:
        return int(above or draft.record.rule == 'blank-line' or line.apart)
    if draft.record.rule == 'blank-line' or not draft.kind and _EMPTY.fullmatch(line.text):
        return None if above is None else above + 1
    return None if not draft.kind and seed.notation != 'aozora' else above


def _begun(blocks, index):
    """The block that ends with the line of this index."""
    near = islice(reversed(blocks), _FOOT)
    return next((block for block in near if block.lines[-1] == index + 1), None)


def _cut_lines(seed, drafts):
    """``{index: index}``: the lines that go on, and from which."""
    if seed.notation not in LINE_BY_LINE:
        return {}
    return continued_lines(
        [draft.record.text for draft in drafts],
        [draft.kind == 'paragraph' and '\n' not in draft.text for draft in drafts],
        [draft.record.rule == 'page-number' for draft in drafts],
    )


def _with_whole_words(drafts, cut):
    prose = [index for index, draft in enumerate(drafts) if draft.kind == 'paragraph']
    whole = without_hyphens(
        [drafts[index].text for index in prose],
        [
            place
            for place, index in enumerate(prose)
            if place and cut.get(index) == prose[place - 1]
        ],
    )
    drafts = list(drafts)
    for place, text in whole.items():
        draft = drafts[prose[place]]
        change = Change.between(_HYPHEN, draft.text, text)
        drafts[prose[place]] = replace(
            draft, text=text, record=replace(draft.record, changes=(*draft.record.changes, change))
        )
    return drafts


def _link(before, after):
    # Only Western words are parted by a space; a hyphen holds its word together, and a word
    # that lost the hyphen at its end goes on.
    is_western = before.text[-1:].isascii() and after.text[:1].isascii()
    is_divided = (
        re.search('[a-z]-$', before.text)
        or before.record.text.rstrip().endswith(SOFT_HYPHEN)
        or any(change.rule == _HYPHEN for change in before.record.changes)
    )
    return ' ' if is_western and not is_divided else ''


def _article(seed, drafts, blocks):
    # What is known of a book is text; what notation says of it is for its chapters.
    metadata = [
        replace(
            draft,
            text=printed_text(draft.text)
            if seed.is_markdown
            else plain_text(draft.text, seed.notation),
        )
        for draft in drafts
        if draft.kind == 'metadata'
    ]

    def first(field, drafts=metadata):
        return next((draft.text for draft in drafts if draft.record.field == field), '')

    return Article(
        seed.path,
        first('title'),
        first('source') or seed.about.source,
        _credits(metadata, seed.about),
        blocks,
        seed.notation,
        first('subtitle'),
        tuple(
            Creator(draft.text, _role(draft.label))
            for draft in metadata
            if draft.record.field == 'creators'
        )
        or tuple(map(Creator, seed.about.authors)),
        tuple(
            address
            for address in sorted(seed.addresses)
            if any(f']({address}' in block.text for block in blocks)
        ),
        first('title', drafts),
        seed.is_html,
    )


def _role(label):
    return next((role for part, role in _ROLES.items() if re.search(part, label)), 'aut')


def _credits(metadata, about):
    credits = []
    for draft in metadata:
        if draft.record.field not in ('source', 'credits'):
            continue
        if draft.label or not credits:
            credits.append(Credit(draft.label, draft.text))
        else:
            before = credits[-1].text
            link = '' if before.endswith('。') else '、'
            credits[-1] = replace(credits[-1], text=f'{before}{link}{draft.text}')
    if about.credits:
        credits += [Credit(label, text) for label, text in about.credits]
    elif about.source and all(draft.record.field != 'source' for draft in metadata):
        credits.append(Credit('出典', about.source))
    return tuple(credits)


def _record(how, drafts, blocks):
    seed = how.seed
    found = {}
    for block, suspicions in zip(blocks, suspicions_of(blocks, seed.notation, how.rules)):
        found[block.lines[-1]] = found.get(block.lines[-1], ()) + tuple(suspicions)
    for line in seed.lines:
        if line.losses and not line.outside:
            lost = tuple(Suspicion(loss.rule, loss.why, loss.found) for loss in line.losses)
            found[line.number] = lost + found.get(line.number, ())
    for number in _beside_the_sites(how, drafts):
        others = [each for each in found.get(number, ()) if each.rule != _NO_END]
        found[number] = (*others, _BESIDE)
    lines = []
    for number, draft in enumerate(drafts, 1):
        settled = number in how.decisions.keep
        record = replace(draft.record, suspicions=() if settled else found.get(number, ()))
        if settled:
            record = replace(record, rule=KEPT, why=WHY)
        if record.fate == 'kept' and (record.suspicions or record.changes):
            record = replace(record, fate='suspect' if record.suspicions else 'changed')
        lines.append(record)
    return SeedRecord(seed.path, seed.encoding, tuple(lines))


def _beside_the_sites(how, drafts):
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
