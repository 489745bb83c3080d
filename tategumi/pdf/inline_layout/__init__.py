"""Paragraphs become lines: WeasyPrint's boxes → ``kumihan`` → WeasyPrint's boxes.

``lines``           the seam where WeasyPrint asks for the lines of a paragraph
``items``           reads its inline contents as ``pieces``, ``text_items`` the texts among
                    them: ``orientation`` says which stand upright, ``western`` where words are
                    divided, ``properties`` what CSS asks for that WeasyPrint does not know
``composed``        the paragraph, composed
``line_box``        puts the boxes of a line in place: ``arrangement`` along it, ``line_gap``
                    across it, ``phrases`` where lines of headings end; ``boxes`` are their
                    kinds, ``sideways`` makes those that lie, ``glyph_runs`` what text boxes draw,
                    ``side_lines`` lines beside them
``widths``          how long the lines are of what is as wide as its text
"""
