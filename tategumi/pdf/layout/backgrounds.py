"""Lines have no backgrounds, nor has the text on them: what they stand in has.

WeasyPrint looks for one in every line and every stretch of text.
"""

from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout.background import layout_box_backgrounds as lay_out_background


def layout_box_backgrounds(page, box, get_image_from_uri, *arguments, **more):
    """Set the background of ``box`` and what is in it; stands for WeasyPrint's function."""
    if not isinstance(box, LineBox):
        lay_out_background(page, box, get_image_from_uri, *arguments, **more)
        return
    box.background = None
    for child in box.children:
        if not isinstance(child, TextBox):
            lay_out_background(page, child, get_image_from_uri)
