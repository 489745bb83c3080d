"""The labels of the colophon: the texts after them begin side by side."""

from ..sheet_figures import sheet_figure

#: How far the lines of the colophon are set in, in % of a line.
_INSET = sheet_figure('pdf.css', '.colophon > *', 'padding-inline-start')

#: Characters beyond which a label makes no room for itself before the others' texts.
_LONGEST = 6


def align_labels(section):
    """Set the credits of ``section`` (an element) in behind the longest label, in place.

    What they turn over to stands behind the labels too.
    """
    labels = list(section.iterfind('{*}p/{*}span[@class="label"]'))
    width = max((min(_length(label), _LONGEST) for label in labels), default=0)
    for label in labels:
        label.set('style', f'min-width: {width}em')
        behind = f'{width + 1}em'
        label.getparent().set(
            'style', f'padding-inline-start: calc({_INSET:g}% + {behind}); text-indent: -{behind}'
        )


def _length(label):
    """In characters; figures and Western letters may stand upright, one each."""
    return len(''.join(label.itertext()))
