"""Laid-out text becomes PDF text operators.

``drawer``          the seam where WeasyPrint draws a text box
``faces``           glyphs and vertical metrics; ``font_files`` what they are read from
``side_lines``      lines that run beside the text
``vertical_fonts``  the Identity-V twins of the embedded fonts
"""
