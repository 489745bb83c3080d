"""Laid-out text becomes PDF text operators.

``drawer``          the seam where WeasyPrint draws a text box
``side_lines``      lines that run beside the text
``vertical_fonts``  the Identity-V twins of the embedded fonts
"""
