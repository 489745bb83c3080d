"""Where WeasyPrint is taught vertical writing, and what of its layout is done otherwise.

``seams``           the functions that stand in for WeasyPrint's
``turning``         the page is laid out on its side and turned back
``page_styles``     pages of one kind share their styles
``backgrounds``     lines have none
``images``          pictures stay upright; ``tables`` stay on the grid,
                    ``captions`` with their pictures
``side_notes``      notes behind the text that calls them; ``note_lines`` their lines
"""
