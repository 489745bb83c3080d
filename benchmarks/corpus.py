"""A text in Aozora Bunko's notation as plain paragraphs, and as a novel of chapters."""

import re
from dataclasses import dataclass

from tategumi.seed.aozora import compose_accents, parts_of, resolve_gaiji, runs_of

_HEADING = re.compile(r'［＃[^］]*見出し］')
_LEVELS = re.compile(r'「[^」]*」は(?P<level>[大中])見出し')
_EXTERNAL_CHARACTER = re.compile(r'※［＃[^］]*］')
_NOTATION = re.compile(r'《[^》]*》|［＃[^］]*］|｜')
_FRAME = re.compile(r'^-{20,}$', re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """A title, and paragraphs: each a tuple of ``(text, reading or '')``."""

    title: str
    paragraphs: tuple


@dataclass(frozen=True)
class Novel:
    """What every peer sets. ``characters`` are those of the paragraphs, without readings."""

    title: str
    creator: str
    chapters: tuple
    characters: int


def novel_of(text, characters, ruby):
    """The first ``characters`` of the work in ``text`` as a ``Novel``, with its ruby or without.

    The last paragraph is whole. A chapter is named after its part too; notes to the
    typesetter, the legend and the colophon are left out.
    """
    lines = resolve_gaiji(text).splitlines()
    title, creator = lines[0].strip('\ufeff'), lines[1].strip()
    chapters, paragraphs, part, name, length = [], [], '', '', 0
    for line, kind in zip(lines, parts_of(lines)):
        if kind not in ('text', 'indented') or length >= characters:
            continue
        if found := _LEVELS.search(line):
            chapters.append((name, paragraphs))
            told = _NOTATION.sub('', line).strip()
            part, name = (told, told) if found['level'] == '大' else (part, f'{part}　{told}')
            paragraphs = []
        elif paragraph := _paragraph(line, ruby):
            paragraphs.append(paragraph)
            length += sum(len(text) for text, _ in paragraph)
    chapters.append((name, paragraphs))
    return Novel(
        title,
        creator,
        tuple(
            Chapter(name.strip(), tuple(paragraphs)) for name, paragraphs in chapters if paragraphs
        ),
        length,
    )


def _paragraph(line, ruby):
    parts = []
    for run in runs_of(compose_accents(line).strip()):
        text = _NOTATION.sub('', _EXTERNAL_CHARACTER.sub('〓', run.text))
        if text:
            parts.append((text, run.reading if ruby else ''))
    return tuple(parts)


def paragraphs_of(text, characters):
    """The first ``characters`` of the work in ``text``, as its paragraphs.

    Headings, ruby, notes to the typesetter and the indents are left out; a
    character that has no code point becomes 〓. The last paragraph is whole.
    """
    body = _FRAME.split(text)[-1]
    paragraphs, length = [], 0
    for line in body.splitlines():
        if not line.strip() or _HEADING.search(line):
            continue
        line = _NOTATION.sub('', _EXTERNAL_CHARACTER.sub('〓', line)).strip()
        if line and length < characters:
            paragraphs.append(line)
            length += len(line)
    return paragraphs
