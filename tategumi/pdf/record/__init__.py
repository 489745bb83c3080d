"""Documents laid out and drawn by WeasyPrint → frames.

``segment``         a segment, or the whole book; start here
``paper``           running heads and folios around frames
``recorder``        what WeasyPrint draws on: ``operators`` paths and colours, ``text`` text,
                    ``pictures`` images
``structure``       the elements on a page, in reading order; ``lines`` what was done to each line
``fonts``           the fonts of the process, and what segments use of them
"""
