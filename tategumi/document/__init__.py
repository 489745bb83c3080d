"""XHTML chapters → the printed book as one HTML document, and its CSS.

``book``            the document, and those of its segments; start here
``index``           the index, with the pages of its words
``note_numbers``    numbers of side notes, by spread
``fitting``         tables, captions made to fit their lines
``formulas``        formulas drawn as pictures
``colophon``        the colophon on one page
``running_heads``   a chapter's title above the text
``sheets``          the sheets it is set by, in cascade order
``page_sheet``      the page box and its margins as CSS
``vertical_css``    properties that WeasyPrint does not know

Nothing here knows WeasyPrint beyond what CSS it reads.
"""
