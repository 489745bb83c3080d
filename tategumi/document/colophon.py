"""The colophon on one page: how large its type is, and how far its lines are set in."""

from dataclasses import dataclass
from math import ceil

from ..markup import Element
from ..page.papers import Page
from ..sheets.figures import sheet_figure
from .fitting import em_width

#: Characters beyond which a label makes no room for itself before the others' texts.
_LONGEST_LABEL = 6

#: Lines of the sheet that stand above the first.
_ABOVE = int(sheet_figure('pdf.css', '.colophon > :first-child', 'margin-block-start'))


@dataclass(frozen=True)
class _Setting:
    """``size`` of the credits, of the text's; ``inset`` of all lines, in % of a line; ``pitch`` of
    the lines, of the text's."""

    size: float
    inset: float
    pitch: float


#: As the sheet has it, and what is tried where that takes more than a page.
_SETTINGS = (
    _Setting(
        sheet_figure('pdf.css', '.colophon > .credit', 'font-size'),
        sheet_figure('pdf.css', '.colophon > *', 'padding-inline-start'),
        1,
    ),
    _Setting(0.8, 16, 1),
    _Setting(0.75, 8, 0.75),
    _Setting(0.65, 4, 0.6),
    _Setting(0.55, 0, 0.5),
)


def fit_colophon(section: Element, page: Page) -> None:
    """Set the credits of ``section`` (an element) in behind the longest label, in place.

    What they turn over to stands behind the labels too. Where they take more than ``page``
    (``page.papers.Page``) has lines for, type and lines become smaller.
    """
    labels = list(section.iterfind('{*}p/{*}span[@class="label"]'))
    width = max((min(_label_length(label), _LONGEST_LABEL) for label in labels), default=0)
    chosen = next(
        (each for each in _SETTINGS if _lines(section, width, each, page) <= page.lines),
        _SETTINGS[-1],
    )
    if chosen is not _SETTINGS[0]:
        for line in section:
            line.set('style', f'padding-inline-start: {chosen.inset:g}%; {_small(line, chosen)}')
    for label in labels:
        label.set('style', f'min-width: {width}em')
        behind = f'{width + 1}em'
        line = label.getparent()
        small = _small(line, chosen) if chosen is not _SETTINGS[0] else ''
        line.set(
            'style',
            f'padding-inline-start: calc({chosen.inset:g}% + {behind}); text-indent: -{behind}; '
            f'{small}'.rstrip('; '),
        )


def _small(line: Element, chosen: _Setting) -> str:
    if line.get('class') == 'title':
        return 'line-height: 1rlh'
    return f'font-size: {chosen.size:g}em; line-height: {chosen.pitch:g}rlh'


def _lines(section: Element, width: int, chosen: _Setting, page: Page) -> float:
    """How many lines of ``page`` the colophon takes as ``chosen``."""
    room = page.frame_characters * (1 - chosen.inset / 100) / chosen.size
    lines = float(_ABOVE)
    for line in section:
        is_credit = line.get('class') == 'credit'
        # A line is not filled to its last character.
        measure = max(1, room - (width + 2 if is_credit else 1))
        length = em_width(line) - (width if is_credit else 0)
        pitch = 1 if line.get('class') == 'title' else chosen.pitch
        lines += max(1, ceil(length / measure)) * pitch
        lines += line.get('class') == 'credits-of'
    return lines


def _label_length(label: Element) -> int:
    """In characters; figures and Western letters may stand upright, one each."""
    return len(''.join(label.itertext()))
