"""Lines by this press: ``tategumi.kumihan``, without a page."""

from tategumi.kumihan import CompositionStyle, Paragraph, compose

from .line import PeerLine


def lines_of(paragraphs, setting):
    """For each paragraph (``str``) its list of ``PeerLine``."""
    style = CompositionStyle(hanging=setting.hanging, strict_line_start=setting.strict_line_start)
    return [_lines(text, setting.measure, style) for text in paragraphs]


def _lines(text, measure, style):
    paragraph = Paragraph()
    paragraph.append_text(text, 1)
    return [
        PeerLine(line.start, line.end, dict(enumerate(line.positions, line.start)))
        for line in compose(paragraph, measure, style, indent=1)
    ]
