"""Records of checks: ``Fault``, ``Kind`` of fault, ``Check``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..messages import ENGLISH, Language, Message
from ..settings import Settings

Severity = Literal['error', 'warning']

#: What they are called.
SEVERITIES = {'error': Message('error'), 'warning': Message('warning')}


@dataclass(frozen=True)
class Fault:
    """A fault of a finished book.

    ``code`` names its kind: one of ``KINDS``, a message of EPUBCheck (``RSC-005``) or a rule
    of Ace (``image-alt``). ``place`` is the file, and where in it.
    """

    code: str
    severity: Severity
    place: str
    message: str

    def __str__(self) -> str:
        return self.said(ENGLISH)

    def said(self, language: Language) -> str:
        """Its line in that language."""
        return language.say(
            Message(
                '{place}: {severity} {code}: {message}',
                place=self.place,
                severity=SEVERITIES[self.severity],
                code=self.code,
                message=self.message,
            )
        )


def page_place(path: Path, number: int) -> Message:
    """The place of a fault: a page of the file at ``path``, counted from 1."""
    return Message('{path}: page {number}', path=path, number=number)


@dataclass(frozen=True)
class Kind:
    """A kind of fault that the press itself looks for; ``about`` explains it in the docs."""

    code: str
    severity: Severity
    about: str

    def fault(self, place: str, message: str) -> Fault:
        """A fault of this kind."""
        return Fault(self.code, self.severity, place, message)


LINE_START = Kind(
    'line-start',
    'error',
    'A character stands at the head of a line where it may not: a closing bracket or quotation '
    'mark, a full stop, a comma, of half the width too; ！, ？, ・ or 々; in a strict house a '
    'small kana or ー (JLReq §3.1.7).',
)
LINE_END = Kind(
    'line-end',
    'error',
    'An opening bracket or quotation mark, of half the width too, stands at the end of a line '
    '(JLReq §3.1.8).',
)
TYPED_BREAK = Kind(
    'typed-break',
    'warning',
    'The manuscript breaks a line before or behind a mark that may not stand there (`<br>`, or a '
    'line that begins with it): it is set as it was typed.',
)
SHORT_LINE = Kind(
    'short-line',
    'error',
    'A line that the press broke ends before the line end of the kihon-hanmen (JLReq §3.8), and '
    'the manuscript does not say so.',
)
LONG_LINE = Kind(
    'long-line',
    'error',
    'A line goes on beyond the line end of the kihon-hanmen, and not by a mark that hangs: '
    'what cannot be broken is longer than the measure.',
)
MISSING_RESOURCE = Kind(
    'missing-resource',
    'error',
    'A page names a font, a picture, a pattern or the like that the file does not have '
    '(ISO 32000-1, 7.8.3): viewers leave out what is drawn with it.',
)

PRINT_CLAIM = Kind(
    'print-claim',
    'error',
    'The file for the printer lacks what PDF/X wants it to say: which PDF/X it is, title, dates, '
    'whether it is trapped, its ID, its printing condition (ISO 15930-4, 15930-7).',
)
PRINT_BOX = Kind(
    'print-box',
    'error',
    'A page has no TrimBox, its boxes do not lie one within the other, or it is trimmed to '
    'another size than the first.',
)
PRINT_INK = Kind(
    'print-ink',
    'error',
    'Something is in a colour of the screen (RGB, Lab), which is none of the inks.',
)
PRINT_OPACITY = Kind(
    'print-opacity', 'error', 'Something is not opaque in a file of PDF/X-1a, which has no such.'
)
PRINT_FONT = Kind(
    'print-font', 'error', 'A font is not embedded, or in a form that PDF/X-1a does not know.'
)
PRINT_ANNOTATION = Kind(
    'print-annotation', 'error', 'A page has links or notes, which are not printed.'
)

#: What the press itself looks for, in the order of the docs.
KINDS = (
    LINE_START,
    LINE_END,
    TYPED_BREAK,
    SHORT_LINE,
    LONG_LINE,
    MISSING_RESOURCE,
    PRINT_CLAIM,
    PRINT_BOX,
    PRINT_INK,
    PRINT_OPACITY,
    PRINT_FONT,
    PRINT_ANNOTATION,
)


@dataclass(frozen=True)
class Check:
    """A check of finished books.

    ``progress`` is said while it runs; it is of the ``output`` of that name. ``find(path,
    settings, language)`` returns the faults of the file at ``path``, and raises ``BadInput``
    where it cannot be checked; another program is asked to say them in ``language``.
    ``lacks()`` says what keeps it from being run here, if anything does: it is left out then.
    """

    name: str
    progress: str
    output: str
    about: str
    find: Callable[[Path, Settings, Language], list[Fault]]
    lacks: Callable[[], str] = str
