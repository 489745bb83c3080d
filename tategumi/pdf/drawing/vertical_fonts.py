"""The Identity-V twins of the fonts WeasyPrint embedded.

A Type 0 font is horizontal or vertical as a whole, by its encoding. The twin
shares the descendant font and so the embedded file; only the encoding differs,
and with it the metrics a viewer uses: ``/DW2`` and ``/W2`` of the descendant
(PDF 32000-1, 9.7.4.3), which horizontal text does not look at.
"""

import pydyf

#: A full-width glyph of most fonts: the pen starts 880 above the baseline.
_COMMON = 880, -1000


def add_vertical_fonts(pdf, vertical):
    """Add a twin, its name ending in V, for every font in ``vertical``.

    ``vertical`` maps resource names to the metrics of their upright glyphs, as
    ``Drawer.metrics`` gives them.
    """
    if not vertical:
        return
    objects = {item.number: item for item in pdf.objects}
    resources = next(
        item
        for item in pdf.objects
        if isinstance(item, pydyf.Dictionary) and not vertical.keys() - item.keys()
    )
    for name, metrics in sorted(vertical.items()):
        font = objects[_number(resources[name])]
        descendant = objects[_number(font['DescendantFonts'][0])]
        descendant['DW2'] = pydyf.Array(_COMMON)
        exceptions = _exceptions(metrics)
        if exceptions:
            descendant['W2'] = pydyf.Array(exceptions)
        twin = pydyf.Dictionary({**font, 'Encoding': '/Identity-V'})
        pdf.add_object(twin)
        resources[name + 'V'] = twin.reference


def _exceptions(metrics):
    """The ``/W2`` entries of the glyphs that differ from ``/DW2``."""
    entries = []
    for glyph, numbers in sorted(metrics.items()):
        width, advance, x, y = (round(number) for number in numbers)
        if (y, -advance) != _COMMON or 2 * x not in (width - 1, width, width + 1):
            entries += [glyph, pydyf.Array([-advance, x, y])]
    return entries


def _number(reference):
    return int(reference.split()[0])
