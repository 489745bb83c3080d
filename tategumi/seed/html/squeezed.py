"""Text without space, to be compared."""

import re

_SPACE = re.compile(r'\s+')


def squeezed(text: str) -> str:
    """``text`` without any space."""
    return _SPACE.sub('', text)
