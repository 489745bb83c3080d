"""What the PDF says beside its pages, and how it is written.

``note_tags``       notes in its structure
``page_labels``     what it calls the pages
``viewing``         how a viewer opens it
``writing``         each object is written once
"""
