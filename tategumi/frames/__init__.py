"""A page as plain data: what is kept, sent between processes, proofed, counted and written.

``frame``           what is on a page, and the segment it is of; start here
``drawing``         what draws it: texts, operators, groups, pictures
``codec``           segments and papers as plain values, and back
``page_starts``     where in the text each page begins

Nothing here knows WeasyPrint, nor PDF beyond the names of its operators.
"""
