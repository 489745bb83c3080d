"""Notation that runs over line ends: ruby and notes in place on one line, elements on each.

Editors break lines where the screen ends. What has a form within a line alone is read as if it
stood on one; emphasis and the like go on from line to line.
"""

import re
from collections.abc import Sequence

from ..fences import code_lines
from ..notation import BARRED_RUBY, NOTE_IN_PLACE, RUBY
from ..seed.elements import FORMS, name_of
from .comments import Line

#: What may go on in the next line, at the end of one.
_OPEN = re.compile(
    r'(?<!`)`[^`\n]+$|\^\[[^\n]*$|(?<!\\)\{[^{}\n]*$|｜[^《》\n]{0,200}(?:《[^《》\n]*)?$'
    r'|<ruby\b(?:(?!</ruby)[^\n]){0,400}$',
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf'(?<!`)`[^`\n]+`(?!`)|{NOTE_IN_PLACE}|(?<!\\){RUBY}|(?=｜)(?:{BARRED_RUBY})'
    r'|<ruby\b(?:(?!<ruby\b).){0,800}?</ruby\s*>',
    re.IGNORECASE,
)
_HEAD = re.compile(r'[ \t]*(?:>[ ]?)*[ \t]*')
#: So many lines one may go on over, and several together.
_MOST_LINES, _MOST_TOGETHER = 8, 40
_NAMES = '|'.join((*FORMS, 'a'))
_TAG = re.compile(
    rf'(?P<code>(?<!`)(?P<ticks>`+)(?!`)[^`\n]+(?P=ticks)(?!`))'
    rf'|(?<!\\)<(?P<closes>/?)(?P<name>{_NAMES})(?P<rest>(?:\s[^<>\n]*)?)>',
    re.IGNORECASE | re.ASCII,
)
#: Marks at the head of a line, before which no element begins; and what ends one.
_MARKS = re.compile(r'[ \t　]*(?:>[ ]*|[-+*][ ]+|\d{1,9}\.[ ]+|#{1,6}[ 　]+|:[ ]+)*')
_BEFORE_MARKS = re.compile(
    rf'^[ \t]*(?P<tags>(?:<(?:{_NAMES})(?:\s[^<>\n]*)?>)+)'
    r'(?P<marks>(?:(?:>|[-+*]|\d{1,9}\.|#{1,6})[ ]+)+)(?=\S)',
    re.IGNORECASE | re.ASCII,
)
_BREAK = re.compile(r'<br\s{0,9}/?>$|\\$', re.IGNORECASE)
_NO_TEXT = re.compile(r'[ \t]*(?:\{:.*\}|\|.*|[-*_=: ]{3,})?[ \t]*')
_BREAK_LENGTH = 16
#: In itself one of these is smaller still.
_STEPS = frozenset(('small', 'big', 'sup', 'sub'))
#: Elements of more lines are none: their end was forgotten.
_LONGEST = 200


def joined(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with what runs over line ends on its first line, where it has a form in one."""
    is_code = code_lines([line for line, _ in lines])
    made: list[Line] = []
    place = 0
    while place < len(lines):
        line, index = lines[place]
        place += 1
        last = min(place + _MOST_TOGETHER, len(lines))
        while place < last and not is_code[place - 1] and _OPEN.search(line):
            end = _end(line, lines, place, is_code)
            if end is None:
                break
            line = _on_one_line([line, *(each for each, _ in lines[place:end])])
            place = end
        made.append((line, index))
    return made


def _end(line: str, lines: Sequence[Line], start: int, is_code: Sequence[bool]) -> int | None:
    """Behind the line in which what is open at the end of ``line`` ends; ``None`` without one."""
    text = line
    for end in range(start, min(start + _MOST_LINES, len(lines))):
        if is_code[end] or not lines[end][0].strip():
            return None
        text = _on_one_line([text, lines[end][0]])
        if any(match.start() < len(line) < match.end() for match in _WHOLE.finditer(text)):
            return end + 1
    return None


def _on_one_line(lines: Sequence[str]) -> str:
    text = lines[0].rstrip(' \t')
    for line in lines[1:]:
        inside = _HEAD.sub('', line, count=1).rstrip(' \t')
        is_western = text[-1:].isascii() and text[-1:].isalnum() and inside[:1].isascii()
        text = f'{text}{" " if is_western else ""}{inside}'
    return text


def on_each_line(lines: Sequence[str]) -> list[str]:
    """``lines`` with a tag at the end of each and the head of the next for what goes on.

    An element within another of its kind says nothing more and loses its tags.
    """
    if not any('</' in line for line in lines):
        return list(lines)
    is_code = code_lines(lines)
    dropped, going_on = _pairs(lines, is_code)
    return [
        _closed(line, [match for match in _tags(line) if (place, match.start()) in dropped], tags)
        if not is_code[place]
        else line
        for place, (line, tags) in enumerate(zip(lines, going_on))
    ]


def _tags(line: str) -> list[re.Match[str]]:
    return [match for match in _TAG.finditer(line) if match['name']]


def _pairs(
    lines: Sequence[str], is_code: Sequence[bool]
) -> tuple[set[tuple[int, int]], list[tuple[list[re.Match[str]], list[re.Match[str]]]]]:
    """The places of tags to drop; for each line the open tags at its head and at its end."""
    opened: list[tuple[int, str, re.Match[str]]] = []
    dropped: set[tuple[int, int]] = set()
    spans: list[tuple[int, int, re.Match[str]]] = []
    for place, line in enumerate(lines):
        for match in () if is_code[place] else _tags(line):
            name = match['name'].lower()
            name = name_of(name) if name in FORMS else name
            if not match['closes']:
                opened.append((place, name, match))
                continue
            at = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][1] == name), None)
            if at is None or place - opened[at][0] > _LONGEST:
                continue
            begun, _, tag = opened.pop(at)
            if name not in _STEPS and any(each == name for _, each, _ in opened[:at]):
                dropped |= {(begun, tag.start()), (place, match.start())}
            elif begun < place:
                spans.append((begun, place, tag))
    going_on: list[tuple[list[re.Match[str]], list[re.Match[str]]]] = [([], []) for _ in lines]
    for begun, end, tag in sorted(spans, key=lambda span: (span[0], span[2].start())):
        for place in range(begun, end + 1):
            if place > begun:
                going_on[place][0].append(tag)
            if place < end:
                going_on[place][1].append(tag)
    return dropped, going_on


def _closed(
    line: str,
    dropped: Sequence[re.Match[str]],
    going_on: tuple[Sequence[re.Match[str]], Sequence[re.Match[str]]],
) -> str:
    for match in reversed(dropped):
        line = line[: match.start()] + line[match.end() :]
    begun, open_at_end = going_on
    line = _BEFORE_MARKS.sub(r'\g<marks>\g<tags>', line)
    if not (begun or open_at_end) or _NO_TEXT.fullmatch(line):
        return line
    head = _MARKS.match(line)[0]  # type: ignore[index]
    text = line[len(head) :].rstrip(' \t')
    while _BREAK.search(text[-_BREAK_LENGTH:]):
        text = text[: text.rindex('<' if text.endswith('>') else '\\')].rstrip(' \t')
    tail = line[len(head) + len(text) :]
    opening = ''.join(tag[0] for tag in begun)
    closing = ''.join(f'</{tag["name"]}>' for tag in reversed(open_at_end))
    return f'{head}{opening}{text}{closing}{tail}'
