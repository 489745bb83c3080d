"""Segments as they were drawn, so that what did not change is not drawn again.

``cache``           what is kept, and when it may be taken; start here
``surroundings``    what shapes all segments alike
``drawn``           segments and pages as plain values; ``boxes`` and ``objects`` what is in them

The files and what stands in them are those of ``tategumi.cache``.
"""
