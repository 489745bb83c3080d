"""Sets the novel in a JSON file with jtypeset: ``jtypeset_program.py book.json book.pdf``."""

import json
import sys

import jtypeset as ts


def main(source, made):
    with open(source, encoding='utf-8') as file:
        book = json.load(file)
    fonts = ts.FontSet()
    fonts.load_file(book['font'], 'body', book['face'])
    text = ts.TextStyle(['body'], book['size'])
    text.language = 'ja'
    style = ts.ParagraphStyle()
    style.first_line_indent = 1
    style.align = ts.Align.JUSTIFY
    style.line_pitch = book['pitch']
    style.spacing.hanging_punctuation = True
    heading = style.copy()
    heading.first_line_indent = 0
    around = ts.BlockStyle()
    around.space_before = around.space_after = book['around']
    around.break_before = ts.BreakKind.PAGE
    around.keep_with_next = True
    flow = ts.Flow()
    for title, paragraphs in book['chapters']:
        flow.add_heading(ts.Paragraph(title, text, heading), 1, around)
        for parts in paragraphs:
            flow.add_paragraph(_paragraph(parts, text, style))
    pages = ts.FlowLayouter(fonts).layout(flow, _sequence(book))
    done, warnings = ts.save_pdf(pages, made, book['title'], book['creator'])
    if not done:
        sys.exit('; '.join(warnings))


def _paragraph(parts, text, style):
    paragraph = ts.Paragraph(''.join(base for base, _ in parts), text, style)
    start = 0
    for base, reading in parts:
        end = start + len(base)
        if reading:
            paragraph.annotate(ts.Annotation.ruby(start, end, reading))
        start = end
    return paragraph


def _sequence(book):
    sequence = ts.PageSequence()
    master = sequence.master
    master.size = ts.Size(*(length * ts.MM for length in book['paper']))
    master.margin = ts.Margins(*(length * ts.MM for length in book['margins']))
    master.writing_mode = ts.WritingMode.VERTICAL_RL
    master.footer = ts.RunningText(
        ts.Paragraph('{page}', ts.TextStyle(['body'], 8), ts.ParagraphStyle()), 10 * ts.MM
    )
    return sequence


if __name__ == '__main__':
    main(*sys.argv[1:])
