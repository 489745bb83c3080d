"""Where WeasyPrint is taught vertical writing, and what of its layout is done otherwise.

``seams``           the functions that stand in for WeasyPrint's
``turning``         the page is laid out on its side and turned back
``shortcuts``       what WeasyPrint does for every line and page, done where it is needed
``seldom_styles``   styles of pseudo-elements that few elements show, computed for those alone
``chapter_ends``    which paragraphs to set in other lines for the sake of a last page
``images``          pictures stay upright
``side_notes``      notes behind the text that calls them; ``note_lines`` their lines
"""
