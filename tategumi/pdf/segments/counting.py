"""What is left of a segment where the pages of a book are counted alone.

Of each as little is held as its pages can be counted by: a book may have any number of them.
"""

from dataclasses import replace


def counted(segment):
    """What has to be known of ``segment`` (``Segment``) to count the pages of a book."""
    return replace(
        segment,
        frames=[
            replace(frame.bare(), anchors=dict.fromkeys(frame.anchors, ()), flow=frame.flow)
            for frame in segment.frames
        ],
        fonts=[],
        elements=[],
        warnings=[],
        missing=[],
        fetched={},
    )
