"""Which lines within the main text are a site's: bars, boxes, heads of posts, its edges."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ...east_asian import columns
from ..lines import ends_as_said

#: A stretch is a site's by so many known lines; sure ones count twice to the second.
_KNOWN, _EVIDENCE = 3, 5
#: The head of a post has so many known lines.
_POST = 2
#: One known line at the edge of a text may be the text's; two are not.
_AT_EDGE = 2
#: Beyond so many open lines from the edge nothing is a site's, unless it stands in a row of
#: known lines, or most lines are known.
_PASSED = 3
#: So many lines in a row that nothing is known of are more than a name, a date and a title.
_ROW = 3
#: So many known lines stand at least between an open line amid them and the prose below.
_BELOW = 2
#: Half-width columns: an open line among a site's is no wider, and a name beside a post.
_WIDEST, _NAME = 80, 24

Kind = Literal['prose', 'site', 'sure', 'open', 'own']


@dataclass(frozen=True, slots=True)
class Part:
    """A line that is not blank: its ``index``, its ``text``, and what is known of it.

    ``prose``; ``site``, by its words or form; ``sure``, by what is nothing else; ``open``, where
    nothing is known; ``own``, the text's, though no prose. ``form`` is what lines of its sort
    have alike.
    """

    index: int
    kind: Kind
    text: str
    form: str = ''

    @property
    def is_known(self) -> bool:
        """Whether it is a site's, looked at by itself."""
        return self.kind in ('site', 'sure')


def boxes_of(parts: Sequence[Part]) -> set[int]:
    """The indexes of the lines that are a site's, by what stands around them.

    Between two lines of prose these are the known ones of a stretch that has enough of them
    (three, and five if sure ones count twice) and no fewer than of open ones; or of a row of as
    many; or of a stretch with two where a sure one of the form stands in another, as the heads
    of posts do, or both do once more, as a bar to turn pages with does. Above the first and below
    the last line of prose two are enough, and of sure ones one. Open lines among them go with
    them: no more than three in a row, no stanza, nothing that somebody says, and none above the
    first line of prose, where the title stands.
    """
    stretches = list(_between_prose(parts))
    forms = Counter(
        form
        for stretch in stretches
        for form in {part.form for part in stretch if part.kind == 'sure'}
    )
    texts = Counter(part.text for part in parts)
    found: set[int] = set()
    beside: list[list[Part]] = []
    for number, stretch in enumerate(stretches):
        is_first, is_last = number == 0, number == len(stretches) - 1
        found |= _rows(stretch)
        if is_first:
            found |= _at_edge(stretch, len(parts))
        if is_last:
            found |= _at_edge(stretch[::-1], len(parts))
        if not is_first and _is_a_sites(stretch, forms, texts, is_last):
            found |= {part.index for part in stretch if part.is_known}
            found |= {part.index for part in _amid(stretch, is_last)}
            if not is_last:
                beside.append(_beside(stretch))
    return found | _names(beside, texts) | _beside_heads(stretches, texts)


def _between_prose(parts: Sequence[Part]) -> Iterator[list[Part]]:
    stretch: list[Part] = []
    for part in parts:
        if part.kind == 'prose':
            yield stretch
            stretch = []
        else:
            stretch.append(part)
    yield stretch


def _is_enough(known: Sequence[Part]) -> bool:
    sure = sum(part.kind == 'sure' for part in known)
    return len(known) >= _KNOWN and len(known) + sure >= _EVIDENCE


def _is_a_sites(
    stretch: Sequence[Part], forms: Mapping[str, int], texts: Mapping[str, int], is_last: bool
) -> bool:
    known = [part for part in stretch if part.is_known]
    is_post = len(known) >= _POST and (
        any(part.kind == 'sure' and forms[part.form] > 1 for part in known)
        or sum(texts[part.text] > 1 for part in known) >= _POST
    )
    unknown = sum(part.kind == 'open' for part in stretch)
    if is_last and len(known) >= _KNOWN and unknown <= len(known):
        return True
    return (is_post or _is_enough(known)) and (is_last or unknown <= len(known))


def _rows(stretch: Sequence[Part]) -> set[int]:
    found: set[int] = set()
    row: list[Part] = []
    for part in [*stretch, None]:
        if part and part.is_known:
            row.append(part)
            continue
        if _is_enough(row):
            found |= {each.index for each in row}
        row = []
    return found


