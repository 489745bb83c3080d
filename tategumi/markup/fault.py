"""What is wrong with a chapter, before its line is known."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """What an editor should see to: ``message``, and source text of which one is on its line."""

    excerpts: tuple[str, ...]
    message: str


class Fault(Exception):
    """A fault of notation. ``excerpt`` is source text that stands on the line at fault."""

    def __init__(self, message: str, excerpt: str = '') -> None:
        super().__init__(message)
        self.message = message
        self.excerpt = excerpt
