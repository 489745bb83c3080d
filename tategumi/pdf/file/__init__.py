"""What the PDF says beside its pages, and how it is written.

``structure``       what tags and their order want besides WeasyPrint's own
``page_labels``     what it calls the pages
``viewing``         how a viewer opens it
``writing``         each object is written once; ``cross_references`` where it is
``strings``         text, as short as it can be written
"""
