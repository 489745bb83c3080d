"""The page that shows the proof: counts, legend, and each page beside its adjusted lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from ..html_page import html_page
from ..kumihan.ladder import Stage
from ..messages import ENGLISH, Language, Message
from .drawing import COLOURS
from .lines import ProofLine

_STYLE = """\
body { margin: 2rem; font: 1rem/1.6 system-ui, sans-serif; color: #222; background: #fff; }
table { border-collapse: collapse; }
th, td { padding: .15rem .8rem .15rem 0; text-align: start; vertical-align: top;
  border-top: 1px solid #ddd; }
td.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr.part td { padding-inline-start: 1.5rem; }
.page { display: flex; flex-wrap: wrap; gap: 1.5rem; margin-top: 2rem; align-items: start; }
.page img { border: 1px solid #bbb; max-width: 100%; height: auto; }
.page table { flex: 1 1 24rem; font-size: .85rem; }
.swatch { display: inline-block; width: 1em; height: 1em; vertical-align: -.15em;
  margin-inline-end: .4em; }
.wrong { color: #b00; font-weight: 600; }
"""

_LEGEND = (
    ('grid', Message('the kihon-hanmen: line columns and character squares')),
    ('reduced', Message('a line whose spaces were reduced; the stronger, the more')),
    ('expanded', Message('a line whose spaces were expanded; the stronger, the more')),
    ('hung', Message('a mark that hangs below the line end')),
    ('solid', Message('a mark at the line end without the space after it')),
    ('ruby', Message('ruby that reaches out beyond its base')),
    ('overfull', Message('a line longer than the measure')),
)


class Counts:
    """What is in the summary, gathered page by page."""

    def __init__(self) -> None:
        self.pages = self.hung = self.solid = self.reaches = 0
        self.stages: Counter[Stage] = Counter()

    def add(self, lines: Sequence[ProofLine]) -> None:
        """Count a page with its ``ProofLine``."""
        self.pages += 1
        self.stages.update(line.stage for line in lines)
        self.hung += sum(line.hung is not None for line in lines)
        self.solid += sum(line.solid is not None for line in lines)
        self.reaches += sum(len(line.reaches) for line in lines)

    @property
    def lines(self) -> int:
        return self.stages.total()

    @property
    def exact(self) -> int:
        return self.stages[Stage.EXACT]

    @property
    def overfull(self) -> int:
        return self.stages[Stage.OVERFULL]


def index_html(
    title: str,
    counts: Counts,
    pages: Iterable[tuple[str, tuple[int, int], Sequence[ProofLine]]],
    language: Language = ENGLISH,
) -> str:
    """The HTML text; ``pages`` are ``(file name, width and height in px, lines)``."""
    body = '\n'.join(_page(language, number, *page) for number, page in enumerate(pages, 1))
    name = language.translate('Proof')
    heading = f'{name}: <span lang="ja">{escape(title)}</span>'
    return html_page(
        f'{name}: {title}',
        _STYLE,
        f'<h1>{heading}</h1>\n{_summary(counts, language)}\n{_legend(language)}\n{body}',
        "'self' file:",
        language.tag,
    )


def _summary(counts: Counts, language: Language) -> str:
    adjusted = counts.lines - counts.exact - counts.overfull
    rows: list[tuple[str, int, str]] = [
        (Message('pages'), counts.pages, ''),
        (Message('lines set'), counts.lines, ''),
        (Message('lines exact'), counts.exact, ''),
        (Message('lines adjusted, by the last stage needed'), adjusted, ''),
        *(
            (_name(stage), counts.stages[stage], 'part')
            for stage in Stage
            if stage not in (Stage.EXACT, Stage.OVERFULL)
        ),
        (Message('hung marks'), counts.hung, ''),
        (Message('marks without their space'), counts.solid, ''),
        (Message('ruby reaching out'), counts.reaches, ''),
        (Message('over-wide lines'), counts.overfull, 'wrong' if counts.overfull else ''),
    ]
    cells = '\n'.join(
        f'<tr class="{kind}"><td>{escape(language.say(name))}</td>'
        f'<td class="number">{count}</td></tr>'
        for name, count, kind in rows
    )
    return f'<table class="summary">\n{cells}\n</table>'


def _name(stage: Stage) -> Message:
    words = Message(stage.words)
    if stage.section:
        return Message('{stage} (JLReq {section})', stage=words, section=stage.section)
    return words


def _legend(language: Language) -> str:
    return (
        '<p class="legend">'
        + '<br>\n'.join(
            f'<span class="swatch" style="background: rgb{COLOURS[name]}"></span>'
            f'{escape(language.say(text))}'
            for name, text in _LEGEND
        )
        + '</p>'
    )


def _page(
    language: Language,
    number: int,
    name: str,
    size: tuple[int, int],
    lines: Sequence[ProofLine],
) -> str:
    width, height = size
    rows = '\n'.join(
        f'<tr><td class="number">{place}</td><td class="number">{line.amount:+.3f} em</td>'
        f'<td>{escape(language.translate(line.stage.words))}</td>'
        f'<td lang="ja">{escape(line.text)}</td></tr>'
        for place, line in enumerate(lines, 1)
        if line.stage is not Stage.EXACT
    )
    columns = (Message('line'), Message('amount'), Message('stage'), Message('text'))
    heads = ''.join(f'<th>{escape(language.say(column))}</th>' for column in columns)
    table = f'<table>\n<tr>{heads}</tr>\n{rows}\n</table>' if rows else ''
    alternative = language.say(Message('Page {number}', number=number))
    return (
        f'<section class="page" id="page-{number}">\n'
        f'<img src="{name}" width="{width}" height="{height}" loading="lazy" '
        f'alt="{escape(alternative)}">\n{table}\n</section>'
    )
