"""Segments as they were drawn, so that what did not change is not drawn again.

``kept``            what is kept, and when it may be taken; start here
``surroundings``    what shapes all segments alike

The files and what stands in them are those of ``tategumi.cache``; frames are plain values by
``frames.codec``.
"""
