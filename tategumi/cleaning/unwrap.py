"""Unwraps paragraphs: finds lines that go on from the one before."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ..east_asian import columns
from .repeats import is_sentence
from .rules import EDGE

#: In half-width columns. Narrower lines are verse or lists, wider ones were not wrapped.
_NARROWEST, _WIDEST = 50, 140
#: Down to here lines are taken for wrapped where words are cut in two.
_NARROW = 30
#: So many cut words are no accident.
_CUT_WORDS = 3
#: So much a full line of Japanese may leave: marks that may not end it, or begin the next.
_SLACK = 6
#: So many full lines show that the text was wrapped.
_LINES = 5
# A kanji with its kana, a word in katakana or in small letters on both sides of a line's end.
_CUT_WORD = re.compile(
    '[\u4e00-\u9fff]\n[ぁ-ん]|[ァ-ヴー]\n[ァ-ヴー]|[ぁ-ん]\n[っゃゅょ]|[a-z,]\n[a-z]'
)
_OPENS = re.compile('[ \t　「『（(【〈《・●■◆※*＊>-]')
# 3.1 Method, ２．３　方法, 第三章　結果: after a full stop it heads what follows.
_NUMBERED = re.compile(
    r'\d{1,2}(?:[.．]\d{1,2})*(?:[.．、](?!\d)|[ \t　])'
    r'|\d{1,2}(?:[.．]\d{1,2})+(?!\d)|第\w{1,4}[部章節条]'
)
_FIELD = re.compile(r'[^\s。、「」]{1,8}[:：][ \u3000]?\S')
#: So a line breaks within a sentence; so many do, at most so wide, where a few lines are wrapped.
_WITHIN = re.compile('[a-zà-ÿ0-9,;’]\n[a-zà-ÿ]')
_BREAKS, _WIDEST_WORDS = 2, 100
#: Of a text that was set in a proportional face so many do, and this share of all line ends;
#: so much of the measure a full line has, whose characters are wider than usual.
_UNEVEN, _SHARE, _NEARLY = 12, 0.4, 0.85
#: So many of the full lines hold the end of a sentence, as lines that nobody ended by hand do;
_HELD = 2
#: and no more than one in so many ends with a mark.
_ENDED = 3
_MARK = re.compile(r'[。．、，！？!?」』）)]$')
#: Where so many paragraphs are set in, and so many lines are not, each of which follows a line
#: that lacks no more columns than this of the widest, the text was wrapped.
_SET_IN, _GOING_ON, _HANGING = 2, 3, 2


def continued_lines(
    lines: Sequence[str], prose: Sequence[bool], page_numbers: Sequence[bool]
) -> dict[int, int]:
    """``{index: index}``: the lines whose text goes on, and the line of prose from which.

    ``prose`` and ``page_numbers`` tell for each index of ``lines`` whether the line is one.
    Wrapped is a text where most of the lines that another follows directly
    are of the same width; of narrow lines, and lines with a blank one after
    each, where words are cut in two besides. Failing that, blocks of full lines
    are, amid whatever else the text has. What stands at the foot of a page parts no sentence.
    """
    before: dict[int, int] = {}
    last = None
    for index, line in enumerate(lines):
        if prose[index] and line.strip(EDGE):
            if last is not None:
                before[index] = last
            last = index
    wrapped = {
        index
        for index in (
            _wrapped(lines, prose)
            or _wrapped_blocks(lines, prose)
            or _wrapped_words(lines, prose)
            or _wrapped_unevenly(lines, prose)
        )
        if not (_NUMBERED.match(lines[index]) and is_sentence(lines[before[index]]))
        and not (_FIELD.match(lines[index]) and _FIELD.match(lines[before[index]]))
    }
    measure = max((columns(lines[before[index]].rstrip(EDGE)) for index in wrapped), default=0)
    return {index: before[index] for index in wrapped} | _over_pages(
        lines, prose, page_numbers, measure
    )


def _wrapped(lines: Sequence[str], prose: Sequence[bool]) -> set[int]:
    before = _lines_before(lines, prose)
    widths = {index: columns(lines[other].rstrip(EDGE)) for index, other in before.items()}
    measure = max(widths.values(), default=0)
    full = {index for index in before if widths[index] + _rest(lines[index]) > measure}
    cut_words = sum(
        bool(_CUT_WORD.search(f'{lines[before[index]][-1:]}\n{lines[index][:1]}'))
        for index in full
    )
    apart = any(index - other > 1 for index, other in before.items())
    if certain := _certainly_wrapped(lines, widths, measure):
        return certain
    narrowest = _NARROW if cut_words >= _CUT_WORDS else _NARROWEST
    if not (
        narrowest <= measure <= _WIDEST
        and len(full) >= _LINES
        and len(full) * 10 >= len(before) * 6
        and (not apart or cut_words >= _CUT_WORDS)
    ):
        return set()
    # Only where paragraphs are told apart otherwise does a full stop at the end tell nothing.
    marked = any(_OPENS.match(line) for line, is_prose in zip(lines, prose) if is_prose) or (
        not apart and any(not line.strip(EDGE) for line in lines[1:-1])
    )
    return {
        index
        for index in full
        if not _OPENS.match(lines[index]) and (marked or not is_sentence(lines[before[index]]))
    }


def _certainly_wrapped(lines: Sequence[str], widths: Mapping[int, int], measure: int) -> set[int]:
    """The lines that go on where paragraphs are set in, and all others follow full lines."""
    going_on = {index for index in widths if not _OPENS.match(lines[index])}
    is_certain = (
        _NARROW <= measure <= _WIDEST
        and len(going_on) >= _GOING_ON
        and len(widths) - len(going_on) >= _SET_IN
        and all(widths[index] >= measure - _HANGING for index in going_on)
    )
    return going_on if is_certain else set()


def _wrapped_blocks(lines: Sequence[str], prose: Sequence[bool]) -> set[int]:
    """Of a text that is wrapped in parts, as a letter with rules and addresses is.

    Every line of such a block but the last is full, and the blocks have one width.
    """
    blocks = [block for block in _blocks(lines, prose) if len(block) > 1]
    widths = Counter(
        columns(lines[index].rstrip(EDGE)) for block in blocks for index in block[:-1]
    )
    measure = max(
        widths,
        default=0,
        key=lambda width: (sum(widths[width - less] for less in range(_SLACK + 1)), width),
    )
    if not _NARROWEST <= measure <= _WIDEST:
        return set()
    found = {index for block in blocks if _is_full(lines, block, measure) for index in block[1:]}
    full = [lines[index - 1].rstrip(EDGE) for index in found]
    held = sum('。' in line[:-1] for line in full)
    ended = sum(bool(_MARK.search(line)) for line in full)
    return (
        found if (len(full) >= _LINES and held >= _HELD and ended * _ENDED <= len(full)) else set()
    )


def _wrapped_words(lines: Sequence[str], prose: Sequence[bool]) -> set[int]:
    """Of a short text in a Western language: the lines of blocks that break within sentences.

    To no line but the last of its block the first word of the next could have been added.
    """
    blocks = [block for block in _blocks(lines, prose) if len(block) > 1]
    within = {
        index
        for block in blocks
        for index in block[1:]
        if _WITHIN.search(f'{lines[index - 1].rstrip(EDGE)}\n{lines[index]}')
    }
    measure = max((columns(lines[index - 1].rstrip(EDGE)) for index in within), default=0)
    if len(within) < _BREAKS or not _NARROWEST <= measure <= _WIDEST_WORDS:
        return set()
    return {
        index
        for block in blocks
        if within.intersection(block) and _is_full(lines, block, measure)
        for index in block[1:]
    }


def _wrapped_unevenly(lines: Sequence[str], prose: Sequence[bool]) -> set[int]:
    """Of a text in a Western language as pages of a PDF have it: full lines differ in width.

    A line that goes on within a sentence is joined, and one below a line that is nearly full.
    """
    pairs = [pair for block in _blocks(lines, prose) for pair in zip(block, block[1:])]
    ends = {one: columns(lines[one].rstrip(EDGE)) for one, _ in pairs}
    within = {
        other
        for one, other in pairs
        if _WITHIN.search(f'{lines[one].rstrip(EDGE).removesuffix("-")}\n{lines[other]}')
    }
    widths = sorted(ends[one] for one, other in pairs if other in within)
    if len(widths) < max(_UNEVEN, len(pairs) * _SHARE):
        return set()
    measure = widths[len(widths) * 9 // 10]
    least, most = measure * _NEARLY, measure / _NEARLY
    full = {other for one, other in pairs if least < ends[one] + _rest(lines[other]) - 1}
    return (
        {other for one, other in pairs if other in within | full and ends[one] <= most}
        if _NARROWEST <= measure <= _WIDEST and len(full & within) >= len(within) * _NEARLY
        else set()
    )


def _is_full(lines: Sequence[str], block: Sequence[int], measure: int) -> bool:
    widths = [columns(lines[index].rstrip(EDGE)) for index in block]
    return max(widths) <= measure and all(
        width + _rest(lines[after]) > measure for width, after in zip(widths, block[1:])
    )


def _blocks(lines: Sequence[str], prose: Sequence[bool]) -> list[list[int]]:
    """Lists of indexes: lines of prose with nothing between, begun anew where a line opens one."""
    blocks: list[list[int]] = []
    for index, line in enumerate(lines):
        if not prose[index] or not line.strip(EDGE):
            continue
        opens = _OPENS.match(line) or _FIELD.match(line)
        if blocks and blocks[-1][-1] == index - 1 and not opens:
            blocks[-1].append(index)
        else:
            blocks.append([index])
    return blocks


def _lines_before(lines: Sequence[str], prose: Sequence[bool]) -> dict[int, int]:
    """``{index: index}`` of lines of prose and the one that each follows directly.

    Where none follows another directly, one blank line stands between.
    """
    for step in (1, 2):
        found = {
            index: index - step
            for index in range(step, len(lines))
            if prose[index]
            and prose[index - step]
            and lines[index].strip(EDGE)
            and not any(line.strip(EDGE) for line in lines[index - step + 1 : index])
        }
        if found:
            return found
    return {}


def _rest(line: str) -> int:
    """What would have had to fit into the line before: the first Western word, or marks."""
    word = re.match('[!-~]+', line)
    return len(word[0]) + 1 if word else _SLACK + 1


def _over_pages(
    lines: Sequence[str],
    prose: Sequence[bool],
    page_numbers: Sequence[bool],
    measure: int,
) -> dict[int, int]:
    """``measure`` is the width of the full lines, 0 where the text is not wrapped."""
    found: dict[int, int] = {}
    page = False
    before: int | None = None
    foot: int | None = None
    for index, line in enumerate(lines):
        page |= page_numbers[index]
        if not prose[index] or not line.strip(EDGE):
            continue
        last, before = before, index
        if page and last is not None and not _OPENS.match(line):
            if not is_sentence(lines[last]) and len(lines[last]) > 10:
                found[index] = last
            elif foot is not None:
                found[index] = foot
            elif is_sentence(lines[last]) and _runs_on(lines, last, index, measure):
                found[index] = last
        if page:
            page, foot = False, None
        # A full line that breaks off before a blank one goes on below what stands there.
        if (
            _fills(line, measure)
            and not is_sentence(line)
            and index + 1 < len(lines)
            and not lines[index + 1].strip(EDGE)
        ):
            foot = index
    return found


def _runs_on(lines: Sequence[str], last: int, index: int, measure: int) -> bool:
    """Whether a paragraph whose sentence ends with the page goes on: full lines, no indent."""
    return (
        any(line.startswith('　') for line in lines)
        and _fills(lines[last], measure)
        and _fills(lines[index], measure)
        and not _NUMBERED.match(lines[index])
    )


def _fills(line: str, measure: int) -> bool:
    # A full stop may hang.
    return 0 < measure - _SLACK <= columns(line.rstrip(EDGE)) <= measure + 2
