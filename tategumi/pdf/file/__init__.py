"""What the PDF says beside its pages, and how it is written.

``structure``       what tags and their order want besides WeasyPrint's own
``viewing``         how a viewer opens it, and what it calls the pages
``writing``         each object is written once
``strings``         text, as short as it can be written
"""
