"""Speed against other typesetters and makers of EPUBs, on the same text; see ``__main__``.

``corpus``     the text as chapters; ``page``, ``html``, ``cover``: what several peers are told
``peers``      the press and those it is compared with, one a file
``measuring``  one process and all it starts: time, memory
``one_book``   every peer in turn, in rounds
``rebuilding`` a book made again
``library``    many small books
``results``    results.json → RESULTS.md; ``targets`` what is aimed at
``lines``      apart from speed: where others end the same lines (docs/composition.md)
"""
