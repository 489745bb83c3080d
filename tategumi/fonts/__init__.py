"""The fonts of the machine, as the PDF and the EPUB need them.

``faces``           the glyph of a character and its vertical metrics, found through Pango
``pattern``         what fontconfig knows of a font
``subset``          a font with some characters alone, for the EPUB
"""

# Before anything that imports what is inside of WeasyPrint.
from .. import engine  # noqa: F401
