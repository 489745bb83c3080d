"""Frames → a PDF, or a picture of a page.

``book``            the whole way; start here
``content``         what draws a page, as operators; ``resources`` what they call by name
``ahead``           content written where it is drawn, before the book is known
``fonts``           the embedded fonts: ``outlines`` makes them small, ``codes`` says which two
                    bytes stand for a glyph
``tags``            the structure of the text
``pages``           pages, their links and bookmarks, and how a viewer opens them
``metadata``        what the file says of itself
``printed``         the way of pages for a printer; ``pdfx`` what that file says of itself
``lettering``       letters that no layout has set
``file``            the file: ``objects`` as bytes

``png`` and ``svg`` make a picture of one page; ``svg_paint`` is what SVG paints with.
Nothing here knows WeasyPrint.
"""