def _at_edge(stretch: Sequence[Part], count: int) -> set[int]:
    """The known lines of a stretch, from the edge of the text on."""
    known = [part for part in stretch if part.is_known]
    mostly = len(known) >= max(_ROW, 2 * (len(stretch) - len(known)))
    taken: list[Part] = []
    passed = 0
    for place, part in enumerate(stretch):
        is_taken = part.is_known and (
            part.kind == 'sure' or mostly or not passed or _in_a_row(stretch, place) >= _ROW
        )
        if is_taken:
            taken, passed = [*taken, part], 0
        elif passed == _PASSED and not mostly:
            break
        else:
            passed += 1
    is_alone = len(taken) < _AT_EDGE and len(taken) < count
    return {part.index for part in taken if part.kind == 'sure' or not is_alone}


def _in_a_row(stretch: Sequence[Part], place: int) -> int:
    start = end = place
    while start > 0 and stretch[start - 1].is_known:
        start -= 1
    while end + 1 < len(stretch) and stretch[end + 1].is_known:
        end += 1
    return end - start + 1


def _amid(stretch: Sequence[Part], is_last: bool) -> Iterator[Part]:
    """The open lines that stand among the known ones of a stretch, and head none of the text's."""
    rows: list[tuple[list[Part], bool]] = []
    row: list[Part] = []
    for part in [*stretch, None]:
        if part and not part.is_known:
            row.append(part)
        else:
            rows.append((row, part is None))
            row = []
    known = sum(part.is_known for part in stretch)
    longest = _ROW if 2 * known >= len(stretch) else 1
    apart = sum(_stands_apart(stretch, [part]) for part in stretch)
    for place, (row, ends) in enumerate(rows[1:], 1):
        is_apart = _stands_apart(stretch, row)
        # A head may have an advertisement between itself and its text.
        is_amid = is_last or (
            not ends and len(rows) - place > _BELOW and not (is_apart and 2 * apart < len(stretch))
        )
        is_headed = any(part.kind == 'own' for part in row)
        if (
            row
            and is_amid
            and len(row) <= longest
            and not (len(row) > 1 and is_apart or is_headed)
        ):
            yield from (
                part
                for part in row
                if part.kind == 'open'
                and columns(part.text) <= _WIDEST
                and not ends_as_said(part.text)
            )


def _stands_apart(stretch: Sequence[Part], row: Sequence[Part]) -> bool:
    """Whether the lines stand together, and apart from all others."""
    if not row or row[-1].index - row[0].index != len(row) - 1:
        return False
    indexes = {part.index for part in stretch}
    return not indexes & {row[0].index - 1, row[-1].index + 1}


def _beside(stretch: Sequence[Part]) -> list[Part]:
    """Whoever wrote a post may stand beside the prose."""
    return [
        part
        for part in {stretch[0], stretch[-1]}
        if part.kind == 'open' and columns(part.text) <= _NAME
    ]


def _beside_heads(stretches: Sequence[Sequence[Part]], texts: Mapping[str, int]) -> set[int]:
    """The indexes of known lines that stand only where chapters meet, and so more than once.

    Others beside them go with them. Who joins the pages of a novel has the bar to turn them with
    between each two.
    """
    found: dict[str, set[int]] = defaultdict(set)
    elsewhere: set[str] = set()
    for stretch in stretches:
        meets = any(part.kind == 'own' for part in stretch)
        for part in stretch:
            if part.is_known and texts[part.text] > 1:
                found[part.text].add(part.index)
                if not meets and stretch is not stretches[-1]:
                    elsewhere.add(part.text)
    bars = {index for text in found.keys() - elsewhere for index in found[text]}
    return {
        part.index
        for stretch in stretches
        if any(part.index in bars for part in stretch)
        for part in stretch
        if part.is_known
    }


def _names(beside: Sequence[Sequence[Part]], texts: Mapping[str, int]) -> set[int]:
    """The indexes of the names beside posts, where one of them stands elsewhere, too."""
    if not any(texts[part.text] > 1 for each in beside for part in each):
        return set()
    several = sum(map(bool, beside)) > 1
    return {part.index for each in beside for part in each if several or texts[part.text] > 1}
