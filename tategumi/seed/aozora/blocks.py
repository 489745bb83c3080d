"""Blocks of lines of which notes say how they are set: ［＃ここから太字］ and the like."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ...messages import Message
from ..losses import Loss, picture_loss
from .indents import FRAME
from .notes import style_of_range
from .parts import colophon_of
from .pictures import missing_in, with_picture

_MARK = re.compile('［＃ここ(?:から(?P<begins>[^［］]+)|で(?P<ends>[^［］]+)終わり)］')
_LOST = re.compile('横組み|[0-9０-９]段組み')
_HEAD = re.compile('見出し')
_CAPTION = 'キャプション'
#: What each line is as a whole.
_WHOLE = re.compile(f'(?:同行|窓)?[大中小]見出し|{_CAPTION}')
_NO_HEAD = re.compile('(?!)')
#: The rule that tells of a block that nothing ends.
UNENDED = 'aozora-block-without-end'
_ENDLESS = Message('nothing ends it, so it goes on to the end of the text')
_WHY = Message('lines across or in columns, which the manuscript has no notation for')


def lines_as_markdown(
    lines: Sequence[str], pictures: Mapping[str, str], head: re.Pattern[str] = _NO_HEAD
) -> list[tuple[str, tuple[Loss, ...]]]:
    """``(text, losses)`` of each of ``lines``.

    In a block each line says by itself how it is set; a note of a picture beside the seed
    is that picture, and of one that is not there a ``Loss``. So is where lines across and columns
    begin; their lines stay, and so is where a block begins that nothing ends: it goes on to the
    colophon. Of what ``head`` matches at the head of a line the notes say nothing.
    """
    markdown_lines: list[tuple[str, tuple[Loss, ...]]] = []
    opened: list[str] = []
    marks: dict[str, tuple[int, str]] = {}
    colophon = colophon_of(lines)
    for place, line in enumerate(lines):
        if place == colophon:
            _tell_unended(markdown_lines, [marks[name] for name in opened])
            opened.clear()
        missing = missing_in(line, pictures)
        losses: tuple[Loss, ...] = (picture_loss(missing),) if missing else ()
        is_mark = False
        for mark in _MARK.finditer(line):
            is_mark = True
            begins, ends = mark['begins'], mark['ends']
            if begins and _LOST.fullmatch(begins):
                losses += (Loss('aozora-block-left-out', _WHY, mark[0]),)
            elif begins == FRAME:
                # It stands around the lines together: see ``indents``.
                continue
            elif begins and (style_of_range(begins)[1] or _WHOLE.fullmatch(begins)):
                opened.append(begins)
                marks[begins] = place, mark[0]
            elif ends in opened and _WHOLE.fullmatch(ends):
                opened.remove(ends)
            elif ends and opened:
                opened = [
                    name for name in opened if style_of_range(f'{ends}終わり', [name])[1] is None
                ]
        picture = with_picture(line, pictures)
        text = head.sub('', line.strip('\ufeff 　\t'), count=1)
        if picture is not None:
            markdown_lines.append((picture, losses))
        elif _CAPTION in opened and text and not is_mark:
            markdown_lines.append((f'{line}［＃「{text}」は{_CAPTION}］', losses))
        elif opened and text and not is_mark and not _HEAD.search(line):
            begun = ''.join(f'［＃{name}］' for name in opened)
            ended = ''.join(f'［＃{name}終わり］' for name in reversed(opened))
            before, _, after = line.rpartition(text)
            markdown_lines.append((f'{before}{begun}{text}{ended}{after}', losses))
        else:
            markdown_lines.append((line, losses))
    _tell_unended(markdown_lines, [marks[name] for name in opened])
    return markdown_lines


def _tell_unended(
    markdown_lines: list[tuple[str, tuple[Loss, ...]]], marks: Iterable[tuple[int, str]]
) -> None:
    """Add to ``markdown_lines`` the losses of the ``marks``, (line, mark), that nothing ends."""
    for place, mark in marks:
        text, losses = markdown_lines[place]
        loss = Loss(UNENDED, _ENDLESS, mark)
        markdown_lines[place] = text, (*losses, loss)
