"""The labels of the colophon: the texts after them begin side by side."""

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
        label.getparent().set(
            'style',
            f'padding-inline-start: calc(32% + {width + 1}em); text-indent: -{width + 1}em',
        )


def _length(label):
    """In characters; figures and Western letters may stand upright, one each."""
    return len(''.join(label.itertext()))
