"""Where this press, LuaTeX-ja with jlreq, jtypeset and Chromium end the lines of one text.

    python -m benchmarks.lines.compare TEXT FONT [--characters N] [--examples]
    python -m benchmarks.lines.compare TEXT FONT --pages 20 [--paper bunko] [--drawn FILE.html]

TEXT is a work in Aozora Bunko's notation, FONT the font jtypeset sets it in. Needs
``lualatex`` with the class jlreq, the Python package jtypeset, and Chromium. Of so many pages
of a paper, taken at random from all of the text, the lines on them are looked at alone.
Prints Markdown; what is drawn are the lines that end elsewhere, side by side.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from tategumi.page.papers import PAPERS

from ..corpus import paragraphs_of
from . import drawing, ours, with_chromium, with_jtypeset, with_luatexja
from .filling import WAYS, filling_of
from .line import Setting
from .sample import on_pages, sampled

SETTINGS = {
    'small kana and ー never begin a line, marks hang': Setting(),
    'the same, no mark hangs': Setting(hanging=False),
    'small kana and ー may begin a line, marks hang': Setting(strict_line_start=False),
}

#: Characters no farther apart, in em, stand in the same place.
SAME_PLACE = 0.02


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('text', type=Path)
    parser.add_argument('font', type=Path)
    parser.add_argument('--characters', type=int, default=20_000)
    parser.add_argument(
        '--examples', action='store_true', help='show every line that ends elsewhere'
    )
    parser.add_argument('--pages', type=int, default=0, help='pages taken at random')
    parser.add_argument('--paper', choices=PAPERS, default='bunko')
    parser.add_argument('--drawn', type=Path, help='where to draw the lines that end elsewhere')
    options = parser.parse_args()
    text = options.text.read_text(encoding='utf-8')
    settings, pages = SETTINGS, None
    if options.pages:
        paper = PAPERS[options.paper]
        settings = {'small kana and ー never begin a line': Setting(paper.characters)}
        paragraphs, pages = sampled(paragraphs_of(text, len(text)), paper, options.pages)
    else:
        paragraphs = paragraphs_of(text, options.characters)
    print(
        f'{len(paragraphs)} paragraphs, {sum(map(len, paragraphs))} characters; '
        f'{with_luatexja.version()}; {with_jtypeset.VERSION}; {with_chromium.version()}'
    )
    for name, setting in settings.items():
        print(f'\n## {setting.measure} em, {name}\n')
        lines = _lines_by_all(paragraphs, setting, options.font)
        if pages:
            lines = {who: on_pages(lines[who], pages) for who in lines}
        if options.drawn:
            drawing.draw(options.drawn, paragraphs, lines, setting.measure)
        fillings = {
            who: [
                [filling_of(text, line, setting.measure) for line in composed]
                for text, composed in zip(paragraphs, lines[who])
            ]
            for who in lines
        }
        _print_ways(fillings)
        _print_differences(paragraphs, lines, fillings, options.examples)


def _lines_by_all(paragraphs, setting, font):
    lines = {'this press': ours.lines_of(paragraphs, setting)}
    if setting.strict_line_start:
        # jlreq knows no other level.
        lines['LuaTeX-ja'] = with_luatexja.lines_of(paragraphs, setting)
    lines['jtypeset'] = with_jtypeset.lines_of(paragraphs, setting, font)
    lines['jtypeset, greedy'] = with_jtypeset.lines_of(paragraphs, setting, font, greedy=True)
    if setting.hanging:
        # Chromium lets none hang.
        lines['Chromium'] = with_chromium.lines_of(paragraphs, setting)
    return lines


def _print_ways(fillings):
    """How many lines were filled in which way, how much they changed, and what is wrong."""
    counts, faults = {}, {}
    for who, paragraphs in fillings.items():
        lines = [filling for paragraph in paragraphs for filling in paragraph]
        counts[who] = Counter(filling.way for filling in lines)
        faults[who] = Counter(fault for filling in lines for fault in filling.faults)
        counts[who]['lines'] = len(lines)
        counts[who]['em taken out'] = -sum(min(filling.change, 0) for filling in lines)
        counts[who]['em put in'] = sum(max(filling.change, 0) for filling in lines)
        counts[who]['most put into one line, em'] = max(filling.change for filling in lines)
        counts[who]['most taken out of one line, em'] = -min(filling.change for filling in lines)
        counts[who]['widest growth of one space, em'] = max(filling.widest for filling in lines)
    rows = (
        *('lines', *WAYS, 'em taken out', 'em put in', 'most taken out of one line, em'),
        *('most put into one line, em', 'widest growth of one space, em'),
    )
    _print_table('lines by how they are filled', rows, counts)
    _print_table(
        'what JLReq does not allow',
        sorted({fault for who in faults for fault in faults[who]}),
        faults,
    )


def _print_differences(paragraphs, lines, fillings, examples):
    """Of the lines that begin at the same character, those that end at different ones."""
    kinds, shown = defaultdict(Counter), defaultdict(list)
    for who in list(lines)[1:]:
        for number, text in enumerate(paragraphs):
            theirs = {
                line.start: (line, filling)
                for line, filling in zip(lines[who][number], fillings[who][number])
            }
            for line, filling in zip(lines['this press'][number], fillings['this press'][number]):
                if line.start not in theirs:
                    kinds[who]['begin elsewhere'] += 1
                    continue
                their_line, their_filling = theirs[line.start]
                if their_line.end == line.end:
                    kinds[who][
                        'end alike, every character in the same place'
                        if _is_alike(line, their_line)
                        else 'end alike, spaces otherwise'
                    ] += 1
                else:
                    kind = f'{filling.way} → {their_filling.way}'
                    kinds[who][kind] += 1
                    shown[who, kind].append(
                        (_around(text, line.end), _around(text, their_line.end))
                    )
    rows = sorted(
        {kind for who in kinds for kind in kinds[who]}, key=lambda kind: ('→' in kind, kind)
    )
    _print_table("lines of this press and the other's", rows, kinds)
    if examples:
        for (who, kind), pairs in shown.items():
            print(f'\n{who}, {kind}:\n')
            for here, there in pairs:
                print(f'- {here} — {there}')


def _is_alike(line, other):
    return all(
        abs(place - line.positions[character]) < SAME_PLACE
        for character, place in other.positions.items()
    )


def _around(text, end):
    return f'{text[max(0, end - 10) : end]}｜{text[end : end + 4]}'


def _print_table(title, rows, columns):
    print(f'| {title} |', ' | '.join(columns), '|')
    print('| --- |' + ' ---: |' * len(columns))
    for row in rows:
        cells = (columns[who][row] for who in columns)
        print(
            f'| {row} |',
            ' | '.join(f'{cell:.2f}' if isinstance(cell, float) else str(cell) for cell in cells),
            '|',
        )
    print()


if __name__ == '__main__':
    main()
